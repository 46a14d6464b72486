// Command mutate tells how much the tests notice. It puts one small defect at a time into the code of a room, such as
// a comparison turned around or a statement dropped, and runs the tests of the package. It fails when too few of the
// defects are noticed, or when one is not that survivors.txt does not explain.
package main

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// wanted is the share of mutants that tests must notice, in percent.
const wanted = 85

// explained has a line for each mutant that may survive: its name, then a tab and the reason.
//
//go:embed survivors.txt
var explained string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// options are the command line.
type options struct {
	sample int            // mutants of each room
	seed   int64          // chooses them
	only   *regexp.Regexp // names of mutants
	rooms  []string       // all when there are none
	list   bool
}

func parse(args []string) (options, error) {
	var o options
	set := flag.NewFlagSet("mutate", flag.ContinueOnError)
	set.IntVar(&o.sample, "sample", 40, "mutants of each room; 0 takes all")
	set.Int64Var(&o.seed, "seed", 20261127, "seed of the choice")
	only := set.String("only", "", "regular expression: take the mutants whose name it matches")
	set.BoolVar(&o.list, "list", false, "name the chosen mutants without running them")
	if err := set.Parse(args); err != nil {
		return o, err
	}
	o.rooms = set.Args()
	var err error
	o.only, err = regexp.Compile(*only)
	return o, err
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	root, err := os.Getwd()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system tidies up what is left
	t := &trial{root: root, folder: folder, grace: 20 * time.Second, tests: map[string]*tests{}}
	fmt.Fprintf(out, "seed %d, a sample of %d in each room\n", o.seed, o.sample)
	var failed error
	for _, r := range rooms {
		if len(o.rooms) == 0 || slices.Contains(o.rooms, r.Name) {
			failed = errors.Join(failed, r.examine(ctx, t, o, out))
		}
	}
	return failed
}

// chosen is a mutant with the packages whose tests are run against it.
type chosen struct {
	Mutant
	pkgs []string
	rank uint64
}

// choose returns all mutants of a room that are asked for, in the order of the seed. The order of what stays does not
// change when code is added.
func (r Room) choose(root string, o options) ([]chosen, error) {
	var all []chosen
	for _, p := range r.Part {
		found, err := p.Mutants(root)
		if err != nil {
			return nil, err
		}
		for _, m := range found {
			if o.only.MatchString(m.Name()) {
				h := fnv.New64a()
				fmt.Fprint(h, o.seed, m.Name(), o.seed)
				all = append(all, chosen{m, append([]string{p.Package}, p.Holders...), mix(h.Sum64())})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b chosen) int { return cmp.Compare(a.rank, b.rank) })
	return all, nil
}

// mix spreads a hash over all its bits: names that begin alike have hashes that do.
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// examine tries a sample of a room's mutants and tells the score. It is an error when the tests notice too few.
func (r Room) examine(ctx context.Context, t *trial, o options, out io.Writer) error {
	all, err := r.choose(t.root, o)
	if err != nil {
		return err
	}
	reasons, begun := survivors(explained), time.Now()
	counts := map[Fate]int{}
	var strange int
	for i := range all {
		c := &all[i]
		tried := counts[Killed] + counts[Hung] + counts[Survived]
		if o.sample > 0 && tried == o.sample {
			break
		}
		if o.list {
			fmt.Fprintf(out, "%s\n", c.Name())
			counts[Survived]++
			continue
		}
		fate, err := t.try(ctx, &c.Mutant, c.pkgs)
		if err != nil {
			return err
		}
		counts[fate]++
		if fate == Invalid {
			continue
		}
		reason := reasons[c.Name()]
		if fate == Survived && reason == "" {
			strange++
			reason = "not explained"
		}
		fmt.Fprintf(out, "%-8s %s:%d %s", fate, filepath.Base(c.File), c.Line, c.Name())
		if fate == Survived {
			fmt.Fprintf(out, "\t%s", reason)
		}
		fmt.Fprintln(out)
	}
	if o.list {
		return nil
	}
	return r.tell(counts, len(all), strange, time.Since(begun), out)
}

// tell prints the score of a room.
func (r Room) tell(counts map[Fate]int, of, strange int, took time.Duration, out io.Writer) error {
	noticed, tried := counts[Killed]+counts[Hung], counts[Killed]+counts[Hung]+counts[Survived]
	if tried == 0 {
		return fmt.Errorf("%s: no mutant was tried", r.Name)
	}
	percent := 100 * float64(noticed) / float64(tried)
	fmt.Fprintf(out, "%s: %d of %d mutants noticed, %.0f %% (%d of them hung); %d survive, %d without a reason; "+
		"%d do not compile; %d there are; %s\n", r.Name, noticed, tried, percent, counts[Hung],
		counts[Survived], strange, counts[Invalid], of, took.Round(time.Second))
	switch {
	case percent < wanted:
		return fmt.Errorf("%s: %.0f %% of the mutants were noticed, want %d", r.Name, percent, wanted)
	case strange > 0:
		return fmt.Errorf("%s: %d mutants survive without a reason in survivors.txt", r.Name, strange)
	}
	return nil
}

// survivors reads the list of mutants that may survive: reasons by names.
func survivors(list string) map[string]string {
	reasons := map[string]string{}
	for line := range strings.Lines(list) {
		if name, reason, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			reasons[name] = reason
		}
	}
	return reasons
}
