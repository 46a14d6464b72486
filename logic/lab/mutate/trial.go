package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	root   string                   // of the module
	folder string                   // for what is built
	limit  map[string]time.Duration // for the tests of a package
	flags  map[string][]string      // more flags for the tests of a package
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
func (t *trial) compile(ctx context.Context, pkg, overlay string) (binary, complaint string) {
	binary = filepath.Join(t.folder, "mutant.test")
	args := []string{"test", "-c", "-tags", "ci", "-ldflags", "-s -w", "-o", binary}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	out, err := t.command(ctx, ".", "go", append(args, "./"+pkg)...).CombinedOutput()
	if err != nil {
		return "", string(out)
	}
	return binary, ""
}

// run runs compiled tests of a package and returns how they ended.
func (t *trial) run(ctx context.Context, pkg, binary string, limit time.Duration) (Fate, string) {
	timed, stop := context.WithTimeout(ctx, limit)
	defer stop()
	args := append([]string{"-test.short", "-test.failfast"}, t.flags[pkg]...)
	out, err := t.command(timed, pkg, binary, args...).CombinedOutput()
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
	grace    = 20 * time.Second
	longest  = 10 * time.Minute
)

// prepare runs the tests of a package without a defect: they must pass, and tell how long they take.
func (t *trial) prepare(ctx context.Context, pkg string) error {
	if _, ok := t.limit[pkg]; ok {
		return nil
	}
	binary, complaint := t.compile(ctx, pkg, "")
	if complaint != "" {
		return fmt.Errorf("the tests of %s do not compile: %s", pkg, complaint)
	}
	// Tests of properties keep each failure in a file, which would be tried again against the next mutant.
	const noFailures = "-rapid.nofailfile"
	probe := t.command(ctx, pkg, binary, noFailures, "-test.run", "^$")
	if probe.Run() == nil {
		t.flags[pkg] = []string{noFailures}
	}
	begun := time.Now()
	if fate, out := t.run(ctx, pkg, binary, longest); fate != Survived {
		return fmt.Errorf("the tests of %s fail without a mutant: %s", pkg, out)
	}
	t.limit[pkg] = patience*time.Since(begun) + grace
	return nil
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
	for _, pkg := range pkgs {
		if err := t.prepare(ctx, pkg); err != nil {
			return "", err
		}
		binary, complaint := t.compile(ctx, pkg, overlay)
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if complaint != "" {
			return Invalid, nil
		}
		if fate, _ := t.run(ctx, pkg, binary, t.limit[pkg]); fate != Survived || ctx.Err() != nil {
			return fate, ctx.Err()
		}
	}
	return Survived, nil
}
