package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/bojanz/currency"
	"golang.org/x/text/language"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// numbers are the plan, what is used and the next backup that the case has, in bytes; 0 for one that is not known.
func numbers(w *Window) read {
	in := w.desk.View().Plan.Inputs
	return read{in.Plan.Likely, in.Used.Likely, in.First().Next.Likely}
}

// read is what a person reads off the phone, in bytes; 0 is not known.
type read struct{ Plan, Used, Next int64 }

// count records what is read off the phone; what else the case knows stays.
func count(w *Window, r read) {
	known := func(bytes int64) storage.Amount {
		if bytes == 0 {
			return storage.Amount{}
		}
		return storage.Of(bytes, storage.Phone)
	}
	in := w.desk.View().Plan.Inputs
	first := in.First()
	first.Next = known(r.Next)
	in.Plan, in.Used = known(r.Plan), known(r.Used)
	desktest.Must(w.desk.Session.Count(in.SetFirst(first), nil))
}

// typeInto replaces the text of an amount field, as a person does.
func typeInto(a *amountField, text string) {
	a.entry.SetText("")
	test.Type(a.entry, text)
}

func TestTypingNumbersMovesTheDiagnosis(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	before := w.desk.View().MinutesLeft
	f := w.storage.fields
	f.plan.entry.SetText("5 GB, free") // as the list does
	typeInto(f.used, "1,8 GB")
	typeInto(f.next, "+4.1 GB")
	want := read{5e9, 1.8e9, 4.1e9}
	if got := numbers(w); got != want {
		t.Fatalf("the case has %+v, want %+v", got, want)
	}
	if f.used.entry.Text != "1,8 GB" || f.next.entry.Text != "+4.1 GB" {
		t.Errorf("what was typed became %q and %q", f.used.entry.Text, f.next.entry.Text)
	}
	if n := len(w.desk.View().Case.Events); n != 3 {
		t.Errorf("%d events for a plan that is chosen and two numbers that are typed, want 3", n)
	}
	if !strings.Contains(w.storage.title.Text(), "900 MB") {
		t.Errorf("the answer is %q, want what is missing", w.storage.title.Text())
	}
	if got := w.storage.verdict.AccessibilityLabel(); !strings.Contains(got, "4.1 GB needed, 3.2 GB free") || !strings.Contains(got, "50 GB for $0.99") {
		t.Errorf("the answer goes on with %q", got)
	}
	if first := w.desk.View().Likely[0].Cause.Ref; first != "C02" || w.desk.View().MinutesLeft >= before {
		t.Errorf("the likeliest cause is %s with %.0f minutes left, %.0f before", first, w.desk.View().MinutesLeft, before)
	}
	w.desk.Undo()
	if f.next.entry.Text != "" || f.used.entry.Text != "1,8 GB" {
		t.Errorf("one undo leaves %q and %q", f.next.entry.Text, f.used.entry.Text)
	}
	w.desk.Undo()
	w.desk.Undo()
	if f.used.entry.Text != "" || f.plan.entry.Text != "" {
		t.Errorf("after undo the fields still hold %q and plan %q", f.used.entry.Text, f.plan.entry.Text)
	}
	w.desk.Redo()
	w.desk.Redo()
	if f.used.entry.Text != "1.8 GB" || f.plan.entry.Text != "5 GB, free" {
		t.Errorf("after redo the fields hold %q and plan %q", f.used.entry.Text, f.plan.entry.Text)
	}
}

func TestAPastedUsageFillsThePlan(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	f := w.storage.fields
	typeInto(f.used, "3,2 GB von 5 GB")
	if got := numbers(w); got.Used != 3.2e9 || got.Plan != 5e9 {
		t.Errorf("the case has %+v", got)
	}
	if got := f.used.entry.Text; got != "3,2 GB von 5 GB" {
		t.Errorf("what was typed became %q", got)
	}
	if got := f.plan.entry.Text; got != "5 GB, free" {
		t.Errorf("the plan shows %q", got)
	}
	f.plan.entry.SetText("50 GB")
	if got := numbers(w); got.Used != 3.2e9 || got.Plan != 50e9 {
		t.Errorf("after another plan was chosen the case has %+v", got)
	}
	typeInto(f.next, "1 GB")
	if got := numbers(w).Plan; got != 50e9 || f.plan.entry.Text != "50 GB" {
		t.Errorf("the plan that was chosen last became %d, %q", got, f.plan.entry.Text)
	}
}

func TestAPlanThatIsNotOnTheListCanBeTyped(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	f := w.storage.fields
	typeInto(f.plan, "55 GB")
	typeInto(f.used, "12 GB")
	typeInto(f.next, "40 GB")
	if got := numbers(w); got.Plan != 55e9 {
		t.Errorf("the case has %+v", got)
	}
	if got := w.storage.title.Text(); !strings.Contains(got, "3 GB to spare") {
		t.Errorf("the answer is %q", got)
	}
	typeInto(f.plan, "7 GB")
	if got := f.plan.problem; got.Hidden || !strings.Contains(got.Text(), "sells no plan of 7 GB") || f.plan.entry.Text != "7 GB" {
		t.Errorf("beside a plan that nobody sells stands %q", got.Text())
	}
}

func TestNonsenseStaysInTheFieldWithASentence(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	f := w.storage.fields
	typeInto(f.plan, "5")
	typeInto(f.used, "1 GB")
	typeInto(f.next, "4 GB")
	for _, text := range []string{"four", "-2 GB", "12 XB", "900 TB"} {
		typeInto(f.next, text)
		if f.next.entry.Text != text {
			t.Errorf("%q became %q", text, f.next.entry.Text)
		}
		if f.next.problem.Hidden || strings.Contains(f.next.problem.Text(), "[") {
			t.Errorf("%q is answered with %q", text, f.next.problem.Text())
		}
		if got := numbers(w); got.Next != 0 || got.Used != 1e9 {
			t.Errorf("%q counts as %+v", text, got)
		}
		if got := w.storage.title.Text(); got != w.desk.Text("storage.title.ask") {
			t.Errorf("with %q the answer is %q", text, got)
		}
	}
	typeInto(f.next, "2 GB")
	if !f.next.problem.Hidden || numbers(w).Next != 2e9 {
		t.Errorf("after a good number the sentence stays, or the case has %d", numbers(w).Next)
	}
}

func TestTypingIsNotBlamedBeforeItIsDone(t *testing.T) {
	w := openWindow(t)
	f := w.storage.fields
	f.next.entry.SetText("")
	for _, r := range "+4.8 GB" {
		test.Type(f.next.entry, string(r))
		if !f.next.problem.Hidden {
			t.Errorf("at %q stands %q", f.next.entry.Text, f.next.problem.Text())
		}
	}
	if n := len(w.desk.View().Case.Events); n != 1 || numbers(w).Next != 4.8e9 {
		t.Errorf("%d events, next backup %d", n, numbers(w).Next)
	}
}

func TestOtherFieldsKeepTheirExactNumbers(t *testing.T) {
	w := openWindow(t)
	count(w, read{5e9, 1834567890, 0})
	typeInto(w.storage.fields.next, "4 GB")
	if got := numbers(w).Used; got != 1834567890 {
		t.Errorf("typing in one field rounds another to %d", got)
	}
}

func TestFieldsFollowTheCase(t *testing.T) {
	w := openWindow(t)
	f := w.storage.fields
	typeInto(f.next, "four")
	file, err := w.shelf.Create(w.newHeader())
	desktest.Must(err)
	path, err := w.shelf.Path(file)
	desktest.Must(err)
	w.open(path)
	w.desk.ShowTab(desk.TabStorage)
	if f.next.entry.Text != "" || !f.next.problem.Hidden {
		t.Errorf("another case shows what was typed for the one before: %q, %q", f.next.entry.Text, f.next.problem.Text())
	}
}

func TestEveryMarketShowsItsPrices(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	markets := w.start.Library.Plans.Markets
	if len(markets) != 157 {
		t.Fatalf("%d markets, want 157", len(markets))
	}
	for _, m := range markets {
		w.storage.fields.chooseCountry(m.ID)
		v := w.desk.View()
		if v.Case.Country != m.ID || w.storage.fields.country.Text() != m.Name {
			t.Fatalf("choosing %s gives the country %q, and the field shows %q", m.Name, v.Case.Country, w.storage.fields.country.Text())
		}
		text, locale := desktest.Text(w.storage.bars.content), w.desk.Words.Locale()
		for _, plan := range w.start.Library.Plans.Plans[1:] {
			price, ok := m.Price(plan.ID)
			month, year := prices.FormatPrice(price.Month, locale), prices.FormatPrice(price.Year, locale)
			symbol, known := currency.GetSymbol(m.Currency, currency.NewLocale(locale.String()))
			if !ok || !known || !strings.Contains(month, symbol) || !strings.Contains(text, month+" a month\n") || !strings.Contains(text, year+" a year\n") {
				t.Errorf("%s: %s costs %q a month and %q a year in %s, but the pane says\n%s", m.Name, plan.ID, month, year, m.Currency, text)
			}
		}
		for _, want := range []string{w.desk.Text("tax." + string(m.Tax)), w.desk.Words.Day(m.Date), w.desk.Text("storage.apple")} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the pane lacks %q", m.Name, want)
			}
		}
	}
}

func TestCountriesAreFoundByAnyOfTheirNames(t *testing.T) {
	w := openWindow(t)
	for text, want := range map[string]string{
		"united states": "us", "Germ": "de", "deutsch": "de", "allemagne": "de", "austria": "at", "Euro Zone": "fr", "turkiye": "tr", "TÜRKIYE": "tr", "zil": "br",
	} {
		c := showCountries(w.desk, w.window, func(string) {})
		c.entry.SetText(text)
		if !slices.ContainsFunc(c.found(text), func(m country) bool { return m.code == want }) {
			t.Errorf("%q finds %d countries, but not %s", text, len(c.found(text)), want)
		}
		c.sheet.Close()
	}
	german := countriesOf(w.desk, language.German)
	if !slices.ContainsFunc(german, func(m country) bool { return m.code == "at" && slices.Contains(m.names, "Österreich") }) {
		t.Error("a German does not find Österreich")
	}
	c := showCountries(w.desk, w.window, func(string) {})
	c.entry.SetText("atlantis")
	if got := desktest.Text(c.sheet.Body); !strings.Contains(got, w.desk.Text("countries.nothing")) || !strings.Contains(got, w.desk.Text("countries.none")) {
		t.Errorf("a country that is none is answered with %q", got)
	}
	c.sheet.Close()
	var chosen string
	c = showCountries(w.desk, w.window, func(id string) { chosen = id })
	test.Type(c.entry, "swit")
	c.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if chosen != "ch" || w.window.Canvas().Overlays().Top() != nil {
		t.Errorf("Enter chooses %q and leaves %v", chosen, w.window.Canvas().Overlays().Top())
	}
}

// Who chose Germany reads Germany, not only the name of a price list.
func TestTheChosenCountryIsNamedEverywhere(t *testing.T) {
	w := openWindow(t)
	c := showCountries(w.desk, w.window, w.storage.fields.chooseCountry)
	test.Type(c.entry, "germ")
	c.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	const want = "Germany (Euro Zone prices)"
	if got := w.desk.View().Case.Country; got != "de" {
		t.Errorf("the case keeps %q", got)
	}
	if got := w.desk.DeviceText(w.desk.View()); !strings.Contains(got, want) {
		t.Errorf("the bar says %q", got)
	}
	w.desk.ShowTab(desk.TabStorage)
	if got := w.storage.fields.country.Text(); got != want {
		t.Errorf("the storage page says %q", got)
	}
	w.desk.ShowTab(desk.TabReport)
	if got := desktest.Text(w.report.Object()); !strings.Contains(got, "Germany (Euro Zone prices)") {
		t.Error("the report does not name Germany")
	}
	if w.desk.View().Market.Currency != "EUR" {
		t.Errorf("the prices are in %q", w.desk.View().Market.Currency)
	}
}

func TestOldPricesAreCalledOld(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	old := w.desk.Text("storage.prices.old")
	remark := func() string {
		w.redraw()
		return desktest.Text(w.storage.bars.content)
	}
	if strings.Contains(remark(), old) {
		t.Error("prices of two months ago are called old")
	}
	w.storage.now = func() time.Time { return desktest.Noon().AddDate(0, 6, 0) }
	if !strings.Contains(remark(), old) {
		t.Error("prices of eight months ago are not called old")
	}
}

func TestTheTableIsCopiedForASpreadsheet(t *testing.T) {
	w := openWindow(t)
	spaced(w)
	w.storage.bars.copy()
	got := fyne.CurrentApp().Clipboard().Content()
	if want := "5 GB\t\tFree\t\t900 MB short\t\n50 GB\t\t$0.99 a month\t$11.88 a year\t\tenough beyond 2036\n"; !strings.HasPrefix(got, want) || strings.Count(got, "\n") != 6 {
		t.Errorf("copied was %q", got)
	}
	if w.storage.bars.status.Text() == "" {
		t.Error("nothing says that it was copied")
	}
}

func TestWhereToReadOpensInPlace(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	f := w.storage.fields
	f.link.Tapped(nil)
	if got := desktest.Text(f.where); !strings.Contains(got, "Settings") || !strings.Contains(got, w.desk.Text("storage.where.next")) {
		t.Errorf("the way is %q", got)
	}
}

func TestTabGoesFromFieldToField(t *testing.T) {
	w := openWindow(t)
	w.desk.ShowTab(desk.TabStorage)
	f := w.storage.fields
	c := w.window.Canvas()
	c.Focus(f.country)
	var order []fyne.Focusable
	for range 5 {
		c.FocusNext()
		if _, list := c.Focused().(*widget.Button); !list { // the plans' list has a button of its own
			order = append(order, c.Focused())
		}
	}
	for i, a := range []*amountField{f.plan, f.used, f.next} {
		var e *widget.Entry
		f, ok := order[i].(*form.Entry)
		if ok {
			e = &f.Entry
		}
		if s, is := order[i].(*planEntry); is {
			e, ok = &s.Entry, true
		}
		if !ok || e != a.entry {
			t.Errorf("tab %d after the country leads to %T", i+1, order[i])
		}
	}
}
