package report

import (
	"strings"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/logic/session/guide"
)

// addNextStep tells the owner how to take the next step, and then the open step when that is another.
func (p *page) addNextStep() {
	next, open := p.view.Next()
	p.addHeading("report.to-do")
	switch {
	case !open:
		p.addParagraph(p.lookAgain())
		return
	case next.Kind == diagnosis.StepSupport:
		p.addParagraph(p.text("report.left.support"))
		return
	}
	first := guide.StepOf(next)
	p.addInstructions(first)
	at := p.o.Open
	if at.Kind == "" || at.IsHandover() || at.Kind == first.Kind && at.ID == first.ID {
		return
	}
	if page := p.guide.Page(p.view, at); page.Exists {
		p.addHeading("report.open")
		p.addInstructions(at)
	}
}

// addInstructions tells a step as the guide does. The lines of a step that must not be done yet are left out.
func (p *page) addInstructions(step guide.Step) {
	page := p.guide.Page(p.view, step)
	title := page.Title
	if page.Question != "" {
		title = page.Question
	}
	p.add(&Heading{3, literal(unbold(title))})
	if page.Purpose != "" {
		p.addParagraph(rich(oneLine(page.Purpose)))
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
	for _, m := range page.Moments {
		text := p.words.Text("text.moment", "When", "**"+m.Title+"**", "Text", m.Text)
		list.Items = append(list.Items, Item{Text: rich(text)})
	}
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
		p.addParagraph(p.text("report.expect", "Expect", oneLine(page.Expect)))
	}
	p.addFigures(&Figures{p.pathFigures(&page, list)})
}

// addFigures adds pictures up to the bound of the document.
func (p *page) addFigures(f *Figures) {
	left := maxPictures - len(p.doc.Pictures())
	if f.Pictures = f.Pictures[:min(len(f.Pictures), max(left, 0))]; len(f.Pictures) > 0 {
		p.add(f)
	}
}

// pathFigures returns the pictures of a step, one for each screen on its path. Line i of the list belongs to
// picture i.
func (p *page) pathFigures(page *guide.Page, lines *List) []*Figure {
	if page.Picture != "" && len(page.Stops) == 0 {
		return []*Figure{{Subject: p.subject(page, tour.Tour{}, 0)}}
	}
	tour := p.tour(page)
	var list []*Figure
	for i := range page.Stops {
		f := p.screenFigure(page, tour, i+1)
		if i+1 < len(lines.Items) {
			f.Caption = p.text("report.picture", "Number", i+2, "Line", sentence(lines.Items[i+1].Text))
		}
		list = append(list, f)
	}
	return list
}

// sentence returns a text as a sentence with bold marks.
func sentence(t Text) string {
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

// rowFigure returns the picture of the row of a step, or nil when the step has no row; number is the number
// of the step in its list.
func (p *page) rowFigure(o diagnosis.Option, number int) *Figure {
	page := p.guide.Page(p.view, guide.StepOf(o))
	if !page.Exists || len(page.Blocked.Harmless) > 0 {
		return nil
	}
	switch {
	case len(page.Stops) > 0:
		f := p.screenFigure(&page, p.tour(&page), len(page.Stops))
		f.Caption = p.text("report.picture.step", "Number", number, "Line", inert(strings.Join(page.Path, " › ")))
		return f
	case page.Picture != "":
		caption := p.text("report.picture.step", "Number", number, "Line", unbold(page.Title))
		return &Figure{Subject: p.subject(&page, tour.Tour{}, 0), Caption: caption}
	}
	return nil
}

// tour returns the pages of a step's path as the device shows them.
func (p *page) tour(page *guide.Page) tour.Tour {
	return tour.New(p.base, page.Stops, page.Act, p.view.Device)
}

// screenFigure returns the picture of stop i of a step's path, counted from 1. The path is told in words,
// too.
func (p *page) screenFigure(page *guide.Page, tour tour.Tour, i int) *Figure {
	shot := &tour.Shots[i-1]
	alt := p.word("report.picture.alt", "Title", oneLine(shot.Title), "Row", oneLine(shot.Stop.Label),
		"Way", oneLine(strings.Join(page.Path[:min(i+1, len(page.Path))], " › ")))
	return &Figure{Subject: p.subject(page, tour, i), Alt: alt}
}

// subject returns what figure i of a step shows.
func (p *page) subject(page *guide.Page, tour tour.Tour, i int) Subject {
	return Subject{Device: p.view.Device, Model: p.view.Case.Model, Tour: tour, Page: i, Thing: page.Picture}
}
