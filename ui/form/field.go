package form

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// Field is a row in which a person types a value: the name, where the value comes from, the entry, and below
// it a sentence when the text can't be read. The text stays as a person typed it. The zero T stands for no
// value.
type Field[T comparable] struct {
	Object  *fyne.Container // the whole row
	Entry   *widget.Entry
	Control fyne.Focusable // the entry as it is focused

	// Parse reads a text, without spaces around it. It returns a problem, a sentence, for a text that can't
	// be read; a text that may become a value as a person types on is no problem yet.
	Parse func(text string) (value T, problem string)
	// Format writes a value as a person would type it.
	Format func(value T) string
	// OnChange is called with each other value that a person enters, and with the zero T when the field is
	// emptied or can't be read. Chosen values come from the list of the field, all others are typed. OnChange
	// returns false to refuse the value.
	OnChange func(value T, chosen bool) bool
	// Means reports whether a value that a person entered is the owner's value; nil compares them.
	Means func(entered, owned T) bool
	// OnTyped is called after each change of the text, since the row may have become higher or lower; nil is
	// fine.
	OnTyped func()

	options   []string // of the list; nil without one
	outline   *place.Dashed
	origin    *paint.Paragraph
	sentence  *paint.Paragraph
	problem   string              // why the text can't be read
	remark    string              // on a value that can be read
	tone      fyne.ThemeColorName // of the remark
	value     T                   // as its owner has it
	before    string              // the text before the latest change
	takesOver bool                // SetValue replaces the text whatever it means
	setting   bool                // SetValue is at work; nobody types
}

// NewField makes a field with a name; set Parse, Format and OnChange before it is used.
func NewField[T comparable](name string) *Field[T] {
	e := NewEntry()
	e.Name = name
	return newField[T](name, &e.Entry, e)
}

// NewFieldWithList makes a field with a list of texts to choose from.
func NewFieldWithList[T comparable](name string, options []string) *Field[T] {
	e := newListEntry(name, options)
	f := newField[T](name, &e.Entry, e)
	f.options = options
	return f
}

func newField[T comparable](name string, entry *widget.Entry, control interface {
	fyne.CanvasObject
	fyne.Focusable
},
) *Field[T] {
	f := &Field[T]{
		Entry: entry, Control: control, outline: place.NewDashed(control),
		origin: paint.NewCaption(""), sentence: paint.NewCaption("").WithColor(theme.ColorBad),
	}
	f.sentence.Hide()
	f.origin.Hide()
	entry.OnChanged = func(text string) {
		if !f.setting {
			place.KeepInPlace(control, func() { f.typed(text) })
		}
	}
	f.Object = flow.NewFieldRow(paint.NewParagraph(name), f.origin, f.outline, f.sentence)
	return f
}

// typed reads the text that a person typed or chose.
func (f *Field[T]) typed(text string) {
	value, problem := f.parse(text)
	f.setProblem(problem)
	if before := f.value; value != before || f.takesOver {
		f.value, f.takesOver = value, false
		if !f.OnChange(value, f.isChosen(text)) {
			f.value = before
		}
	}
	f.before = text
	if f.OnTyped != nil {
		f.OnTyped()
	}
}

// parse returns no value for an empty text and for a text with a problem: nothing rests on a value that
// nobody sees.
func (f *Field[T]) parse(text string) (value T, problem string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return value, ""
	}
	read, problem := f.Parse(text)
	if problem != "" {
		return value, problem
	}
	return read, ""
}

// isChosen reports whether a text is an option of the list that was not typed to its end.
func (f *Field[T]) isChosen(text string) bool {
	typed := len(text) == len(f.before)+1 && strings.HasPrefix(text, f.before)
	return !typed && slices.Contains(f.options, text)
}

// SetValue shows a value. A text that means the value already stays as it is, and so does a text that can't
// be read while there is no value.
func (f *Field[T]) SetValue(value T) {
	var none T
	if f.problem != "" && value == none && !f.takesOver {
		f.value = value
	}
	if !f.takesOver && (f.value == value || f.Means != nil && f.Means(f.value, value)) {
		return
	}
	f.value, f.takesOver, f.setting = value, false, true
	text := ""
	if value != none {
		text = f.Format(value)
	}
	f.Entry.SetText(text)
	f.before = text
	f.setProblem("")
	f.setting = false
}

// Reset lets the next SetValue replace the text, whatever it means.
func (f *Field[T]) Reset() {
	f.takesOver = true
	f.problem = ""
}

// IsUnreadable reports whether the text can't be read.
func (f *Field[T]) IsUnreadable() bool { return f.problem != "" }

// Sentence returns the sentence below the entry: the problem, or else the remark; empty when there is none.
func (f *Field[T]) Sentence() string {
	if f.problem != "" {
		return f.problem
	}
	return f.remark
}

// SetHint shows an example in the empty entry and, beside the name, where the value or the example comes
// from. The outline is dashed for an example that stands in for a value.
func (f *Field[T]) SetHint(example, origin string, standsIn bool) {
	if f.Entry.PlaceHolder != example {
		f.Entry.SetPlaceHolder(example)
	}
	f.outline.SetDashed(standsIn)
	f.origin.SetText(origin)
	f.origin.Hidden = origin == ""
}

// SetRemark shows a sentence about a value that can be read; an empty text takes it away.
func (f *Field[T]) SetRemark(text string, tone fyne.ThemeColorName) {
	f.remark, f.tone = text, tone
	f.showSentence()
}

func (f *Field[T]) setProblem(problem string) {
	f.problem = problem
	f.showSentence()
}

// showSentence shows the problem, or else the remark.
func (f *Field[T]) showSentence() {
	text, tone := f.Sentence(), theme.ColorBad
	if f.problem == "" {
		tone = f.tone
	}
	if text != "" {
		f.sentence.WithColor(tone).SetText(text)
	}
	f.sentence.Hidden = text == ""
}
