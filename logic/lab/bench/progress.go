package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// progress draws a bar on one line of a terminal, at most ten times a second.
type progress struct {
	out  io.Writer
	mu   sync.Mutex
	last time.Time
}

const barWidth = 30

func (p *progress) report(part string, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if done < total && now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last = now
	full := barWidth * done / max(total, 1)
	bar := strings.Repeat("#", full) + strings.Repeat(".", barWidth-full)
	fmt.Fprintf(p.out, "\r\x1b[K%s [%s] %d of %d", part, bar, done, total)
}

// clear removes the bar.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprint(p.out, "\r\x1b[K")
}
