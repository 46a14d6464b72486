package phone

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/logic/sample"
	"backupdoctor/ui/theme"
)

// looked is what a person must be able to see in every picture of a walk.
func looked(t *testing.T, p *Phone, stop screens.Stop, where string) {
	t.Helper()
	screen := p.shape.screen
	if r := p.ringed; r.w <= 0 || r.x < screen.x || r.right() > screen.right() || r.y < screen.y || r.bottom() > screen.bottom()-p.shape.foot()+1 {
		t.Errorf("%s: the mark %v is not inside the screen %v", where, r, screen)
	}
	// the row to tap is there, under the mark, with its whole label
	found := stop.Row.Kind == screens.RowInfo || stop.Row.ID == "bar" && stop.Screen.ID != "device-storage"
	for _, tr := range p.traces {
		if tr.marked && tr.stop.Row == stop.Row {
			found = true
			if got, want := strings.Join(tr.label, " "), marked(p, stop); len(tr.label) > 0 && glued(got) != glued(want) {
				t.Errorf("%s: the marked row says %q, the phone says %q", where, got, want)
			}
		}
		size := tr.size
		if tr.stop.Row.Kind == screens.RowHead || tr.stop.Row.Kind == screens.RowFoot {
			size = p.shape.small
		}
		for _, line := range tr.label {
			bold := tr.stop.Row.Kind == screens.RowHead
			if w := textWidth(line, size, bold); w > tr.width+0.5 {
				t.Errorf("%s: %q is %.1f wide, its row has %.1f", where, line, w, tr.width)
			}
		}
		if h := float32(len(tr.label)) * lineHeight(size); h > tr.at.h+0.5 {
			t.Errorf("%s: %d lines of %q are %.1f high, its row %.1f", where, len(tr.label), tr.label, h, tr.at.h)
		}
	}
	if !found {
		t.Errorf("%s: the row %q is not drawn", where, stop.Label)
	}
	apart(t, p.content.Objects, area{0, 0, screen.w, screen.h}, where)
	apart(t, p.front.Objects, screen, where)
	apart(t, p.sheet.Objects, screen, where)
}

// marked is what the row to tap says on the picture.
func marked(p *Phone, stop screens.Stop) string {
	switch {
	case stop.Label == "[name]":
		return p.name()
	case p.sheet != nil && len(p.sheet.Objects) > 0:
		return stop.Words()
	}
	return labelText(stop.Quoted())
}

// glued is a text without spaces: where a line breaks after a hyphen, joining the lines adds one.
func glued(s string) string { return strings.ReplaceAll(s, " ", "") }

// apart checks that texts stand inside an area and do not touch each other.
func apart(t *testing.T, objects []fyne.CanvasObject, in area, where string) {
	t.Helper()
	var seen []*canvas.Text
	for _, o := range objects {
		text, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		x, w := text.Position().X, text.MinSize().Width
		if x < in.x-0.5 || x+w > in.right()+0.5 {
			t.Errorf("%s: %q reaches from %.1f to %.1f, outside %v", where, text.Text, x, x+w, in)
		}
		if text.Text == "" || text.TextSize < 10 {
			t.Errorf("%s: %q is written %.1f high", where, text.Text, text.TextSize)
		}
		for _, other := range seen {
			if meet(text, other) && !isNumber(text.Text) {
				t.Errorf("%s: %q and %q are written over each other", where, text.Text, other.Text)
			}
		}
		seen = append(seen, text)
	}
}

// isNumber says that a text is the number of the mark, which stands above the page.
func isNumber(s string) bool { return len(s) == 1 && s >= "1" && s <= "9" }

func meet(a, b *canvas.Text) bool {
	air := 0.12 * min(a.Size().Height, b.Size().Height) // above and below the letters
	return a.Position().X < b.Position().X+b.Size().Width-0.5 && b.Position().X < a.Position().X+a.Size().Width-0.5 &&
		a.Position().Y+air < b.Position().Y+b.Size().Height-air && b.Position().Y+air < a.Position().Y+a.Size().Height-air
}

// viewing is one way to look at the pictures of a route.
type viewing struct {
	scale, width            float32 // of the text and of the drawing; a width of 0 is the preferred one
	version, kind, language string
	homeKey                 bool
	route                   string
}

// viewings are all ways to look at all routes; with -short, a sample in which every two values occur
// together.
func viewings(t *testing.T, base *knowledge.Base) []viewing {
	var all []viewing
	for _, c := range []struct {
		scale    float32
		widths   []float32
		versions []string
		homeKey  bool
		language []string
	}{
		{1, []float32{0}, []string{"15", "16", "17.5", "18", "18.4", "26", "27"}, false, []string{""}},
		{1, []float32{180, 260}, []string{"17", "26"}, true, []string{""}},
		{1.5, []float32{0, 232}, []string{"16", "26"}, false, []string{""}},
		{2, []float32{0, 232}, []string{"15", "18"}, true, []string{""}},
		{1, []float32{0}, []string{"17.5", "26"}, false, []string{"de", "fr", "ja", "en-GB"}},
		{2, []float32{232}, []string{"18"}, false, []string{"de", "pt-BR"}},
	} {
		for _, version := range c.versions {
			for _, kind := range []string{apple.IPhone, apple.IPad} {
				for _, language := range c.language {
					d := device(t, kind, version)
					d.Language = language
					for i := range base.Routes {
						route := base.Routes[i].ID
						if _, err := base.Walk(route, d); err != nil {
							continue // not on this device; the linter counts those that must be
						}
						for _, width := range c.widths {
							all = append(all, viewing{c.scale, width, version, kind, language, c.homeKey, route})
						}
					}
				}
			}
		}
	}
	if testing.Short() {
		return sample.Pairs(all, func(v viewing) []any {
			return []any{v.scale, v.width, v.version, v.kind, v.language, v.homeKey, v.route}
		})
	}
	return all
}

// TestEveryPictureShowsItsRow draws every stop of every route.
func TestEveryPictureShowsItsRow(t *testing.T) {
	base, text := known(t), english(t)
	pictures := 0
	scale := float32(0)
	for _, v := range viewings(t, base) {
		if v.scale != scale {
			scale = v.scale
			use(t, theme.Options{TextScale: scale})
		}
		d := device(t, v.kind, v.version)
		d.Language, d.HomeButton = v.language, v.homeKey
		walk, err := base.Walk(v.route, d)
		if err != nil {
			t.Fatal(err)
		}
		p := New(text)
		p.SetTour(tour.New(base, walk, knowledge.ActLook, d))
		width := v.width
		if width == 0 {
			width = p.PreferredWidth()
		}
		for page := range p.Pages() {
			p.SetPage(page)
			p.outdate()
			p.layout(fyne.NewSize(width, p.HeightForWidth(width)))
			pictures++
			if page > 0 {
				looked(t, p, walk[page-1], fmt.Sprintf("%+v, picture %d", v, page))
			}
		}
	}
	if pictures < 1000 || pictures < 5000 && !testing.Short() {
		t.Errorf("only %d pictures drawn", pictures)
	}
	t.Logf("%d pictures", pictures)
}

func TestLabelsOfThePersonsOwnLoseTheirBrackets(t *testing.T) {
	for label, want := range map[string]string{
		"[your network]": "Your network", "[this iPhone]": "This iPhone", "Last Backup: [date]": "Last Backup: …", "Wi-Fi": "Wi-Fi", "[]": "[]",
	} {
		if got := labelText(label); got != want {
			t.Errorf("%q is drawn as %q, want %q", label, got, want)
		}
	}
}

// TestSwitchesStandAsTheStepWantsThem compares the colours of drawn switches.
func TestSwitchesStandAsTheStepWantsThem(t *testing.T) {
	base, text := known(t), english(t)
	use(t, theme.Options{})
	d := device(t, apple.IPhone, "18")
	for _, c := range []struct {
		route string
		act   knowledge.Act
		on    bool
	}{
		{"low-data-mode-wifi", knowledge.ActLook, false},
		{"low-data-mode-wifi", knowledge.ActOn, true},
		{"low-data-mode-wifi", knowledge.ActOff, false},
		{"backup-switch", knowledge.ActLook, true},
		{"backup-switch", knowledge.ActOff, false},
		{"backup-switch", knowledge.ActOn, true},
	} {
		walk, err := base.Walk(c.route, d)
		if err != nil {
			t.Fatal(err)
		}
		p := New(text)
		p.SetTour(tour.New(base, walk, c.act, d))
		p.SetPage(len(walk))
		p.layout(fyne.NewSize(232, p.HeightForWidth(232)))
		on := lookOf(p).color(theme.ColorSwitchOn)
		ring := p.ringed
		ring.x -= p.viewport().x
		ring.y -= p.viewport().y
		got := false
		for _, o := range p.content.Objects {
			r, ok := o.(*canvas.Rectangle)
			if ok && r.FillColor == on && r.Position().Y > ring.y && r.Position().Y+r.Size().Height < ring.bottom() {
				got = true
			}
		}
		if got != c.on {
			t.Errorf("%s, %s: the switch is drawn on: %v, want %v", c.route, c.act, got, c.on)
		}
	}
}

func TestPersonStandsOnTheFirstPage(t *testing.T) {
	base, text := known(t), english(t)
	use(t, theme.Options{})
	walk, err := base.Walk("account", apple.Device{})
	if err != nil {
		t.Fatal(err)
	}
	p := New(text)
	p.SetTour(tour.New(base, walk, knowledge.ActTap, apple.Device{}))
	p.SetPage(1)
	p.layout(fyne.NewSize(232, p.HeightForWidth(232)))
	all := ""
	for _, o := range p.content.Objects {
		if words, ok := o.(*canvas.Text); ok {
			all += words.Text + "|"
		}
	}
	if !strings.Contains(all, text("phone.person")+"|") {
		t.Errorf("the first page says %s", all)
	}
}

// TestThemeChangesThePicture changes from light to dark and to larger text while the picture is on a window.
func TestThemeChangesThePicture(t *testing.T) {
	base, text := known(t), english(t)
	use(t, theme.Options{Mode: theme.ModeLight})
	walk, err := base.Walk("wifi", apple.Device{})
	if err != nil {
		t.Fatal(err)
	}
	p := New(text)
	p.SetTour(tour.New(base, walk, knowledge.ActTap, apple.Device{}))
	p.SetPage(1)
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(240, 600))
	light, size := w.Canvas().Capture(), p.shape.font
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Mode: theme.ModeDark, TextScale: 2}))
	test.WidgetRenderer(p).Refresh()
	dark := w.Canvas().Capture()
	if light.At(120, 300) == dark.At(120, 300) {
		t.Error("the screen keeps its colour")
	}
	if p.shape.font < size*1.3 {
		t.Errorf("text grew from %.1f to %.1f only", size, p.shape.font)
	}
}

// BenchmarkPage builds and lays out pages of Settings. With cold caches every text is measured for the first
// time, as when the window gets another width.
func BenchmarkPage(b *testing.B) {
	base, text := known(b), english(b)
	use(b, theme.Options{})
	for _, kind := range []string{apple.IPhone, apple.IPad} {
		for _, cold := range []float32{0, 0.001} {
			b.Run(fmt.Sprintf("%s/cold=%t", kind, cold > 0), func(b *testing.B) {
				d := apple.Device{Kind: kind}
				walk, err := base.Walk("account-changes", d)
				if err != nil {
					b.Fatal(err)
				}
				p := New(text)
				p.SetTour(tour.New(base, walk, knowledge.ActTap, d))
				width := p.PreferredWidth()
				for b.Loop() {
					for i := range p.Pages() { // the long first page among them
						p.page = i
						p.outdate()
						p.layout(fyne.NewSize(width, p.HeightForWidth(width)))
						width -= cold
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N*p.Pages()), "ms/page")
			})
		}
	}
}

// A picture with too little height leaves out its lower end, never the row that it is about.
func TestALowPictureKeepsItsRow(t *testing.T) {
	base, text, walks := known(t), english(t), 0
	for i := range base.Routes {
		d := apple.Device{Kind: apple.IPhone, Version: apple.Version{Major: 18}}
		walk, err := base.Walk(base.Routes[i].ID, d)
		if err != nil {
			continue
		}
		walks++
		p := New(text)
		p.SetTour(tour.New(base, walk, knowledge.ActLook, d))
		for page := range p.Pages() {
			p.SetPage(page)
			p.Resize(fyne.NewSize(200, 310))
			p.layout(p.Size())
			if p.shape.cut != 310 || p.ringed.w <= 0 || p.ringed.y < p.shape.screen.y || p.ringed.bottom() > 310-p.shape.fade()/2 {
				t.Errorf("%s, picture %d: the mark %v is not in the part that is drawn", base.Routes[i].ID, page, p.ringed)
			}
		}
	}
	if walks < 30 {
		t.Errorf("only %d walks", walks)
	}
}
