package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// top is what lies over the window.
func top(t *testing.T, w *Window) fyne.CanvasObject {
	t.Helper()
	o := w.window.Canvas().Overlays().Top()
	if o == nil {
		t.Fatal("nothing lies over the window")
	}
	return o
}

func names(t *testing.T, w *Window) []string {
	t.Helper()
	items, err := w.shelf.List()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, i := range items {
		list = append(list, i.Name)
	}
	return list
}

func TestCasesAreMadeRenamedDeletedAndBroughtBack(t *testing.T) {
	w := openWindow(t)
	first := w.desk.Session.File().Path()
	c := w.openCases()
	c.create()
	if len(names(t, w)) != 1 {
		t.Error("a case is made before anybody said yes")
	}
	desktest.Press(top(t, w), "Close")
	if len(names(t, w)) != 1 {
		t.Error("a case is made although nobody wanted it")
	}
	c.create()
	test.Type(w.window.Canvas().Focused(), " of Grandma") // the name has the focus
	if !desktest.Press(top(t, w), w.desk.Text("cases.create")) {
		t.Fatal("there is nothing to make the case with")
	}
	second := w.desk.Session.File().Path()
	if second == first || !strings.Contains(w.desk.View().Case.Name, "of Grandma") || w.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("the open case is %q, and over the window lies %v", w.desk.View().Case.Name, w.window.Canvas().Overlays().Top())
	}
	w.open(first)

	c = w.openCases()
	if !desktest.Press(c.sheet.Body, w.desk.Text("cases.rename")) {
		t.Fatal("no case can be renamed")
	}
	entry := w.window.Canvas().Focused().(*form.Entry)
	entry.SetText("  ")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := desktest.Text(top(t, w)); !strings.Contains(got, w.desk.Text("details.name.missing")) {
		t.Errorf("a case without a name is answered with %q", got)
	}
	entry.SetText("Aunt’s iPad")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := strings.Join(names(t, w), ", "); !strings.Contains(got, "Aunt’s iPad") {
		t.Errorf("the cases are %s", got)
	}
	if got := desktest.Text(c.sheet.Body); !strings.Contains(got, "Aunt’s iPad") {
		t.Errorf("the list shows %q", got)
	}

	if !desktest.Press(c.sheet.Body, w.desk.Text("cases.delete")) || len(names(t, w)) != 1 {
		t.Fatalf("after one was deleted there are %v", names(t, w))
	}
	if !desktest.Press(c.sheet.Body, w.desk.Text("cases.undelete")) || len(names(t, w)) != 2 {
		t.Errorf("after it was brought back there are %v", names(t, w))
	}
	if desktest.Press(c.sheet.Body, w.desk.Text("cases.undelete")) {
		t.Error("there is still something to bring back")
	}
}

func TestTheTrashIsKeptForLater(t *testing.T) {
	w := openWindow(t)
	_, err := w.shelf.Create(casefile.Header{Name: "Old phone", Device: "iphone"})
	desktest.Must(err)
	c := w.openCases()
	desktest.Press(c.sheet.Body, w.desk.Text("cases.delete"))
	c.sheet.Close()

	c = w.openCases()
	if strings.Contains(desktest.Text(c.sheet.Body), "Old phone") {
		t.Error("a deleted case is listed among the others")
	}
	if !desktest.Press(c.sheet.Body, w.desk.Words.Count("cases.trash", 1)) || !strings.Contains(desktest.Text(c.sheet.Body), "Old phone") {
		t.Fatalf("the trash shows %q", desktest.Text(c.sheet.Body))
	}
	if !desktest.Press(c.sheet.Body, w.desk.Text("cases.undelete")) || len(names(t, w)) != 2 {
		t.Errorf("after it was brought back there are %v", names(t, w))
	}
}

func TestACopyIsAnotherCase(t *testing.T) {
	w := openWindow(t)
	begun(w)
	c := w.openCases()
	desktest.Press(c.sheet.Body, w.desk.Text("cases.duplicate"))
	items, err := w.shelf.List()
	if err != nil || len(items) != 2 || len(items[0].Events) != len(items[1].Events) {
		t.Errorf("after copying there are %+v, %v", items, err)
	}
}

func TestTroubleWithACaseIsToldOnTheSheet(t *testing.T) {
	w := openWindow(t)
	file, err := w.shelf.Create(casefile.Header{Name: "In use", Device: "iphone"})
	desktest.Must(err)
	path, err := w.shelf.Path(file)
	desktest.Must(err)
	other, _, err := casefile.Open(path, w.start.Library.Base, desktest.Noon)
	desktest.Must(err)
	c := w.openCases()
	desktest.Press(c.sheet.Body, w.desk.Text("cases.delete"))
	if got := desktest.Text(c.sheet.Head); !strings.Contains(got, w.desk.Text("cases.in-use")) || len(names(t, w)) != 2 {
		t.Errorf("deleting a case that is open elsewhere is answered with %q", got)
	}
	desktest.Must(other.Close())
	desktest.Press(c.sheet.Body, w.desk.Text("cases.delete"))
	if got := desktest.Text(c.sheet.Head); strings.Contains(got, w.desk.Text("cases.in-use")) || len(names(t, w)) != 1 {
		t.Errorf("when it was closed there, deleting it is answered with %q", got)
	}
}

func TestADamagedCaseCanBeOpened(t *testing.T) {
	w := openWindow(t)
	file, err := w.shelf.Create(casefile.Header{Name: "Broken", Device: "iphone"})
	desktest.Must(err)
	path, err := w.shelf.Path(file)
	desktest.Must(err)
	desktest.Must(os.WriteFile(path, []byte("no case"), 0o600))
	c := w.openCases()
	if got := desktest.Text(c.sheet.Body); !strings.Contains(got, w.desk.Text("cases.damaged")) {
		t.Errorf("the list says %q", got)
	}
	if !desktest.Press(c.sheet.Body, "Broken") || w.desk.Session.File().Path() != path {
		t.Error("a damaged case can't be opened from the list")
	}
}

func TestDetailsChangeTheGuide(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	a.name.SetText("Uncle’s iPad")
	a.device.SetSelected("iPad")
	if got := desktest.Text(a.sheet.Body); !strings.Contains(got, "iPadOS Version") {
		t.Errorf("for an iPad the sheet says %q", got)
	}
	a.version.SetText("new")
	a.save()
	if got := desktest.Text(a.sheet.Head); !strings.Contains(got, w.desk.Text("details.version.wrong")) || w.desk.View().Case.Name == "Uncle’s iPad" {
		t.Errorf("a version that is none is answered with %q", got)
	}
	a.version.SetText("26.1")
	desktest.Press(a.country, a.country.Text())
	test.Type(w.window.Canvas().Focused(), "japan")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if a.country.Text() != "Japan" {
		t.Errorf("the country shows as %q", a.country.Text())
	}
	a.version.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := casefile.Header{Name: "Uncle’s iPad", Device: "ipad", Version: "26.1", Country: "jp"}
	c := w.desk.View().Case
	if got := c.Header(); got != want {
		t.Errorf("the case has %+v, want %+v", got, want)
	}
	if w.bar.who.name.Text() != want.Name || !strings.Contains(w.bar.who.device.Text(), "iPadOS 26.1") {
		t.Errorf("the bar shows %q and %q", w.bar.who.name.Text(), w.bar.who.device.Text())
	}
	if w.window.Canvas().Overlays().Top() != nil {
		t.Error("the sheet stays")
	}
}

func TestAVersionCanBeChosenFromItsList(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	c := w.window.Canvas()
	for range 10 {
		if open, ok := c.Focused().(*form.ListButton); ok {
			open.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			break
		}
		c.FocusNext()
	}
	menu, ok := c.Focused().(*widget.PopUpMenu)
	if !ok {
		t.Fatalf("the list does not open; the focus is on %T", c.Focused())
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := w.desk.Versions()[0]; a.version.Text != want {
		t.Errorf("the first of the list gives %q, want %q", a.version.Text, want)
	}
}

func TestTextsThatAreTooLongAreNotKept(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	for _, e := range []*form.Entry{a.name, a.model} {
		before := e.Text
		e.SetText(strings.Repeat("long ", 60))
		a.save()
		if got := desktest.Text(a.sheet.Head); !strings.Contains(got, w.desk.Text("details.too-long")) {
			t.Errorf("300 characters are answered with %q", got)
		}
		e.SetText(before)
	}
}

// TestEscapeClosesEverySheet presses Escape with the focus on each thing that can have it.
func TestEscapeClosesEverySheet(t *testing.T) {
	w := openWindow(t)
	c := w.window.Canvas()
	for name, open := range map[string]func(){
		"cases": w.showCases, "details": w.showDetails, "settings": w.showPreferences, "help": w.showHelp, "history": w.showHistory,
		"countries": func() { showCountries(w.desk, w.window, func(string) {}) },
	} {
		seen := map[fyne.Focusable]bool{}
		for i := range 12 {
			open()
			for range i + 1 {
				c.FocusNext()
			}
			on := c.Focused()
			if on == nil {
				t.Fatalf("nothing on the sheet of %s takes the focus", name)
			}
			seen[on] = true
			on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if c.Overlays().Top() != nil {
				t.Fatalf("Escape on %T leaves the sheet of %s open", on, name)
			}
		}
		if len(seen) < 2 && name != "keys" && name != "history" {
			t.Errorf("Tab reaches %d things on the sheet of %s", len(seen), name)
		}
	}
}

// Cases that this program can't read don't keep the window from opening; each is told.
func TestEveryCaseThatCannotBeReadIsTold(t *testing.T) {
	home := t.TempDir()
	dir := casefile.ShelfDir(home)
	desktest.Must(os.MkdirAll(dir, 0o700))
	for _, name := range []string{"Anna.toml", "Ben.toml"} {
		desktest.Must(os.WriteFile(filepath.Join(dir, name), []byte("format = 99\n[case]\nname = 'X'\n[end]\n"), 0o600))
	}
	w := openWindowIn(t, home)
	if got := desktest.Text(w.banner.content); !strings.Contains(got, "Anna.toml") || !strings.Contains(got, "Ben.toml") {
		t.Errorf("the banner says %q", got)
	}
	if w.desk.View().Case.Name != w.desk.Text("case.first") {
		t.Errorf("the case %q is open", w.desk.View().Case.Name)
	}
}

func TestTheListOfCasesSaysHowFarEachIs(t *testing.T) {
	w := openWindow(t)
	found(w)
	w.desk.Try("plug-in-overnight", casefile.Done)
	waits := w.desk.Session.File().Path()
	path, err := w.newCase()
	desktest.Must(err)
	w.open(path)
	begun(w)
	w.open(waits)
	got := desktest.Text(w.openCases().sheet.Body)
	for _, want := range []string{w.desk.Text("state.waiting.tomorrow"), w.desk.Text("cases.step", "Step", 9), "Next: "} {
		if !strings.Contains(got, want) {
			t.Errorf("the list lacks %q: %s", want, got)
		}
	}
}

func TestANewCaseIsLikeTheLastAndItsNameIsReplacedByTyping(t *testing.T) {
	w := openWindow(t)
	h := w.desk.View().Case.Header()
	h.Country, h.Language = "de", "de"
	desktest.Must(w.desk.Session.SetHeader(h))
	w.newCaseSheet()
	test.Type(w.window.Canvas().Focused(), "Julia")
	desktest.Press(top(t, w), w.desk.Text("cases.create"))
	got := w.desk.View().Case.Header()
	if got.Name != "Julia" || got.Country != "de" || got.Language != "de" {
		t.Errorf("the new case is %+v", got)
	}
}

func TestANameThatNobodyChangedFollowsTheDevice(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	a.device.SetSelectedIndex(1)
	if a.name.Text != w.desk.Text("case.first.ipad") {
		t.Errorf("the iPad is called %q", a.name.Text)
	}
	a.name.SetText("Julia’s")
	a.device.SetSelectedIndex(0)
	if a.name.Text != "Julia’s" {
		t.Errorf("a name of the person's own became %q", a.name.Text)
	}
}

// What waits for an answer stands on top, and takes the primary button from New case.
func TestAnAnswerThatIsDueIsAskedForFirst(t *testing.T) {
	w := openWindow(t)
	waiting(w)
	waits := w.desk.Session.File().Path()
	path, err := w.newCase()
	desktest.Must(err)
	w.open(path)
	answer := w.desk.Text("cases.due.answer")
	if c := w.openCases(); desktest.Press(c.sheet.Body, answer) {
		t.Fatal("an answer is asked for before the night is over")
	}
	w.start.Now = func() time.Time { return desktest.Noon().Add(24 * time.Hour) }
	c := w.openCases()
	got := desktest.Text(c.sheet.Body)
	if asked := strings.Index(got, "Did Grandma’s iPhone make a backup?"); asked < 0 || asked > strings.Index(got, "My iPhone\n") {
		t.Errorf("the list begins with %q", got)
	}
	if !desktest.Press(c.sheet.Body, answer) || w.desk.Session.File().Path() != waits {
		t.Errorf("the case that is open is %q", w.desk.View().Case.Name)
	}
}

// Two cases are never called the same by themselves, and where a person did so, the list tells them apart.
func TestCasesOfOneNameAreToldApart(t *testing.T) {
	w := openWindow(t)
	for _, want := range []string{"My iPhone 2", "My iPhone 3"} {
		w.newCaseSheet()
		desktest.Press(top(t, w), w.desk.Text("cases.create"))
		if got := w.desk.View().Case.Name; got != want {
			t.Errorf("the next case is called %q, want %q", got, want)
		}
	}
	c := w.openCases()
	begun := w.desk.Text("cases.begun", "Detail", "", "Time", w.desk.Words.Time(desktest.Noon().Local()))
	if got := desktest.Text(c.sheet.Body); strings.Contains(got, begun) {
		t.Errorf("names that differ are told apart: %s", got)
	}
	h := w.desk.View().Case.Header()
	h.Name = "My iPhone 2"
	desktest.Must(w.desk.Session.SetHeader(h))
	if got := desktest.Text(w.openCases().sheet.Body); strings.Count(got, begun) != 2 {
		t.Errorf("two cases of one name read %s", got)
	}
}

func TestANewCaseSaysWhatItTakesOver(t *testing.T) {
	w := openWindow(t)
	desktest.Name(w.desk)
	w.newCaseSheet()
	if got := desktest.Text(top(t, w)); !strings.Contains(got, w.desk.Text("cases.inherits", "Case", "Grandma’s iPhone")) ||
		!strings.Contains(got, "United States") {
		t.Errorf("the sheet says %q", got)
	}
}
