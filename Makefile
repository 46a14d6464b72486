# Every target first installs what the machine lacks (.ci/setup); a second run installs nothing.
# Needed beforehand: Go 1.26, make and bash.

# Go keeps the linter that it builds in its cache, for every clone on this machine.
LINT := CGO_ENABLED=0 go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# How the window is drawn: OpenGL ES draws the same picture and saves two minutes of the first build, and every driver
# on Linux offers it. `make build GL=desktop` takes desktop OpenGL there too.
SYSTEM := $(shell uname -s)
GL     ?= $(if $(filter Linux,$(SYSTEM)),es,desktop)

# Without paths in what is compiled, clones in different folders share it. One set of flags for each purpose: with others,
# the window's C code is compiled again.
export GOFLAGS := $(shell go env GOFLAGS) -trimpath -buildvcs=false
TAGS       := no_emoji,no_metadata
ifeq ($(GL),es)
TAGS       := $(TAGS),gles
endif
# ACCESSIBILITY=on takes in the toolkit's own tree for screen readers; docs/release.md says why packages leave it out.
ifeq ($(ACCESSIBILITY),on)
TAGS       := $(TAGS),accessibility
endif
# CHECKS=on keeps in, for tests, the check that the window is touched from its own goroutine alone.
ifndef CHECKS
TAGS       := $(TAGS),migrated_fynedo
endif
# Windows opens a console for programs that don't say that they have a window.
BUILD      := go build -tags $(TAGS) -ldflags "-s -w$(if $(filter windows,$(shell go env GOOS)), -H windowsgui)"
HEADLESS   := CGO_ENABLED=0 go
RACE        = $(if $(filter 1,$(shell go env CGO_ENABLED)),-race)
BINARY     := backupdoctor$(shell go env GOEXE)
MAIN       := .

# Where a lock is, goroutines meet. What takes long under the race detector is left to `make prove`: tests that calculate much,
# and the packages of the window.
LONG   := BenchPrints|CasesAndPairsAreProven|CoreBeatsTheArticle|CoreStaysNear|CutAnywhere|EventsInAnyOrder|GatesHold|NoWorseThanRecorded|TooLargeToRead|UndoRestoresAllPlans
SHARED  = $(shell grep -rlE '"sync(/atomic)?"' --include='*.go' logic ui/fallback | sed -E 's|^|backupdoctor/|; s|/[^/]*$$||' | sort -u)

# With -short, tests take a sample of their cases in which every value occurs (package sample), properties are tried with a
# fifth of the examples, and programs are killed a few times only. SAMPLE= takes them all.
SAMPLE   ?= -short
FUZZTIME ?= 1m
ROUNDS   ?= 11
ACTIONS  ?= 100000
PICTURES ?= $(CURDIR)/build/screenshots

.NOTPARALLEL:
.PHONY: help run build test prove check-setup lint format unit fuzz soak mutants window systems packages test-packages screenshots licenses vulnerabilities bench startup setup-build setup-test clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1 - /p' Makefile

run: build ## build the program and open its window; ARGS="…" are handed on
	./$(BINARY) $(ARGS)

build: setup-build ## build ./backupdoctor
	$(BUILD) -o $(BINARY) $(MAIN)

test: setup-test check-setup systems lint unit window ## what must pass before a change is taken: linters, unit tests, a real window

prove: setup-test check-setup lint ## the same without samples, races everywhere, and fuzzing; takes most of an hour
	$(HEADLESS) test -tags ci -timeout 1h ./...
	$(HEADLESS) test -tags ci -count=1 -timeout 2h ./logic/casefile -run Killed -kills 2000
	go test $(RACE) -tags ci -timeout 1h $(SHARED)
	go test $(RACE) -tags ci -timeout 2h $(SAMPLE) $(filter-out $(SHARED),$(shell go list -tags ci ./...))
	$(MAKE) fuzz
	$(MAKE) window SAMPLE=

bench: ## measure the benchmarks, the start, then the diagnosis in its laboratory; BENCH="-markdown file" is handed on
	$(HEADLESS) test -tags ci -run '^$$' -bench . -benchmem ./...
	$(MAKE) startup
	$(HEADLESS) run -tags ci ./logic/lab/bench $(BENCH)

screenshots: ## draw README's pictures and the texts of all others anew; GALLERY_DIR=folder keeps pictures of all
	GALLERY_DIR="$(abspath $(GALLERY_DIR))" $(HEADLESS) test -tags ci -count=1 ./ui -run TestGallery -renew

licenses: ## gather the licenses of all modules, and NOTICE, anew, after go.mod changed
	$(HEADLESS) test -tags ci -count=1 ./assets -run Licenses -renew

vulnerabilities: ## look for known faults in the modules; needs the network, or GOVULNDB=file:///copy
	.ci/vulnerabilities

fuzz: ## try random input on everything that parses; FUZZTIME is for each target
	.ci/fuzz $(FUZZTIME)

soak: ## use the window at random for a simulated day; ACTIONS=1000 does less than 100,000 things
	FYNE_CACHE=10s GOGC=400 $(HEADLESS) test -tags ci -count=1 -timeout 12h -v ./ui -run TestADayOfUse -soak $(ACTIONS)

mutants: ## put small defects into the code and see whether the tests notice; MUTANTS="-sample 40 storage" chooses
	$(HEADLESS) run -tags ci ./logic/lab/mutate $(MUTANTS)

format: ## format the sources
	$(LINT) fmt ./...

lint: ## run the linters
	$(LINT) run --allow-serial-runners ./...

unit: setup-build ## run the tests that need no screen, with the race detector where goroutines meet
	$(HEADLESS) test -tags ci -timeout 30m $(SAMPLE) ./ui ./... # the longest first
	$(if $(RACE),go test $(RACE) -tags ci -timeout 30m $(SAMPLE) -skip '$(LONG)' $(SHARED))

ifeq ($(SYSTEM),Linux)
startup: build setup-test ## compare start and memory with the smallest window of the toolkit, in turn; ROUNDS is for each
	$(MAKE) build BINARY=build/floor MAIN=./e2e/testdata/floor
	go test -tags e2e -run '^$$' -bench Start -benchtime $(ROUNDS)x -timeout 30m ./e2e -ours "$(CURDIR)/$(BINARY)" -floor "$(CURDIR)/build/floor"

window: setup-test ## test the program in a real window on a virtual screen; PICTURES=folder keeps what it saw
	go test -tags e2e -count=1 -timeout 30m $(SAMPLE) ./e2e -pictures "$(PICTURES)"
else
startup window:
	@echo "The tests in a real window run on Linux only."
endif

packages: ## build the packages that this system can into build/packages; PACKAGES="linux arm64" chooses one
	.ci/setup packages
	.ci/packages $(PACKAGES)

test-packages: ## test the packages: validators, a second build elsewhere with the same sums, a fresh system; takes some minutes
	.ci/setup packages
	.ci/packages_test

systems: ## compile and vet for the other systems what needs no C compiler
	GOOS=windows $(HEADLESS) vet -tags ci ./...
	GOOS=darwin $(HEADLESS) build -tags ci ./ui/theme # starting an app there needs C, and its tests do
	GOOS=darwin $(HEADLESS) vet -tags ci $$($(HEADLESS) list -tags ci ./assets/... ./logic/... ./packages/... ./ui/... | grep -v /ui/theme$$)

check-setup:
	.ci/setup_test

setup-build:
	@.ci/setup build

setup-test:
	@.ci/setup test

clean: ## remove everything that was built
	rm -rf build backupdoctor backupdoctor.exe
