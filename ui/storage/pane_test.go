package storage

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/bojanz/currency"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/prices"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// typeInto replaces the text of an amount field, as a person does.
func typeInto(a *amountField, text string) {
	a.Entry.SetText("")
	test.Type(a.Entry, text)
}

func TestTypingNumbersMovesTheDiagnosis(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	before := w.Desk.View().Likely[0]
	f := p.fields
	f.plan.Entry.SetText("5 GB, free") // as the list does
	typeInto(f.used, "1,8 GB")
	typeInto(f.next, "+4.1 GB")
	want := desktest.Numbers{Plan: 5e9, Used: 1.8e9, Next: 4.1e9}
	if got := desktest.NumbersOf(w.Desk); got != want {
		t.Fatalf("the case has %+v, want %+v", got, want)
	}
	if f.used.Entry.Text != "1,8 GB" || f.next.Entry.Text != "+4.1 GB" {
		t.Errorf("what was typed became %q and %q", f.used.Entry.Text, f.next.Entry.Text)
	}
	if n := len(w.Desk.View().Case.Events); n != 3 {
		t.Errorf("%d events for a plan that is chosen and two numbers that are typed, want 3", n)
	}
	if !strings.Contains(p.title.Text(), "900 MB") {
		t.Errorf("the answer is %q, want what is missing", p.title.Text())
	}
	if got := p.verdict.AccessibilityLabel(); !strings.Contains(got, "4.1 GB needed, 3.2 GB free") || !strings.Contains(got, "50 GB for $0.99") {
		t.Errorf("the answer goes on with %q", got)
	}
	if first := w.Desk.View().Likely[0]; first.Cause.Ref != "C02" || first.P < 2*before.P {
		t.Errorf("the likeliest cause is %s with %.2f, %s with %.2f before", first.Cause.Ref, first.P, before.Cause.Ref, before.P)
	}
	w.Desk.Undo()
	if f.next.Entry.Text != "" || f.used.Entry.Text != "1,8 GB" {
		t.Errorf("one undo leaves %q and %q", f.next.Entry.Text, f.used.Entry.Text)
	}
	w.Desk.Undo()
	w.Desk.Undo()
	if f.used.Entry.Text != "" || f.plan.Entry.Text != "" {
		t.Errorf("after undo the fields still hold %q and plan %q", f.used.Entry.Text, f.plan.Entry.Text)
	}
	w.Desk.Redo()
	w.Desk.Redo()
	if f.used.Entry.Text != "1.8 GB" || f.plan.Entry.Text != "5 GB, free" {
		t.Errorf("after redo the fields hold %q and plan %q", f.used.Entry.Text, f.plan.Entry.Text)
	}
}

func TestAPastedUsageFillsThePlan(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.used, "3,2 GB von 5 GB")
	if got := desktest.NumbersOf(w.Desk); got.Used != 3.2e9 || got.Plan != 5e9 {
		t.Errorf("the case has %+v", got)
	}
	if got := f.used.Entry.Text; got != "3,2 GB von 5 GB" {
		t.Errorf("what was typed became %q", got)
	}
	if got := f.plan.Entry.Text; got != "5 GB, free" {
		t.Errorf("the plan shows %q", got)
	}
	f.plan.Entry.SetText("50 GB")
	if got := desktest.NumbersOf(w.Desk); got.Used != 3.2e9 || got.Plan != 50e9 {
		t.Errorf("after another plan was chosen the case has %+v", got)
	}
	typeInto(f.next, "1 GB")
	if got := desktest.NumbersOf(w.Desk).Plan; got != 50e9 || f.plan.Entry.Text != "50 GB" {
		t.Errorf("the plan that was chosen last became %d, %q", got, f.plan.Entry.Text)
	}
}

func TestAPlanThatIsNotOnTheListCanBeTyped(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.plan, "55 GB")
	typeInto(f.used, "12 GB")
	typeInto(f.next, "40 GB")
	if got := desktest.NumbersOf(w.Desk); got.Plan != 55e9 {
		t.Errorf("the case has %+v", got)
	}
	if got := desktest.Text(f.asked); !strings.Contains(got, "sell a 55 GB plan. Is it 50 GB or 200 GB?") {
		t.Errorf("a plan that nobody sells is answered with %q", got)
	}
	if got := w.Desk.View().Checks; len(got) > 0 {
		t.Errorf("it says %v to the diagnosis", got)
	}
	if !desktest.Press(f.asked, "That’s right") {
		t.Fatal("it can't be confirmed")
	}
	if got := p.title.Text(); !strings.Contains(got, "3 GB to spare") || f.asked.Visible() {
		t.Errorf("the answer is %q", got)
	}
	typeInto(f.plan, "7 GB")
	if !desktest.Press(f.asked, "50 GB") || f.plan.Entry.Text != "50 GB" || desktest.NumbersOf(w.Desk).Plan != 50e9 {
		t.Errorf("the size that was meant can't be chosen: %q", f.plan.Entry.Text)
	}
}

func TestNonsenseStaysInTheFieldWithASentence(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.plan, "5")
	typeInto(f.used, "1 GB")
	typeInto(f.next, "4 GB")
	for _, text := range []string{"four", "-2 GB", "12 XB", "900 TB"} {
		typeInto(f.next, text)
		if f.next.Entry.Text != text {
			t.Errorf("%q became %q", text, f.next.Entry.Text)
		}
		if f.next.Sentence() == "" || strings.Contains(f.next.Sentence(), "[") {
			t.Errorf("%q is answered with %q", text, f.next.Sentence())
		}
		if got := desktest.NumbersOf(w.Desk); got.Next != 0 || got.Used != 1e9 {
			t.Errorf("%q counts as %+v", text, got)
		}
		if got := p.title.Text(); got != w.Desk.Text("storage.title.ask") {
			t.Errorf("with %q the answer is %q", text, got)
		}
	}
	typeInto(f.next, "2 GB")
	if f.next.Sentence() != "" || desktest.NumbersOf(w.Desk).Next != 2e9 {
		t.Errorf("after a good number the sentence stays, or the case has %d", desktest.NumbersOf(w.Desk).Next)
	}
}

func TestTypingIsNotBlamedBeforeItIsDone(t *testing.T) {
	w, p := open(t)
	f := p.fields
	f.next.Entry.SetText("")
	for _, r := range "+4.8 GB" {
		test.Type(f.next.Entry, string(r))
		if f.next.Sentence() != "" {
			t.Errorf("at %q stands %q", f.next.Entry.Text, f.next.Sentence())
		}
	}
	if n := len(w.Desk.View().Case.Events); n != 1 || desktest.NumbersOf(w.Desk).Next != 4.8e9 {
		t.Errorf("%d events, next backup %d", n, desktest.NumbersOf(w.Desk).Next)
	}
}

func TestOtherFieldsKeepTheirExactNumbers(t *testing.T) {
	w, p := open(t)
	desktest.Count(w.Desk, desktest.Numbers{Plan: 5e9, Used: 1834567890, Next: 0})
	typeInto(p.fields.next, "4 GB")
	if got := desktest.NumbersOf(w.Desk).Used; got != 1834567890 {
		t.Errorf("typing in one field rounds another to %d", got)
	}
}

func TestFieldsFollowTheCase(t *testing.T) {
	w, p := open(t)
	f := p.fields
	typeInto(f.next, "four")
	w.NewCase(casefile.Header{Name: "Another", Device: apple.IPhone})
	w.Desk.ShowTab(desk.TabStorage)
	if f.next.Entry.Text != "" || f.next.Sentence() != "" {
		t.Errorf("another case shows what was typed for the one before: %q, %q", f.next.Entry.Text, f.next.Sentence())
	}
}

func TestEveryMarketShowsItsPrices(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	markets := w.Library.Plans.Markets
	if len(markets) != 157 {
		t.Fatalf("%d markets, want 157", len(markets))
	}
	for _, m := range markets {
		p.fields.chooseCountry(m.ID)
		v := w.Desk.View()
		if v.Case.Country != m.ID || p.fields.country.Text() != m.Name {
			t.Fatalf("choosing %s gives the country %q, and the field shows %q", m.Name, v.Case.Country, p.fields.country.Text())
		}
		text, locale := desktest.Text(p.bars.content), w.Desk.Words.Locale()
		for _, plan := range w.Library.Plans.Plans[1:] {
			price, ok := m.Price(plan.ID)
			month, year := prices.FormatPrice(price.Month, locale), prices.FormatPrice(price.Year, locale)
			symbol, known := currency.GetSymbol(m.Currency, currency.NewLocale(locale.String()))
			if !ok || !known || !strings.Contains(month, symbol) || !strings.Contains(text, month+" a month\n") || !strings.Contains(text, year+" a year\n") {
				t.Errorf("%s: %s costs %q a month and %q a year in %s, but the pane says\n%s", m.Name, plan.ID, month, year, m.Currency, text)
			}
		}
		for _, want := range []string{w.Desk.Text("tax." + string(m.Tax)), w.Desk.Words.Day(m.Date), w.Desk.Text("storage.apple")} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the pane lacks %q", m.Name, want)
			}
		}
	}
}

func TestOldPricesAreCalledOld(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	old := w.Desk.Text("storage.prices.old")
	remark := func() string {
		w.Desk.Redraw()
		return desktest.Text(p.bars.content)
	}
	if strings.Contains(remark(), old) {
		t.Error("prices of two months ago are called old")
	}
	p.now = func() time.Time { return desktest.Noon().AddDate(0, 6, 0) }
	if !strings.Contains(remark(), old) {
		t.Error("prices of eight months ago are not called old")
	}
}

func TestTheTableIsCopiedForASpreadsheet(t *testing.T) {
	w, p := open(t)
	desktest.FillStorage(w.Desk)
	p.bars.copy()
	got := fyne.CurrentApp().Clipboard().Content()
	if want := "5 GB\t\tFree\t\t900 MB short\t\n50 GB\t\t$0.99 a month\t$11.88 a year\t\tlikely enough for years\n"; !strings.HasPrefix(got, want) || strings.Count(got, "\n") != 6 {
		t.Errorf("copied was %q", got)
	}
	if p.bars.status.Text() == "" {
		t.Error("nothing says that it was copied")
	}
}

func TestWhereToReadOpensInPlace(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	f.link.Tapped(nil)
	if got := desktest.Text(f.where); !strings.Contains(got, "Settings") || !strings.Contains(got, w.Desk.Text("storage.where.next")) {
		t.Errorf("the way is %q", got)
	}
}

func TestTabGoesFromFieldToField(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	c := w.Window.Canvas()
	c.Focus(f.country)
	var order []fyne.Focusable
	for range 5 {
		c.FocusNext()
		if _, list := c.Focused().(*form.ListButton); !list { // the plans' list has a button of its own
			order = append(order, c.Focused())
		}
	}
	for i, a := range []*amountField{f.plan, f.used, f.next} {
		if order[i] != a.Control {
			t.Errorf("tab %d after the country leads to %T", i+1, order[i])
		}
	}
}
