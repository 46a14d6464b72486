package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/storage"
)

// typeInto replaces what is in an amount field, as a person does.
func typeInto(a *amountField, text string) {
	a.entry.SetText("")
	test.Type(a.entry, text)
}

func TestTypingNumbersMovesTheDiagnosis(t *testing.T) {
	w := openWindow(t)
	w.desk.show(tabStorage)
	before := w.desk.view().MinutesLeft
	f := w.storage.fields
	f.plan.SetSelectedIndex(0)
	typeInto(f.used, "1,8 GB")
	typeInto(f.next, "+4.1 GB")
	want := casefile.Storage{Plan: 5e9, Used: 1.8e9, Next: 4.1e9}
	if got := w.desk.view().Numbers; got != want {
		t.Fatalf("the case has %+v, want %+v", got, want)
	}
	if n := len(w.desk.view().Case.Events); n != 1 {
		t.Errorf("%d events for one go at typing, want 1", n)
	}
	if !strings.Contains(w.storage.title.Text(), "900 MB") {
		t.Errorf("the answer is %q, want what is missing", w.storage.title.Text())
	}
	if first := w.desk.view().Likely[0].Cause.Ref; first != "C02" || w.desk.view().MinutesLeft >= before {
		t.Errorf("the likeliest cause is %s with %.0f minutes left, %.0f before", first, w.desk.view().MinutesLeft, before)
	}
	w.desk.undo()
	if f.used.entry.Text != "" || f.plan.SelectedIndex() != -1 {
		t.Errorf("after undo the fields still hold %q and plan %d", f.used.entry.Text, f.plan.SelectedIndex())
	}
	w.desk.redo()
	if f.used.entry.Text != "1.8 GB" {
		t.Errorf("after redo the field holds %q", f.used.entry.Text)
	}
}

func TestAPastedUsageFillsThePlan(t *testing.T) {
	w := openWindow(t)
	typeInto(w.storage.fields.used, "3,2 GB von 5 GB")
	if got := w.desk.view().Numbers; got.Used != 3.2e9 || got.Plan != 5e9 {
		t.Errorf("the case has %+v", got)
	}
	if got := w.storage.fields.used.entry.Text; got != "3,2 GB von 5 GB" {
		t.Errorf("what was typed became %q", got)
	}
}

func TestNonsenseStaysInTheFieldWithASentence(t *testing.T) {
	w := openWindow(t)
	f := w.storage.fields
	typeInto(f.next, "4 GB")
	for _, text := range []string{"four", "-2 GB", "12 XB", "900 TB"} {
		typeInto(f.next, text)
		if f.next.entry.Text != text {
			t.Errorf("%q became %q", text, f.next.entry.Text)
		}
		if f.next.problem.Hidden || strings.Contains(f.next.problem.Text(), "[") {
			t.Errorf("%q is answered with %q", text, f.next.problem.Text())
		}
	}
	typeInto(f.next, "2 GB")
	if !f.next.problem.Hidden || w.desk.view().Numbers.Next != 2e9 {
		t.Errorf("after a good number the sentence stays, or the case has %d", w.desk.view().Numbers.Next)
	}
}

func TestEveryMarketShowsItsPrices(t *testing.T) {
	w := openWindow(t)
	w.desk.show(tabStorage)
	f := w.storage.fields
	if len(f.markets) != 157 {
		t.Fatalf("%d markets, want 157", len(f.markets))
	}
	for i, m := range f.markets {
		f.country.SetSelectedIndex(i)
		v := w.desk.view()
		if v.Case.Country != m.ID {
			t.Fatalf("choosing %s gives the country %q", m.Name, v.Case.Country)
		}
		for _, row := range v.Space.Rows[1:] {
			price := w.storage.price(row)
			if !row.HasPrice || !strings.ContainsAny(price, "0123456789") || price == storage.FormatPrice(row.Price.Year, w.desk.words.Locale()) {
				t.Errorf("%s: %s costs %q", m.Name, row.Plan.ID, price)
			}
		}
	}
}

func TestCasesAreMadeRenamedDeletedAndBroughtBack(t *testing.T) {
	w := openWindow(t)
	first := w.desk.session.File().Path()
	c := &cases{window: w, sheet: w.newSheet("x", "")}
	c.create()
	second := w.desk.session.File().Path()
	if second == first {
		t.Fatal("a new case does not open")
	}
	header := casefile.Header{Name: "Uncle’s iPad", Device: "ipad", Version: "26"}
	must(w.desk.session.SetHeader(header))
	if got := w.bar.name.Text(); got != header.Name {
		t.Errorf("the bar shows %q", got)
	}
	if got := w.bar.device.Text(); !strings.Contains(got, "iPadOS 26") {
		t.Errorf("the bar shows the device as %q", got)
	}
	w.open(first)
	items, err := w.shelf.List()
	if err != nil || len(items) != 2 {
		t.Fatalf("%d cases, %v", len(items), err)
	}
	for _, item := range items {
		if path, _ := w.shelf.Path(item.File); path == second {
			id, err := w.shelf.Delete(item.File)
			must(err)
			c.deleted = id
		}
	}
	if items, _ = w.shelf.List(); len(items) != 1 {
		t.Fatalf("%d cases after one was deleted", len(items))
	}
	c.undelete()
	if items, _ = w.shelf.List(); len(items) != 2 {
		t.Errorf("%d cases after it was brought back", len(items))
	}
}

func TestTheWindowFoldsInsteadOfCutting(t *testing.T) {
	w := openWindow(t)
	for _, size := range []fyne.Size{{Width: 1180, Height: 760}, {Width: 900, Height: 600}, {Width: 640, Height: 600}, {Width: 1920, Height: 1080}} {
		w.window.Resize(size)
		for _, tb := range narrowTabs {
			w.desk.show(tb)
		}
		if got := w.frame.MinSize(); got.Width > size.Width || got.Height > size.Height {
			t.Errorf("at %v the window wants at least %v", size, got)
		}
	}
}
