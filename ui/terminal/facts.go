package terminal

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// found is one source in the output of facts -json.
type found struct {
	Source string     `json:"source"`
	State  string     `json:"state"` // found, needs or failed
	Time   time.Time  `json:"time"`
	What   string     `json:"what"`
	More   []string   `json:"more,omitempty"`
	Facts  []fact     `json:"facts"`
	Asks   string     `json:"asks,omitempty"` // what must be so for the facts to hold for the device
	Asked  []exchange `json:"asked"`
}

type fact struct {
	Check  string `json:"check,omitempty"`
	Fact   string `json:"fact,omitempty"`
	Answer string `json:"answer,omitempty"`
	Value  string `json:"value,omitempty"`
}

type exchange struct {
	Asked    string  `json:"asked"`
	Answered string  `json:"answered"`
	Seconds  float64 `json:"seconds"`
}

// facts looks once with every source, or with the one that is named, and prints what each says. With a case, facts that hold
// by themselves are recorded in it.
func (p *program) facts(o options) error {
	lib, err := p.library("")
	if err != nil {
		return err
	}
	var file *casefile.File
	about := evidence.About{Fresh: true}
	if len(o.files) > 0 {
		if file, err = p.caseForFacts(o.files[0], lib.Known()); err != nil {
			return err
		}
		defer file.Close()
		about.Country = file.Case().Country
	}
	switch {
	case o.keys:
		return p.describe(o)
	case o.watch:
		return p.watchFacts(o, about, file)
	}
	board, _, err := p.board(o.only, func(evidence.Status) {})
	if err != nil {
		return err
	}
	defer board.Close()
	statuses := lookOnce(board, about, o.only)
	news, err := p.record(file, statuses)
	if err != nil {
		return err
	}
	if o.json {
		return p.factsAsData(statuses)
	}
	for i, s := range statuses {
		if i > 0 {
			p.out.blank()
		}
		p.status(s)
	}
	if file != nil {
		p.out.blank()
		p.out.line(p.words.Count("cli.facts.recorded", news))
	}
	return nil
}

// caseForFacts opens the case that takes facts.
func (p *program) caseForFacts(name string, known casefile.Known) (*casefile.File, error) {
	if _, err := os.Stat(name); err != nil {
		return nil, err
	}
	file, notice, err := casefile.Open(name, known, p.now)
	if err != nil {
		return nil, err
	}
	if !notice.IsZero() {
		fmt.Fprintln(p.err, "backupdoctor:", clean(notice.Tell(p.words)))
	}
	if file.ReadOnly() {
		_ = file.Close()
		return nil, casefile.ErrReadOnly
	}
	return file, nil
}

// board makes a board on which the source of this name is on, or all that the person wants.
func (p *program) board(only string, tell func(evidence.Status)) (*evidence.Board, []evidence.Source, error) {
	home, err := casefile.Home(p.getenv)
	if err != nil {
		return nil, nil, err
	}
	kept, err := settings.Load(filepath.Join(home, settings.FileName))
	if err != nil {
		return nil, nil, err
	}
	var sources []evidence.Source
	if p.sources != nil {
		sources = p.sources(home, kept)
	}
	board := evidence.NewBoard(p.now, tell, sources...)
	known := only == ""
	var ids []string
	for _, s := range board.Statuses() {
		known, ids = known || only == s.ID, append(ids, s.ID)
		if off := kept.Off(s.ID); only == s.ID || only == "" && (off == nil || !*off) {
			board.Turn(s.ID, true)
		}
	}
	if !known {
		return nil, nil, &usageError{p.text("cli.facts.unknown", "Source", clean(only), "Sources", strings.Join(ids, ", "))}
	}
	return board, sources, nil
}

// lookOnce asks the source of this name, or all that are on, and waits for them.
func lookOnce(board *evidence.Board, about evidence.About, only string) []evidence.Status {
	if only != "" {
		board.Look(about, only)
	} else {
		board.Look(about)
	}
	board.Wait()
	return slices.DeleteFunc(board.Statuses(), func(s evidence.Status) bool { return s.State == evidence.Off })
}

// record puts facts that hold by themselves into the case, and returns how many are news.
func (p *program) record(file *casefile.File, statuses []evidence.Status) (news int, err error) {
	if file == nil {
		return 0, nil
	}
	for _, s := range statuses {
		if len(s.Report.Reading.Facts) > 0 && s.Report.Asks.IsZero() {
			n, trouble := file.Observe(s.Report.Reading)
			news, err = news+n, errors.Join(err, trouble)
		}
	}
	return news, err
}

// status prints what one source says.
func (p *program) status(s evidence.Status) {
	p.out.line(p.text("evidence.line", "Source", p.text("evidence.source."+s.ID), "State", p.text("evidence.state."+s.State.Name())))
	if s.State == evidence.Idle { // it costs something, and nobody named it
		p.out.item("  ", s.Cost.Tell(p.words))
		p.out.item("  ", p.text("cli.facts.how", "Source", s.ID))
		return
	}
	for _, sentence := range append([]words.Sentence{s.Report.What}, s.Report.More...) {
		p.out.item("  ", clean(sentence.Tell(p.words)))
	}
	if !s.Report.Asks.IsZero() {
		p.out.item("  ", p.text("cli.facts.asks", "Question", s.Report.Asks.Tell(p.words)))
	}
}

// factsAsData prints the statuses for other programs.
func (p *program) factsAsData(statuses []evidence.Status) error {
	list := []found{}
	for _, s := range statuses {
		if s.State != evidence.Idle {
			list = append(list, p.asData(s))
		}
	}
	return p.printData(list)
}

func (p *program) asData(s evidence.Status) found {
	f := found{
		Source: s.ID, State: s.State.Name(), Time: s.At.UTC(), What: s.Report.What.Tell(p.words),
		Facts: []fact{}, Asks: s.Report.Asks.Tell(p.words), Asked: []exchange{},
	}
	for _, more := range s.Report.More {
		f.More = append(f.More, more.Tell(p.words))
	}
	for _, o := range s.Report.Reading.Facts {
		f.Facts = append(f.Facts, fact{o.Check, o.Fact, o.Answer, o.Value})
	}
	for _, e := range s.Report.Asked {
		f.Asked = append(f.Asked, exchange{e.Asked, e.Answered, e.Took.Seconds()})
	}
	return f
}

// printData prints a value as one line of JSON.
func (p *program) printData(value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	p.out.raw(string(data) + "\n")
	return nil
}
