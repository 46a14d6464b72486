package upload

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"sync"
	"time"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/web"
	"backupdoctor/logic/words"
)

// How it is sent. Several streams fill a line that one does not, as in a backup. Each sends piece after piece and waits for the
// answer, so that only what has arrived counts and not what still waits in this computer. The first piece of each opens the
// connection and does not count.
const (
	streams    = 3
	firstPiece = 16 * kilobyte
	lastPiece  = 2 * megabyte
	quick      = 300 * time.Millisecond // a piece that takes less is followed by one twice as large
	tick       = 200 * time.Millisecond // between two tellings of the progress
	mostSpeed  = 10_000                 // Mbit/s; more is not told apart
)

// measuring is one test. Its fields change under mu.
type measuring struct {
	target *url.URL
	client *http.Client
	limits limits

	mu      sync.Mutex
	sent    int64 // bytes that were begun to be sent
	arrived int64 // bytes of counted pieces that were answered for
	begin   time.Time
	first   time.Time // when the first connection was open
	last    time.Time // when a counted piece arrived last
	err     error     // the first
}

func newMeasuring(target *url.URL, client *http.Client, l limits) *measuring {
	return &measuring{target: target, client: client, limits: l}
}

// run sends until time or bytes are used up, and returns the speed in Mbit/s. An error of any stream ends the test, since a line
// that breaks has no speed; so does ctx.
func (m *measuring) run(ctx context.Context, progress func(float64)) (float64, evidence.Exchange, error) {
	m.begin = time.Now()
	sending, stop := context.WithTimeout(ctx, m.limits.time)
	defer stop()
	defer m.client.CloseIdleConnections()
	var all, telling evidence.Crew
	for range streams {
		all.Go(func() {
			if err := m.stream(sending); err != nil {
				m.fail(err)
				stop()
			}
		})
	}
	done := make(chan struct{})
	telling.Go(func() { m.watch(done, progress) })
	func() {
		defer close(done) // also after a defect
		all.Wait()
	}()
	telling.Wait()
	speed, err := m.result(ctx)
	exchange := evidence.Exchange{Asked: http.MethodPost + " " + m.target.String(), Took: time.Since(m.begin)}
	exchange.Answered = fmt.Sprintf("%d/%d bytes, %.2f Mbit/s", m.arrived, m.sent, speed)
	if err != nil {
		exchange.Answered = fmt.Sprintf("%d/%d bytes, %v", m.arrived, m.sent, err)
	}
	return speed, exchange, err
}

// watch tells the progress until the streams are done.
func (m *measuring) watch(done <-chan struct{}, progress func(float64)) {
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	for {
		select {
		case <-done:
			return
		case <-ticker.C:
			if progress != nil {
				progress(m.share())
			}
		}
	}
}

// share is how much of the bytes or the time is used up.
func (m *measuring) share() float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return max(float64(m.sent)/float64(m.limits.bytes), float64(time.Since(m.begin))/float64(m.limits.time))
}

// result is the speed, when all streams have ended; m is at rest.
func (m *measuring) result(ctx context.Context) (float64, error) {
	took := m.last.Sub(m.first)
	switch {
	case m.err != nil:
		return 0, m.err
	case ctx.Err() != nil:
		return 0, web.Reason(ctx.Err())
	case m.arrived == 0 || took <= 0:
		return 0, words.Fail("evidence.upload.nothing-arrived")
	}
	return min(float64(m.arrived)/megabit/took.Seconds(), mostSpeed), nil
}

// stream sends piece after piece. It returns without an error when time or bytes are used up.
func (m *measuring) stream(ctx context.Context) error {
	piece, isFirst := int64(firstPiece), true
	for {
		size := m.take(piece)
		if size == 0 {
			return nil
		}
		begin := time.Now()
		err := m.send(ctx, size)
		if ctx.Err() != nil {
			return nil //nolint:nilerr // what was under way at the end does not count
		}
		if err != nil {
			return err
		}
		m.arrive(size, isFirst)
		isFirst = false
		if time.Since(begin) < quick {
			piece = min(2*piece, lastPiece)
		}
	}
}

// take reserves bytes of those that may still be sent.
func (m *measuring) take(piece int64) int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	size := min(piece, m.limits.bytes-m.sent)
	m.sent += size
	return size
}

func (m *measuring) arrive(size int64, isFirst bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	if isFirst {
		if m.first.IsZero() {
			m.first = now
		}
		return
	}
	m.arrived, m.last = m.arrived+size, now
}

func (m *measuring) fail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err == nil {
		m.err = err
	}
}

// send sends one piece and waits until the server has answered for it.
func (m *measuring) send(ctx context.Context, size int64) error {
	body := &piece{left: size}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, m.target.String(), body)
	if err != nil {
		return web.Reason(err)
	}
	request.ContentLength = size
	request.Header.Set("Content-Type", "application/octet-stream")
	response, err := m.client.Do(request)
	if err != nil {
		return web.Reason(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, io.LimitReader(response.Body, maxConfig)); err != nil {
		return web.Reason(err)
	}
	switch {
	case response.StatusCode/100 != 2:
		return words.Fail("evidence.http-status", "Code", response.StatusCode)
	case !body.isSent():
		return words.Fail("evidence.upload.early")
	}
	return nil
}

// piece is a body of random bytes, which nothing on the way can make smaller. The client reads it in a goroutine of its own.
type piece struct {
	mu    sync.Mutex
	left  int64
	chaos *rand.ChaCha8
}

// Read implements io.Reader.
func (p *piece) Read(into []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.left == 0 {
		return 0, io.EOF
	}
	if p.chaos == nil {
		var seed [32]byte
		for i := range seed {
			seed[i] = byte(rand.Uint32()) //nolint:gosec // it need not be secret, only hard to compress
		}
		p.chaos = rand.NewChaCha8(seed)
	}
	n, _ := p.chaos.Read(into[:min(int64(len(into)), p.left)]) // never fails
	p.left -= int64(n)
	return n, nil
}

// isSent reports whether the client has taken the whole body.
func (p *piece) isSent() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.left == 0
}
