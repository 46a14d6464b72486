package terminal

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
		if _, err := os.Stat(o.files[0]); err != nil {
			return err
		}
		var notice casefile.Notice
		if file, notice, err = casefile.Open(o.files[0], lib.Known(), p.now); err != nil {
			return err
		}
		defer file.Close()
		if !notice.IsZero() {
			fmt.Fprintln(p.err, "backupdoctor:", clean(notice.Tell(p.words)))
		}
		if file.ReadOnly() {
			return casefile.ErrReadOnly
		}
		if c := file.Case(); c.Country != "" {
			about.Country = c.Country
		}
	}
	statuses, err := p.look(o.only, about)
	if err != nil {
		return err
	}
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

// look asks the sources of this name, or all, and waits for them.
func (p *program) look(only string, about evidence.About) ([]evidence.Status, error) {
	home, err := casefile.Home(p.getenv)
	if err != nil {
		return nil, err
	}
	kept, err := settings.Load(filepath.Join(home, settings.FileName))
	if err != nil {
		return nil, err
	}
	var sources []evidence.Source
	if p.sources != nil {
		sources = p.sources(home, kept)
	}
	board := evidence.NewBoard(p.now, func(evidence.Status) {}, sources...)
	defer board.Close()
	known := only == ""
	var ids []string
	for _, s := range board.Statuses() {
		known, ids = known || only == s.ID, append(ids, s.ID)
		if off := kept.Off(s.ID); only == s.ID || only == "" && (off == nil || !*off) {
			board.Turn(s.ID, true)
		}
	}
	if !known {
		return nil, &usageError{p.text("cli.facts.unknown", "Source", clean(only), "Sources", strings.Join(ids, ", "))}
	}
	if only != "" {
		board.Look(about, only)
	} else {
		board.Look(about)
	}
	board.Wait()
	var looked []evidence.Status
	for _, s := range board.Statuses() {
		if s.State != evidence.Off {
			looked = append(looked, s)
		}
	}
	return looked, nil
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
		if s.State == evidence.Idle {
			continue
		}
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
		list = append(list, f)
	}
	data, err := json.Marshal(list)
	if err != nil {
		return err
	}
	p.out.raw(string(data) + "\n")
	return nil
}
