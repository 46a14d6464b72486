package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/plainfile"
)

// Fate is what became of a mutant.
type Fate string

// The fates. A mutant that does not compile is no mutant.
const (
	Killed   Fate = "killed"
	Hung     Fate = "hung" // it ran out of time, and counts as killed
	Survived Fate = "SURVIVED"
	Invalid  Fate = "does not compile"
)

// trial compiles mutants and runs tests against them.
type trial struct {
	root   string            // of the module
	folder string            // for what is built
	grace  time.Duration     // for tests that take no time
	tests  map[string]*tests // by package
}

// tests are the compiled tests of a package without a defect.
type tests struct {
	binary string
	limit  time.Duration // for one run
	flags  []string
	quick  string // regular expression of the tests that take a quarter of the time together, or "" for all
}

// command makes a command that starts in a folder of the module. Temporary files go into the trial's folder.
func (t *trial) command(ctx context.Context, folder, program string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, program, args...) //nolint:gosec // the go command, and tests that it built
	c.Dir = filepath.Join(t.root, filepath.FromSlash(folder))
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "TMPDIR="+t.folder)
	c.WaitDelay = 5 * time.Second // a child of a test may hold the pipe
	return c
}

// compile builds the tests of a package, with an overlay when there is one.
func (t *trial) compile(ctx context.Context, pkg, binary, overlay string) (complaint string) {
	args := []string{"test", "-c", "-tags", "ci", "-ldflags", "-s -w", "-o", binary}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	out, err := t.command(ctx, ".", "go", append(args, "./"+pkg)...).CombinedOutput()
	if err != nil {
		return string(out)
	}
	return ""
}

// run runs compiled tests of a package and returns how they ended.
func (t *trial) run(ctx context.Context, pkg, binary string, limit time.Duration, flags ...string) (Fate, string) {
	timed, stop := context.WithTimeout(ctx, limit)
	defer stop()
	out, err := t.command(timed, pkg, binary, append([]string{"-test.short", "-test.failfast"}, flags...)...).CombinedOutput()
	switch {
	case timed.Err() != nil:
		return Hung, string(out)
	case err != nil:
		return Killed, string(out)
	}
	return Survived, string(out)
}

// The tests of a mutant may take some times as long as those of the code as it is, on a machine that others use as well.
const (
	patience = 6
	longest  = 10 * time.Minute
)

// prepare compiles the tests of a package without a defect, and measures them.
func (t *trial) prepare(ctx context.Context, pkg string) (*tests, error) {
	if s, ok := t.tests[pkg]; ok {
		return s, nil
	}
	s := &tests{binary: filepath.Join(t.folder, strings.ReplaceAll(pkg, "/", "_")+".test")}
	if complaint := t.compile(ctx, pkg, s.binary, ""); complaint != "" {
		return nil, fmt.Errorf("the tests of %s do not compile: %s", pkg, complaint)
	}
	// Tests of properties keep each failure in a file, which would be tried again against the next mutant.
	const noFailures = "-rapid.nofailfile"
	if t.command(ctx, pkg, s.binary, noFailures, "-test.run", "^$").Run() == nil {
		s.flags = []string{noFailures}
	}
	if err := t.measure(ctx, pkg, s); err != nil {
		return nil, err
	}
	t.tests[pkg] = s
	return s, nil
}

// measure runs the tests of a package without a defect: they must pass, and tell how long they take.
func (t *trial) measure(ctx context.Context, pkg string, s *tests) error {
	begun := time.Now()
	fate, out := t.run(ctx, pkg, s.binary, longest, append([]string{"-test.v"}, s.flags...)...)
	if fate != Survived {
		return fmt.Errorf("the tests of %s fail without a mutant: %s", pkg, out)
	}
	s.limit, s.quick = patience*time.Since(begun)+t.grace, quickest(out)
	return nil
}

// passed is what a test binary says of a test.
var passed = regexp.MustCompile(`(?m)^--- PASS: (\w+) \((\d+\.\d+)s\)$`)

// quickest is a regular expression of the tests that take the least time, all together a quarter.
func quickest(out string) string {
	type took struct {
		name    string
		seconds float64
	}
	var all []took
	sum := 0.0
	for _, m := range passed.FindAllStringSubmatch(out, -1) {
		seconds, _ := strconv.ParseFloat(m[2], 64) // digits
		all, sum = append(all, took{m[1], seconds}), sum+seconds
	}
	slices.SortStableFunc(all, func(a, b took) int { return cmp.Compare(a.seconds, b.seconds) })
	var names []string
	left := sum / 4
	for _, test := range all {
		if left -= test.seconds; left < 0 {
			return "^(" + strings.Join(names, "|") + ")$"
		}
		names = append(names, test.name)
	}
	return ""
}

// judge runs the tests of a package against a mutant that is compiled, first those that are quick. Tests that run out
// of time are run again when the machine has become slow: without the defect they would not be done either.
func (t *trial) judge(ctx context.Context, pkg, binary string, s *tests) (Fate, error) {
	rounds := []round{{1, nil}}
	if s.quick != "" {
		rounds = []round{{2, []string{"-test.run", s.quick}}, {1, []string{"-test.skip", s.quick}}}
	}
	for _, r := range rounds {
		flags := append(r.flags, s.flags...)
		before := s.limit
		fate, _ := t.run(ctx, pkg, binary, s.limit/r.share, flags...)
		if fate == Hung && ctx.Err() == nil {
			if err := t.measure(ctx, pkg, s); err != nil {
				return "", err
			}
			if s.limit > before {
				fate, _ = t.run(ctx, pkg, binary, s.limit/r.share, flags...)
			}
		}
		if fate != Survived || ctx.Err() != nil {
			return fate, ctx.Err()
		}
	}
	return Survived, nil
}

// round is some of the tests of a package.
type round struct {
	share time.Duration // of the limit: 2 is half of it
	flags []string
}

// try runs the tests of packages against a mutant, until one notices it.
func (t *trial) try(ctx context.Context, m *Mutant, pkgs []string) (Fate, error) {
	name := filepath.Join(t.root, filepath.FromSlash(m.File))
	source, err := plainfile.Read(name, largestSource)
	if err != nil {
		return "", err
	}
	mutated, overlay := filepath.Join(t.folder, "mutant.go"), filepath.Join(t.folder, "overlay.json")
	replaced, err := json.Marshal(map[string]map[string]string{"Replace": {name: mutated}})
	if err != nil {
		return "", err
	}
	err = errors.Join(plainfile.Write(mutated, m.Apply(source)), plainfile.Write(overlay, replaced))
	if err != nil {
		return "", err
	}
	binary := filepath.Join(t.folder, "mutant.test")
	for _, pkg := range pkgs {
		s, err := t.prepare(ctx, pkg)
		if err != nil {
			return "", err
		}
		complaint := t.compile(ctx, pkg, binary, overlay)
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if complaint != "" {
			return Invalid, nil
		}
		if fate, err := t.judge(ctx, pkg, binary, s); fate != Survived || err != nil {
			return fate, err
		}
	}
	return Survived, nil
}
