package form

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"backupdoctor/ui/theme"
)

// number is a field for a whole number; its owner keeps what OnChange tells and refuses 13.
type number struct {
	*Field[int]
	owned int
	calls int
}

func newNumber(options ...string) *number {
	n := &number{Field: NewFieldWithList[int]("Number", options)}
	n.Parse = func(text string) (int, string) {
		x, err := strconv.Atoi(strings.TrimSuffix(text, "."))
		if err != nil {
			return 0, "no number: " + text
		}
		return x, ""
	}
	n.Format = strconv.Itoa
	n.OnChange = func(x int, _ bool) bool {
		n.calls++
		if x == 13 {
			return false
		}
		n.owned = x
		return true
	}
	return n
}

func (n *number) typeText(text string) {
	n.Entry.SetText("")
	test.Type(n.Entry, text)
}

func TestATextThatMeansTheValueStaysAsItWasTyped(t *testing.T) {
	test.NewTempApp(t)
	n := newNumber()
	n.typeText("007.")
	n.SetValue(n.owned)
	if n.owned != 7 || n.Entry.Text != "007." {
		t.Errorf("the owner has %d, the entry %q", n.owned, n.Entry.Text)
	}
	n.SetValue(8)
	if n.Entry.Text != "8" {
		t.Errorf("another value is shown as %q", n.Entry.Text)
	}
}

func TestATextThatCanNotBeReadIsNoValueAndStays(t *testing.T) {
	test.NewTempApp(t)
	n := newNumber()
	n.SetRemark("that is little", theme.ColorWarn)
	n.typeText("5")
	n.typeText("5x")
	n.SetValue(n.owned)
	if n.owned != 0 || n.Entry.Text != "5x" || !n.IsUnreadable() || n.sentence.Text() != "no number: 5x" {
		t.Errorf("the owner has %d, the entry %q with %q", n.owned, n.Entry.Text, n.sentence.Text())
	}
	n.typeText("6")
	if n.IsUnreadable() || n.sentence.Text() != "that is little" {
		t.Errorf("a number that can be read is told as %q", n.sentence.Text())
	}
}

func TestAFieldThatIsResetTakesTheValueOver(t *testing.T) {
	test.NewTempApp(t)
	n := newNumber()
	n.typeText("5x")
	n.Reset()
	if n.IsUnreadable() {
		t.Error("the text of another case is still unreadable")
	}
	n.SetValue(0)
	if n.Entry.Text != "" || n.sentence.Visible() {
		t.Errorf("for another case the entry has %q, with %q", n.Entry.Text, n.sentence.Text())
	}
}

func TestARefusedValueIsOfferedAgain(t *testing.T) {
	test.NewTempApp(t)
	n := newNumber()
	n.typeText("1")
	n.typeText("13")
	before := n.calls
	n.Entry.SetText("13.")
	if n.owned != 1 || n.calls != before+1 {
		t.Errorf("the owner has %d, and was asked %d times more", n.owned, n.calls-before)
	}
}

func TestAnOptionIsChosenUnlessItIsTypedToItsEnd(t *testing.T) {
	test.NewTempApp(t)
	n := newNumber("50", "200")
	var how []bool
	n.OnChange = func(_ int, chosen bool) bool {
		how = append(how, chosen)
		return true
	}
	n.typeText("50")
	n.Entry.SetText("200")
	if len(how) != 3 || how[0] || how[1] || !how[2] {
		t.Errorf("5, 50 typed and 200 chosen are taken as %v", how)
	}
}

// Whatever is typed and undone, the owner has what the text means, or nothing where the text can't be read.
func TestTheOwnerHasWhatTheTextMeans(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		n := newNumber()
		for _, step := range rapid.SliceOfN(rapid.StringMatching(`[0-9x.]{0,3}|=[0-9]`), 1, 8).Draw(t, "steps") {
			if value, undo := strings.CutPrefix(step, "="); undo {
				n.owned, _ = strconv.Atoi(value)
			} else {
				n.Entry.SetText(step)
			}
			n.SetValue(n.owned)
			meant, problem := n.parse(n.Entry.Text)
			if problem != "" && n.owned != 0 && !n.IsUnreadable() || problem == "" && meant != n.owned && meant != 13 {
				t.Fatalf("after %q the entry has %q, the owner %d", step, n.Entry.Text, n.owned)
			}
		}
	})
}
