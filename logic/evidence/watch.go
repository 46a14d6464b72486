package evidence

import (
	"context"
	"fmt"
	"time"

	"backupdoctor/logic/words"
)

// Watcher is a source that can stay with its machine and report each change, such as a phone while a backup runs.
type Watcher interface {
	Source
	// Watch reports what it reads: at once, and after each change, until ctx ends. It never calls report after it has
	// returned. A machine that goes away is a report and no end.
	Watch(ctx context.Context, about About, report func(Report))
}

// Watch goes on looking with a source, until Unwatch, Turn or Close; Status.Watching tells since when. A source that is off, is
// watching or can't watch is left alone.
func (b *Board) Watch(id string, about About) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.slot(id)
	if s == nil || b.closed || s.status.State == Off || s.unwatch != nil {
		return
	}
	watcher, ok := s.source.(Watcher)
	if !ok {
		return
	}
	ctx, unwatch := context.WithCancel(context.Background())
	s.watch++
	s.unwatch, s.status.Watching = unwatch, b.now()
	b.tell(s.status)
	number := s.watch
	go func() {
		watch(ctx, watcher, about, func(r Report) { b.noteWatched(s, number, r) })
		b.endWatch(s, number)
	}()
}

// Unwatch ends a watch; what was read last stays.
func (b *Board) Unwatch(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s := b.slot(id); s != nil && s.unwatch != nil {
		s.stopWatch()
		b.tell(s.status)
	}
}

// Watches reports whether a source can watch.
func (b *Board) Watches(id string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.slot(id)
	if s == nil {
		return false
	}
	_, ok := s.source.(Watcher)
	return ok
}

// noteWatched takes a report of a watch, unless it was ended before.
func (b *Board) noteWatched(s *slot, number int, r Report) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s.unwatch != nil && s.watch == number {
		b.take(s, r)
	}
}

// endWatch notes that a watch came to its end by itself.
func (b *Board) endWatch(s *slot, number int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s.unwatch != nil && s.watch == number {
		s.stopWatch()
		b.tell(s.status)
	}
}

// stopWatch ends the watch, if there is one.
func (s *slot) stopWatch() {
	if s.unwatch != nil {
		s.unwatch()
		s.unwatch, s.status.Watching = nil, time.Time{}
	}
}

// watch lets the source watch. A defect in it ends the watch with a failure and not the program.
func watch(ctx context.Context, w Watcher, about About, report func(Report)) {
	defer func() {
		if defect := recover(); defect != nil {
			report(Failure(words.Say("evidence.defect"), Exchange{Asked: w.ID(), Answered: fmt.Sprint(defect)}))
		}
	}()
	w.Watch(ctx, about, report)
}
