package casefile

import (
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	calm      = 100 * time.Millisecond // how long a file must rest before it is read: editors write in steps
	lookAgain = 2 * time.Second        // network disks tell nothing, so that somebody has to look
)

// Watch calls changed, in some goroutine, when the file may have another content than the one that this program last read or
// wrote. Absorb says whether it has. stop ends the watch and returns when changed will not be called any more.
func (f *File) Watch(changed func()) (stop func()) {
	done := make(chan struct{})
	var work sync.WaitGroup
	// Without a watcher, as on some network disks or when the system has no more of them, looking again is enough.
	watcher, err := fsnotify.NewWatcher()
	if err == nil {
		if err = watcher.Add(filepath.Dir(f.path)); err != nil {
			_ = watcher.Close()
		}
	}
	var events chan fsnotify.Event
	var troubles chan error
	if err == nil {
		events, troubles = watcher.Events, watcher.Errors
	} else {
		watcher = nil
	}
	seen := stateOf(f.path) // what is written from now on is news
	work.Go(func() {
		look := time.NewTicker(lookAgain)
		defer look.Stop()
		rest := time.NewTimer(time.Hour)
		rest.Stop()
		defer rest.Stop()
		for {
			select {
			case <-done:
				return
			case e, open := <-events:
				if !open {
					events = nil
				} else if filepath.Base(e.Name) == filepath.Base(f.path) && !e.Has(fsnotify.Chmod) {
					rest.Reset(calm)
				}
			case _, open := <-troubles: // unread they would stop the watcher
				if !open {
					troubles = nil
				} else {
					rest.Reset(calm) // events may be lost
				}
			case <-rest.C:
				seen = stateOf(f.path)
				changed()
			case <-look.C:
				if now := stateOf(f.path); now != seen {
					seen = now
					changed()
				}
			}
		}
	})
	var once sync.Once
	return func() {
		once.Do(func() {
			close(done)
			work.Wait()
			if watcher != nil {
				_ = watcher.Close()
			}
		})
	}
}

// fileState tells one content of a file from most others.
type fileState struct {
	time time.Time
	size int64
}

func stateOf(path string) fileState {
	info, err := os.Stat(path)
	if err != nil {
		return fileState{}
	}
	return fileState{info.ModTime(), info.Size()}
}
