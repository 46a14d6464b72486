// Command bench measures the diagnosis core in the laboratory: against an ordinary article's order and other
// policies on simulated patients, against the exact optimum on small models, with a world that is not as the
// model says, and along simulated paths on which the gates are watched. It prints the tables, the targets and
// the seeds.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge/lint"
	"backupdoctor/logic/lab"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(os.Stderr, "Stopped.")
		os.Exit(130)
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are the command line.
type options struct {
	knowledge, system, markdown, csv string
	trial                            lab.Trial
}

func parse(args []string, out io.Writer) (options, error) {
	var o options
	set := flag.NewFlagSet("bench", flag.ContinueOnError)
	set.SetOutput(out)
	set.StringVar(&o.knowledge, "knowledge", "assets/knowledge", "folder of the knowledge base")
	set.StringVar(&o.system, "system", "18", "version of the phone's system")
	set.IntVar(&o.trial.Patients, "patients", 20000, "simulated patients")
	set.IntVar(&o.trial.Models, "models", 200, "random small models")
	set.IntVar(&o.trial.Draws, "draws", 8, "noisy models for each level of noise")
	set.IntVar(&o.trial.Paths, "paths", 100000, "simulated paths on which the gates are watched")
	set.IntVar(&o.trial.Bound, "bound", 600, "patients from whom the bound with all answers free is taken")
	set.IntVar(&o.trial.Charged, "charged", 200, "patients from whom the bound that charges for long questions is taken")
	set.Uint64Var(&o.trial.Seed, "seed", 20261123, "seed of all random numbers")
	set.StringVar(&o.markdown, "markdown", "", "also write the tables to this file as Markdown")
	set.StringVar(&o.csv, "csv", "", "also write the tables to this file as CSV")
	if err := set.Parse(args); err != nil {
		return o, err
	}
	if set.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q", set.Arg(0))
	}
	if min(o.trial.Patients, o.trial.Models, o.trial.Draws, o.trial.Paths, o.trial.Bound, o.trial.Charged) < 1 {
		return o, errors.New("patients, models, draws, paths, bound and charged must be at least 1")
	}
	return o, nil
}

func run(ctx context.Context, args []string, out, status io.Writer) error {
	o, err := parse(args, status)
	if err != nil {
		return err
	}
	version, err := apple.ParseVersion(o.system)
	if err != nil {
		return err
	}
	base, err := lint.Load(os.DirFS(o.knowledge), ".")
	if err != nil {
		return err
	}
	device := apple.Device{Kind: apple.IPhone, Version: version}
	if o.trial.Core, err = diagnosis.New(diagnosis.FromKnowledge(base, device)); err != nil {
		return err
	}
	if o.trial.Article, err = lab.TheArticle(o.trial.Core); err != nil {
		return err
	}
	bar := &progress{out: status}
	o.trial.Progress = bar.report
	begin := time.Now()
	tables, err := o.trial.All(ctx)
	bar.clear()
	if err != nil {
		return err
	}
	for i := range tables {
		if err := tables[i].Text(out); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "Knowledge base of %s, seed %d, %.0f s.\n",
		base.Meta.Version, o.trial.Seed, time.Since(begin).Seconds())
	return errors.Join(save(o.markdown, tables, (*lab.Table).Markdown), save(o.csv, tables, (*lab.Table).CSV))
}

// save writes the tables to a file in one form; an empty name writes nothing.
func save(name string, tables []lab.Table, write func(*lab.Table, io.Writer) error) error {
	if name == "" {
		return nil
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	for i := range tables {
		if err := write(&tables[i], file); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	return file.Close()
}
