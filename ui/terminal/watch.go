package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
)

// queue keeps what a board tells until it is printed: a board does not wait.
type queue struct {
	mu   sync.Mutex
	all  []evidence.Status
	more chan struct{}
}

func newQueue() *queue { return &queue{more: make(chan struct{}, 1)} }

func (q *queue) put(s evidence.Status) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.all = append(q.all, s)
	announce(q.more)
}

// announce says that there is more to take, unless that was said and not heard yet.
func announce(more chan<- struct{}) {
	select {
	case more <- struct{}{}:
	default:
	}
}

func (q *queue) take() []evidence.Status {
	q.mu.Lock()
	defer q.mu.Unlock()
	all := q.all
	q.all = nil
	return all
}

// watchFacts stays with the source that is named and prints each report, until it ends or the person stops
// the program. With a case, facts that hold by themselves are recorded at once.
func (p *program) watchFacts(o options, about evidence.About, file *casefile.File) error {
	q := newQueue()
	board, _, err := p.board(o.only, q.put)
	if err != nil {
		return err
	}
	defer board.Close()
	if !board.Watches(o.only) {
		return &usageError{p.text("cli.facts.no-watch")}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	q.take() // the board told that sources are on
	board.Watch(o.only, about)
	for last := (evidence.Status{}); ; {
		for _, s := range q.take() {
			if isNews(s, last) {
				last = s
				if err := p.watched(o, file, s); err != nil {
					return err
				}
			}
			if s.Watching.IsZero() {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-q.more:
		}
	}
}

// isNews reports whether a status has another report than the one before; clocks may be too coarse to tell by
// the time.
func isNews(s, before evidence.Status) bool {
	same := s.At.Equal(before.At) && s.State == before.State && s.Report.What.Key == before.Report.What.Key
	return !s.At.IsZero() && !same
}

// watched prints and records one report.
func (p *program) watched(o options, file *casefile.File, s evidence.Status) error {
	if _, err := p.record(file, []evidence.Status{s}); err != nil && !errors.Is(err, casefile.ErrOtherDevice) {
		return err
	} else if err != nil {
		fmt.Fprintln(p.err, "backupdoctor:", clean(p.words.Sentence(err)))
	}
	if o.json {
		if err := p.printData(p.asData(s)); err != nil {
			return err
		}
	} else {
		p.out.line(p.words.Clock(s.At.Local()))
		p.status(s)
	}
	return p.out.flush() // the next report may be hours away
}

// describe prints names and types of what the machines have, without values, for a person who reports that
// one differs.
func (p *program) describe(o options) error {
	board, sources, err := p.board(o.only, func(evidence.Status) {})
	if err != nil {
		return err
	}
	board.Close()
	all := []exchange{}
	for _, s := range sources {
		if d, ok := s.(evidence.Describer); ok && (o.only == "" || o.only == s.ID()) {
			ctx, stop := context.WithTimeout(context.Background(), s.Limit())
			for _, e := range d.Describe(ctx) {
				all = append(all, exchange{e.Asked, e.Answered, e.Took.Seconds()})
			}
			stop()
		}
	}
	if o.json {
		return p.printData(all)
	}
	for _, e := range all {
		p.out.line(clean(p.text("evidence.exchange", "Asked", e.Asked, "Answered", e.Answered)))
	}
	return nil
}
