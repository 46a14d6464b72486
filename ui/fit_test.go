package ui

import (
	"fmt"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/sample"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
)

// rect is an area of the window.
type rect struct{ x0, y0, x1, y1 float32 }

func rectOf(pos fyne.Position, size fyne.Size) rect {
	return rect{pos.X, pos.Y, pos.X + size.Width, pos.Y + size.Height}
}

func (r rect) within(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

// seen is a text with where it stands and how much of the window it may use.
type seen struct {
	text    string
	at      rect // all of it
	visible rect // what a scroller shows of it
	view    int  // the scroller it is in; 0 is none
}

// survey walks everything that is shown and collects what does not fit.
type survey struct {
	own   map[fyne.CanvasObject]bool // what holds a person's own words or the phone's, which may be shortened
	dots  map[string]bool            // texts that end in dots by themselves
	texts []seen
	found []string
	views int
	whole bool // words must not be broken
}

// room is where the surroundings of an object let it be seen.
type room struct {
	rect         // the edge of the window or of what is scrolled
	view    int  // the scroller
	shows   rect // its part of the window
	inPhone bool
	own     bool
	label   string // what the widget around says
}

const (
	slack   float32 = 1.5 // of drawn letters, in which nothing is seen
	endless float32 = 1e6
)

func (s *survey) tell(format string, values ...any) {
	s.found = append(s.found, fmt.Sprintf(format, values...))
}

// walk visits o, whose place in the window is pos.
func (s *survey) walk(o fyne.CanvasObject, pos fyne.Position, in room) {
	if o == nil || !o.Visible() {
		return
	}
	at := rectOf(pos, o.Size())
	switch o := o.(type) {
	case *canvas.Text:
		s.text(o, at, in)
	case *fyne.Container:
		for _, part := range o.Objects {
			s.walk(part, pos.Add(part.Position()), in)
		}
	case *container.Scroll:
		if o.Content.Size().Width > o.Size().Width+slack && o.Direction == container.ScrollVerticalOnly {
			s.tell("what is scrolled is %v wide, the view %v", o.Content.Size().Width, o.Size().Width)
		}
		if o.Size().Height < 60 {
			s.tell("a view to scroll in is %v high and %v wide", o.Size().Height, o.Size().Width)
		}
		s.views++
		in.view, in.shows = s.views, at.within(in.shows)
		in.rect = at.within(in.rect)
		in.y0, in.y1 = -endless, endless
		s.walk(o.Content, pos.Add(o.Content.Position()), in)
	case fyne.Widget:
		if _, entry := o.(interface{ SelectedText() string }); entry {
			s.hint(reflect.Indirect(reflect.ValueOf(o)).FieldByName("PlaceHolder").String(), o.Size())
			return // what is typed may be longer than the field
		}
		switch o.(type) {
		case *phone.Phone, *phone.Hardware, *phone.Glimpse:
			in.inPhone = true // it cuts labels as a phone does; its own tests look at it
		}
		in.own = in.own || s.own[o]
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() != "" {
			in.label = strings.ReplaceAll(a.AccessibilityLabel(), "**", "")
		}
		edge := widened(at)
		if _, rich := o.(*widget.RichText); rich {
			edge.x1 += 12 * theme.TextScale() // the toolkit lets lines of a list reach out; the pane around the report has room for that
		}
		in.rect = in.within(edge)
		for _, part := range test.WidgetRenderer(o).Objects() {
			s.walk(part, pos.Add(part.Position()), in)
		}
	}
}

// widened leaves room for rings and shadows around a widget.
func widened(r rect) rect { return rect{r.x0 - 4, r.y0 - 4, r.x1 + 4, r.y1 + 4} }

func (s *survey) hint(text string, size fyne.Size) {
	style := fyne.CurrentApp().Settings().Theme()
	need := fyne.MeasureText(text, style.Size("text"), fyne.TextStyle{}).Width + 2*style.Size("innerPadding")
	if need > size.Width+slack {
		s.tell("the hint %q needs %v, its field is %v wide", text, need, size.Width)
	}
}

func (s *survey) text(o *canvas.Text, at rect, in room) {
	if strings.TrimSpace(o.Text) == "" || in.inPhone {
		return
	}
	need := fyne.MeasureText(o.Text, o.TextSize, o.TextStyle)
	at = rect{at.x0, at.y0, at.x0 + max(need.Width, at.x1-at.x0), at.y1}
	if at.x0 < in.x0-slack || at.x1 > in.x1+slack || at.y0 < in.y0-slack || at.y1 > in.y1+slack {
		s.tell("%q is cut: it stands at %v, there is room at %v", o.Text, at, in.rect)
	}
	if strings.HasSuffix(o.Text, "…") && !s.dots[o.Text] && !in.own {
		s.tell("%q is shortened", o.Text)
	}
	if part := brokenWord(o.Text, in.label); part != "" && !in.own && s.whole {
		s.tell("%q is a part of a broken word of %q", part, in.label)
	}
	s.texts = append(s.texts, seen{o.Text, at, at.within(in.shows), in.view})
}

// brokenWord is a piece of a line that is no whole word of the text it comes from, because the word was
// broken. An address may be longer than a line, so its pieces are none.
func brokenWord(line, text string) string {
	bare := func(word string) string {
		return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	}
	whole := strings.Fields(text)
	for i := range whole {
		whole[i] = bare(whole[i])
	}
	for word := range strings.FieldsSeq(line) {
		isOfAddress := func(w string) bool { return strings.Contains(w, "://") && strings.Contains(w, bare(word)) }
		if slices.ContainsFunc(whole, isOfAddress) {
			continue
		}
		if b := bare(word); len(b) > 1 && strings.Contains(text, b) && !slices.Contains(whole, b) && !strings.Contains(word, "…") {
			return word
		}
	}
	return ""
}

// overlaps tells of texts on top of each other.
func (s *survey) overlaps() {
	for i, a := range s.texts {
		for _, b := range s.texts[i+1:] {
			both := a.at.within(b.at)
			if a.view != b.view {
				both = a.visible.within(b.visible)
			}
			if both.x1-both.x0 > slack && both.y1-both.y0 > 4 { // lines may touch with what no letter uses
				s.tell("%q and %q overlap", a.text, b.text)
			}
		}
	}
}

// misfits lists what does not fit in the window as it is now. Where the text is twice as large, the longest
// words may be broken rather than cut.
func misfits(w *Window, percent int) []string {
	c := w.window.Canvas()
	all := rectOf(fyne.Position{}, c.Size())
	s := &survey{whole: percent < 200, own: map[fyne.CanvasObject]bool{w.bar.says: true, w.bar.who.name: true}, dots: map[string]bool{}}
	for _, key := range w.desk.Words.Keys() {
		s.dots[w.desk.Text(key)] = true
	}
	top := c.Overlays().Top()
	if top == nil {
		top = c.Content()
	}
	s.walk(top, top.Position(), room{rect: all, shows: all})
	s.overlaps()
	return s.found
}

// sheets are states that no picture is kept of.
var sheets = []picture{
	{name: "details", prepare: func(w *Window) { begun(w); w.showDetails() }},
	{name: "cases", prepare: func(w *Window) { begun(w); w.showCases() }},
	{name: "due", prepare: func(w *Window) {
		waiting(w)
		w.start.Now = func() time.Time { return desktest.Noon().Add(24 * time.Hour) }
		w.showCases()
	}},
	{name: "history", prepare: func(w *Window) { begun(w); w.showHistory() }},
	{name: "countries", prepare: func(w *Window) { begun(w); showCountries(w.desk, w.window, func(string) {}) }},
	{name: "gone", prepare: func(w *Window) { w.desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "no-such-fix"}) }},
	{name: "blocked", prepare: func(w *Window) { w.desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "replace-backup"}) }},
	{name: "found-nothing", prepare: func(w *Window) {
		begun(w)
		desktest.Find[*form.Entry](w.list.Object()).SetText("zzz")
		w.desk.ShowTab(desk.TabChecklist)
	}},
	{name: "facts", prepare: func(w *Window) {
		begun(w)
		w.desk.Answer("low-data-mode", "on")
		for check, answer := range map[string]string{"back-up-switch": "on", "two-factor": "off", "low-data-mode": "off"} {
			_, err := w.desk.Observe(phoneSays(check, answer))
			desktest.Must(err)
		}
		w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "low-data-mode"})
	}},
	{name: "said", prepare: func(w *Window) { found(w); w.desk.Back() }},
}

// languages are the library in English and in the pseudo-language.
func languages(t *testing.T) map[string]*session.Library {
	t.Helper()
	out := map[string]*session.Library{"english": desktest.Library(t)}
	lib, err := session.LoadLibrary(assets.Files, words.Locale(language.AmericanEnglish, words.Pseudo), "")
	if err != nil {
		t.Fatal(err)
	}
	out["pseudo"] = lib
	return out
}

// shot is one look at the window: a state of it, in a language, with a size of the text, in a size of the
// window.
type shot struct {
	language, state string
	percent         int
	size            fyne.Size
}

// states are the pictures that differ in more than size, text and colours, by the name of the state.
func states() map[string]picture {
	bare := strings.NewReplacer("-light", "", "-dark", "", "-narrow", "", "-wide", "", "-large-text", "")
	out := map[string]picture{}
	for _, p := range slices.Concat(gallery, storageGallery, sheets) {
		if name := bare.Replace(p.name); out[name].prepare == nil {
			out[name] = p
		}
	}
	return out
}

// shots are all looks at all states; with -short, a sample in which every two values occur together.
func shots() []shot {
	sizes := []fyne.Size{
		{Width: 600, Height: 700},
		{Width: 800, Height: 560},
		{Width: 900, Height: 600},
		{Width: 1180, Height: 760},
		{Width: 1920, Height: 1080},
		{Width: 3840, Height: 2160},
	}
	var all []shot
	for _, language := range []string{"english", "pseudo"} {
		for _, state := range slices.Sorted(maps.Keys(states())) {
			for _, percent := range []int{100, 150, 200} {
				for _, size := range sizes {
					all = append(all, shot{language, state, percent, size})
				}
			}
		}
	}
	if testing.Short() {
		return sample.Pairs(all, func(s shot) []any { return []any{s.language, s.state, s.percent, s.size} })
	}
	return all
}

// TestFitsEverySizeOfWindowAndText shows every state of the gallery in every size.
func TestFitsEverySizeOfWindowAndText(t *testing.T) {
	libs, states, shots := languages(t), states(), shots()
	for len(shots) > 0 { // one window for the shots of a state in a language, which stand together
		first := shots[0]
		same := slices.IndexFunc(shots, func(s shot) bool { return s.language != first.language || s.state != first.state })
		if same < 0 {
			same = len(shots)
		}
		t.Run(first.language+"/"+first.state, func(t *testing.T) {
			w := openWindowWith(t, libs[first.language], t.TempDir())
			states[first.state].prepare(w)
			for _, s := range shots[:same] {
				w.start.App.Settings().SetTheme(theme.FromSettings(settings.Settings{TextPercent: s.percent}))
				w.window.Resize(s.size)
				w.redraw()
				for _, what := range misfits(w, s.percent) {
					t.Errorf("%v by %v, text %d %%: %s", s.size.Width, s.size.Height, s.percent, what)
				}
				keepPicture(t, w, fmt.Sprintf("%s-%s-%v-%d", s.state, s.language, s.size.Width, s.percent))
			}
		})
		shots = shots[same:]
	}
}

// keepPicture saves a picture for people to look at, when GALLERY_DIR names a folder.
func keepPicture(t *testing.T, w *Window, name string) {
	t.Helper()
	dir := os.Getenv("GALLERY_DIR")
	if dir == "" || !strings.Contains(name, os.Getenv("GALLERY_ONLY")) {
		return
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, w.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
