package report

import (
	"strings"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session/guide"
)

// nextStep tells the owner how to take the next step, and the one that is open when it is another.
func (p *page) nextStep() {
	next, open := p.view.Next()
	p.heading("report.to-do")
	switch {
	case !open:
		p.paragraph(p.text("report.left.nothing"))
		return
	case next.Kind == diagnosis.StepSupport:
		p.paragraph(p.text("report.left.support"))
		return
	}
	p.paragraph(p.text("report.to-do.minutes", "Minutes", p.words.Minutes(p.view.MinutesLeft)))
	first := guide.StepOf(next)
	p.how(first)
	at := p.o.Open
	if at.Kind == "" || at.IsHandover() || at.Kind == first.Kind && at.ID == first.ID {
		return
	}
	if page := p.guide.Page(p.view, at); page.Exists {
		p.heading("report.open")
		p.how(at)
	}
}

// how tells a step as the guide does. What must not be done yet is not told.
func (p *page) how(step guide.Step) {
	page := p.guide.Page(p.view, step)
	title := page.Title
	if page.Question != "" {
		title = page.Question
	}
	p.add(&Heading{3, literal(unbold(title))})
	if page.Purpose != "" {
		p.paragraph(rich(oneLine(page.Purpose)))
	}
	if page.Loses != "" {
		key := "guide.costs"
		if page.Kind == diagnosis.StepGate {
			key = "guide.loses"
		}
		p.add(&Note{true, p.text(key, "What", unbold(page.Loses))})
	}
	if n := len(page.Blocked.Harmless); n > 0 {
		p.add(&Note{false, rich(p.words.Count("guide.blocked", n))})
		return
	}
	list := &List{Numbered: true}
	var after []Block
	for _, line := range page.Lines {
		text := rich(oneLine(line.Text))
		if line.Kind == knowledge.StepLine {
			list.Items = append(list.Items, Item{Text: text})
		} else {
			after = append(after, &Note{line.Kind == knowledge.CautionLine, text})
		}
	}
	if len(list.Items) > 0 {
		p.add(list)
	}
	p.doc.Blocks = append(p.doc.Blocks, after...)
	if page.Expect != "" {
		p.paragraph(p.text("report.expect", "Expect", oneLine(page.Expect)))
	}
	p.figures(&Figures{p.walk(&page, list)})
}

// figures adds pictures, as far as the document may have more.
func (p *page) figures(f *Figures) {
	room := mostPictures - len(p.doc.Pictures())
	if f.Pictures = f.Pictures[:min(len(f.Pictures), max(room, 0))]; len(f.Pictures) > 0 {
		p.add(f)
	}
}

// walk are the pictures of a step, one for each screen on its way. Line i of the list belongs to picture i.
func (p *page) walk(page *guide.Page, lines *List) []*Figure {
	if page.Picture != "" && len(page.Stops) == 0 {
		return []*Figure{{Subject: p.subject(page, 0)}}
	}
	var list []*Figure
	for i := range page.Stops {
		f := p.screen(page, i+1)
		if i+1 < len(lines.Items) {
			f.Caption = p.text("report.picture", "Number", i+2, "Line", boldAgain(lines.Items[i+1].Text))
		}
		list = append(list, f)
	}
	return list
}

// boldAgain is a text with its bold marks.
func boldAgain(t Text) string {
	var b strings.Builder
	for _, s := range t {
		words := strings.ReplaceAll(s.Words, "*", star)
		if s.Bold {
			words = "**" + words + "**"
		}
		b.WriteString(words)
	}
	return b.String()
}

// last is the picture of the row that a step is about, nil when it has none. Number is that of the step in its list.
func (p *page) last(o diagnosis.Option, number int) *Figure {
	page := p.guide.Page(p.view, guide.StepOf(o))
	if !page.Exists || len(page.Blocked.Harmless) > 0 {
		return nil
	}
	switch {
	case len(page.Stops) > 0:
		f := p.screen(&page, len(page.Stops))
		f.Caption = p.text("report.picture.step", "Number", number, "Line", inert(strings.Join(page.Path, " › ")))
		return f
	case page.Picture != "":
		return &Figure{Subject: p.subject(&page, 0), Caption: p.text("report.picture.step", "Number", number, "Line", unbold(page.Title))}
	}
	return nil
}

// screen is the picture of one screen of a step's way, and says the way in words.
func (p *page) screen(page *guide.Page, i int) *Figure {
	stop := page.Stops[i-1]
	title := ""
	if screen, err := p.base.Page(stop.Screen.ID, p.view.Device); err == nil {
		title = screen.Title
	}
	alt := p.word("report.picture.alt", "Title", oneLine(title), "Row", oneLine(stop.Label),
		"Way", oneLine(strings.Join(page.Path[:min(i+1, len(page.Path))], " › ")))
	return &Figure{Subject: p.subject(page, i), Alt: alt}
}

func (p *page) subject(page *guide.Page, i int) Subject {
	return Subject{
		Device: p.view.Device, Model: p.view.Case.Model,
		Stops: page.Stops, Act: page.Act, Page: i, Thing: page.Picture,
	}
}
