package terminal

import (
	"errors"
	"path/filepath"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// moment is how long a person waits at most for the phone: at the start, and after asking for it.
const (
	moment   = 1500 * time.Millisecond
	moreTime = 15 * time.Second
)

// phoneReader reads the phone on the cable beside the conversation, as the window does.
type phoneReader struct {
	board *evidence.Board
	news  chan struct{}   // the board has another status
	last  evidence.Status // what was told last
}

// readsPhone begins to read the phone that is connected, and each that comes, unless the settings say that the person
// does not want it. Without such a source, or where it is off, the reader is nil.
func (p *program) readsPhone() (*phoneReader, error) {
	home, err := casefile.Home(p.getenv)
	if err != nil || p.sources == nil {
		return nil, err
	}
	kept, err := settings.Load(filepath.Join(home, settings.FileName))
	if err != nil || kept.Phone.Off {
		return nil, err
	}
	r := &phoneReader{news: make(chan struct{}, 1)}
	r.board = evidence.NewBoard(p.now, func(evidence.Status) { announce(r.news) }, p.sources(home, kept)...)
	r.board.OnNotice = func(id string) { r.board.Renew(evidence.About{}, id) }
	r.board.Turn(settings.ThePhone, true)
	r.board.Look(evidence.About{Fresh: true}, settings.ThePhone)
	return r, nil
}

// wait waits until a look ends, but no longer than a time, and not when the program is told to end.
func (r *phoneReader) wait(most time.Duration, stop <-chan struct{}) {
	end := time.NewTimer(most)
	defer end.Stop()
	for r.isLooking() {
		select {
		case <-r.news:
		case <-end.C:
			return
		case <-stop:
			return
		}
	}
}

func (r *phoneReader) isLooking() bool {
	s, ok := r.status()
	return ok && s.State == evidence.Looking
}

// status is how the source is doing; false when there is no such source.
func (r *phoneReader) status() (evidence.Status, bool) {
	for _, s := range r.board.Statuses() {
		if s.ID == settings.ThePhone {
			return s, true
		}
	}
	return evidence.Status{}, false
}

// readPhone begins with the phone: what it tells within a moment needs no asking, and the rest is told when it comes.
func (g *guide) readPhone() {
	var err error
	if g.phone, err = g.readsPhone(); err != nil {
		g.reportError(err)
		return
	}
	if g.phone == nil {
		return
	}
	g.phone.wait(moment, g.in.stop)
	g.heed()
	g.navigator.Follow() // no page was shown yet that could turn
}

// heed records what the phone told since and says it.
func (g *guide) heed() {
	if g.phone == nil {
		return
	}
	if s, ok := g.phone.status(); ok && s.State != evidence.Looking && isNews(s, g.phone.last) {
		g.phone.last = s
		g.tellPhone(s, s.Report.Asks.IsZero())
	}
}

// tellPhone says in a few words how the phone is doing, with what it told when that counts for the case.
func (g *guide) tellPhone(s evidence.Status, counts bool) {
	news, err := 0, error(nil)
	if counts && len(s.Report.Reading.Facts) > 0 {
		news, err = g.navigator.Observe(s.Report.Reading)
	}
	if errors.Is(err, casefile.ErrOtherDevice) {
		g.say("evidence.other")
		return
	}
	g.reportError(err)
	brief := g.text("evidence.brief.failed", "Source", g.text("evidence.name."+s.ID))
	if !s.Report.Brief.IsZero() {
		brief = s.Report.Brief.Tell(g.words)
	}
	g.out.line(clean(brief))
	if s.State != evidence.Found {
		return
	}
	for _, sentence := range append([]words.Sentence{s.Report.What}, s.Report.More...) {
		g.out.item("  ", clean(sentence.Tell(g.words)))
	}
	if news > 0 {
		g.out.line(g.words.Count("evidence.found", news))
		g.fresh = true
	}
}

// askPhone reads the phone anew, says all about it, and what must be done first; what holds only for the phone of this
// case counts when the person says that it is this one.
func (g *guide) askPhone() {
	if g.phone == nil {
		g.say("evidence.brief.off", "Source", g.text("evidence.name."+settings.ThePhone))
		return
	}
	g.phone.board.Renew(evidence.About{Fresh: true}, settings.ThePhone)
	g.phone.wait(moreTime, g.in.stop)
	s, ok := g.phone.status()
	if !ok || s.State == evidence.Looking || g.in.isStopped() {
		g.say("evidence.brief.looking", "Source", g.text("evidence.name."+settings.ThePhone))
		return
	}
	g.phone.last = s
	if s.State != evidence.Found {
		g.out.line(clean(s.Report.What.Tell(g.words)))
	}
	g.tellPhone(s, s.Report.Asks.IsZero() || g.agrees(s.Report.Asks.Tell(g.words)))
}

// agrees asks a question that yes or no answers; Enter is no.
func (g *guide) agrees(question string) bool {
	g.out.line(clean(question))
	for i, answer := range []string{"text.yes", "text.no"} {
		g.out.item("  "+string(rune('1'+i))+". ", g.text(answer))
	}
	n, ok := g.number(g.text("text.phone.whose"), 2)
	return ok && n == 1
}
