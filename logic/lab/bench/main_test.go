package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBenchPrintsTablesTargetsAndSeed(t *testing.T) {
	dir := t.TempDir()
	page, values := filepath.Join(dir, "bench.md"), filepath.Join(dir, "bench.csv")
	var out, status bytes.Buffer
	err := run(context.Background(), []string{
		"-knowledge", "../../../assets/knowledge", "-patients", "8", "-models", "1", "-draws", "1", "-paths", "5",
		"-bound", "3", "-charged", "2", "-seed", "42",
		"-markdown", page, "-csv", values,
	}, &out, &status)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Article, from top to bottom", "All answers free", "Distance from the optimum", "Believed numbers off by 1.5",
		"28 % with two causes", "Breaches of the gates", "met", "seed 42",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing from\n%s", want, out.String())
		}
	}
	if !strings.Contains(status.String(), "8 of") && !strings.Contains(status.String(), "of 5") {
		t.Errorf("the progress bar shows %q", status.String())
	}
	for _, name := range []string{page, values} {
		if text, err := os.ReadFile(name); err != nil || !bytes.Contains(text, []byte("The core")) {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
}

func TestBenchStopsWhenAsked(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	err := run(ctx, []string{"-knowledge", "../../../assets/knowledge"}, &bytes.Buffer{}, &bytes.Buffer{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestBenchRefusesNonsense(t *testing.T) {
	for _, args := range [][]string{{"-patients", "0"}, {"-bound", "0"}, {"-charged", "0"}, {"extra"}, {"-system", "x"}, {"-knowledge", "no-such-folder"}, {"-unknown"}} {
		if err := run(context.Background(), args, &bytes.Buffer{}, &bytes.Buffer{}); err == nil {
			t.Errorf("%v is accepted", args)
		}
	}
}
