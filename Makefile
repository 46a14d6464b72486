# Every target first installs what the machine lacks (.ci/setup); a second run installs nothing.
# Needed beforehand: Go 1.26, make and bash.

LINT_VERSION := v2.15.0
LINT         := bin/golangci-lint-$(LINT_VERSION)-$(shell go env GOVERSION)

# How the window is drawn: OpenGL ES draws the same picture and saves two minutes of the first build, and every driver
# on Linux offers it. `make build GL=desktop` takes desktop OpenGL there too.
SYSTEM := $(shell uname -s)
GL     ?= $(if $(filter Linux,$(SYSTEM)),es,desktop)

# One set of flags for each purpose: with others, the window's C code is compiled again.
TAGS       := migrated_fynedo,no_emoji,no_metadata
ifeq ($(GL),es)
TAGS       := $(TAGS),gles
endif
BUILD      := go build -buildvcs=false -tags $(TAGS) -ldflags "-s -w"
HEADLESS   := CGO_ENABLED=0 go
RACE        = $(if $(filter 1,$(shell go env CGO_ENABLED)),-race)
BINARY     := backupdoctor$(shell go env GOEXE)

FUZZTIME ?= 1m
ROUNDS   ?= 11
PICTURES ?= $(CURDIR)/build/screenshots

.NOTPARALLEL:
.PHONY: help run build test check-setup vet lint format unit fuzz window screenshots bench startup setup-build setup-test clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1 - /p' Makefile

run: build ## build the program and open its window; ARGS="…" are handed on
	./$(BINARY) $(ARGS)

build: setup-build ## build ./backupdoctor
	$(BUILD) -o $(BINARY) .

test: setup-test check-setup vet unit lint ## everything that must pass: linters, unit tests, short fuzzing, a real window
	$(MAKE) fuzz FUZZTIME=5s
	$(MAKE) window

bench: ## measure the benchmarks, the start, then the diagnosis in its laboratory; BENCH="-markdown file" is handed on
	$(HEADLESS) test -tags ci -run '^$$' -bench . -benchmem ./...
	$(MAKE) startup
	$(HEADLESS) run -tags ci ./logic/lab/bench $(BENCH)

screenshots: ## draw the gallery of docs/screenshots anew, without a display
	$(HEADLESS) test -tags ci -count=1 ./ui -run TestGallery -renew

fuzz: ## try random input on everything that parses; FUZZTIME is for each target
	.ci/fuzz $(FUZZTIME)

format: $(LINT) ## format the sources
	$(LINT) fmt ./...

vet:
	$(HEADLESS) vet -tags ci ./...

lint: $(LINT) ## run the linters
	CGO_ENABLED=0 $(LINT) run ./...

unit: setup-build ## run the tests that need no screen; pictures are compared and measured without the slow race detector
	go test $(RACE) -tags ci -timeout 30m -skip 'TestGallery|TestFits' ./...
	$(HEADLESS) test -tags ci ./ui -run 'TestGallery|TestFits'

ifeq ($(SYSTEM),Linux)
startup: build setup-test ## compare start and memory with the smallest window of the toolkit, in turn; ROUNDS is for each
	$(BUILD) -o build/floor ./e2e/testdata/floor
	go test -tags e2e -run '^$$' -bench Start -benchtime $(ROUNDS)x -timeout 30m ./e2e -ours "$(CURDIR)/$(BINARY)" -floor "$(CURDIR)/build/floor"

window: setup-test ## test the program in a real window on a virtual screen; PICTURES=folder keeps what it saw
	go test -tags e2e -count=1 -timeout 10m ./e2e -pictures "$(PICTURES)"
else
startup window:
	@echo "The tests in a real window run on Linux only."
endif

check-setup:
	.ci/setup_test

setup-build:
	@.ci/setup build

setup-test:
	@.ci/setup test

clean: ## remove everything that was built
	rm -rf bin build backupdoctor backupdoctor.exe

$(LINT):
	rm -f bin/golangci-lint*
	GOBIN="$(CURDIR)/bin" CGO_ENABLED=0 go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	mv bin/golangci-lint $@
