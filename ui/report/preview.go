package report

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/report"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// preview shows a document as it would be handed over.
type preview struct {
	desk *desk.Desk
	text phone.Text

	// pictures that are on the screen, by what they show: drawing them anew for each tick would take longer
	// than a frame.
	pictures, before map[string]fyne.CanvasObject
}

// Widths of what stands in front of other things.
const (
	factNames  float32 = 110 // at least
	mostNames  float32 = 200
	aCharacter float32 = 8

	pictureWidth float32 = 150
	bulletSpace  float32 = 16
	numberSpace  float32 = 24
)

// objects are the parts of a document from top to bottom.
func (p *preview) objects(d *report.Document) []fyne.CanvasObject {
	p.pictures, p.before = map[string]fyne.CanvasObject{}, p.pictures
	list := []fyne.CanvasObject{paint.NewTitle(paint.Literal(d.Title))}
	for _, b := range d.Blocks {
		list = append(list, p.block(b))
	}
	return list
}

// figures are the pictures themselves, small and side by side. On paper they are light; here they look as the
// window does.
func (p *preview) figures(f *report.Figures) fyne.CanvasObject {
	grid := flow.NewGrid(pictureWidth, theme.SpaceL)
	for _, figure := range f.Pictures {
		grid.Add(flow.NewColumn(theme.SpaceS, p.picture(figure.Subject),
			paint.NewCaption(markedText(figure.Caption))))
	}
	return flow.NewInset(theme.SpaceS, 0, theme.SpaceS, 0, grid)
}

// picture is one picture, the one that is there when it shows the same.
func (p *preview) picture(s report.Subject) fyne.CanvasObject {
	way := make([]string, len(s.Tour.Shots))
	for i, shot := range s.Tour.Shots {
		way[i] = shot.Screen + "." + shot.Stop.Row.ID
	}
	shows := fmt.Sprint(s.Device, s.Model, s.Tour.Act, s.Page, s.Thing, way)
	if there := p.before[shows]; there != nil && p.pictures[shows] == nil {
		p.pictures[shows] = there
		return there
	}
	var picture fyne.CanvasObject
	if len(s.Tour.Shots) == 0 {
		drawn := phone.NewHardware(p.text)
		drawn.SetThing(s.Device.Kind, s.Model, s.Thing)
		picture = drawn
	} else {
		drawn := phone.New(p.text)
		drawn.SetTour(s.Tour)
		drawn.SetPage(s.Page)
		picture = drawn
	}
	p.pictures[shows] = picture
	return picture
}

func (p *preview) block(b report.Block) fyne.CanvasObject {
	switch b := b.(type) {
	case *report.Heading:
		if b.Level > 2 {
			return flow.NewInset(theme.SpaceXS, 0, 0, 0,
				paint.NewParagraph(paint.Literal(b.Words)).Bold())
		}
		return flow.NewInset(theme.SpaceM, 0, 0, 0,
			flow.NewColumn(theme.SpaceM, place.NewDivider(), paint.NewHeading(paint.Literal(b.Words))))
	case *report.Facts:
		column, indent := flow.NewColumn(theme.SpaceXS), factNames
		for _, f := range b.Rows {
			indent = min(max(indent, aCharacter*float32(len([]rune(f.Name)))), mostNames)
		}
		for _, f := range b.Rows {
			name := paint.NewParagraph(paint.Literal(f.Name)).WithColor(mutedText)
			column.Add(flow.NewHanging(indent, flow.NewInset(0, theme.SpaceS, 0, 0, name), marked(f.Value)))
		}
		return column
	case *report.List:
		return p.list(b)
	case *report.Quote:
		return widgets.NewCallout(widgets.ToneAccent, paint.Literal(strings.Join(b.Lines, "\n")))
	case *report.Records:
		column := flow.NewColumn(theme.SpaceS)
		for _, r := range b.Rows {
			said := r.Origin
			if r.Note != "" {
				said += " " + p.text("report.entry.note", "Note", r.Note)
			}
			column.Add(flow.NewHanging(bulletSpace, paint.NewParagraph("•"),
				flow.NewColumn(0, marked(r.What), paint.NewCaption(said))))
		}
		return column
	case *report.Note:
		tone := widgets.ToneNeutral
		if b.Caution {
			tone = widgets.ToneWarn
		}
		return widgets.NewCallout(tone, markedText(b.Text))
	case *report.Foot:
		column := flow.NewColumn(theme.SpaceXS)
		for _, line := range b.Lines {
			column.Add(paint.NewCaption(markedText(line)))
		}
		return flow.NewInset(theme.SpaceM, 0, 0, 0,
			flow.NewColumn(theme.SpaceM, place.NewDivider(), column))
	case *report.Paragraph:
		return marked(b.Text)
	case *report.Figures:
		return p.figures(b)
	}
	return flow.NewColumn(0)
}

func (p *preview) list(l *report.List) fyne.CanvasObject {
	column := flow.NewColumn(theme.SpaceS)
	for i, item := range l.Items {
		content := flow.NewColumn(theme.SpaceXS, marked(item.Text))
		for _, b := range item.Under {
			content.Add(p.block(b))
		}
		mark, indent := "•", bulletSpace
		if l.Numbered {
			mark, indent = strconv.Itoa(i+1)+".", numberSpace
		}
		column.Add(flow.NewHanging(indent, paint.NewParagraph(mark), content))
	}
	return column
}

func marked(t report.Text) *paint.Paragraph { return paint.NewParagraph(markedText(t)) }

// markedText is a text with its bold words marked.
func markedText(t report.Text) string {
	var b strings.Builder
	for _, s := range t {
		words := paint.Literal(s.Words)
		if s.Bold {
			words = "**" + words + "**"
		}
		b.WriteString(words)
	}
	return b.String()
}
