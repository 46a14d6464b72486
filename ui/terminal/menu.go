package terminal

import (
	"strconv"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// item is a line of a menu about storage: a value to type, a choice, an action, or a menu of its own.
type item struct {
	name  string // in the words of the window
	value string // what is known; empty for nothing

	// set puts a typed line into the inputs; an empty line forgets the value. The problem is empty when the
	// line is fine.
	set func(in *storage.Inputs, line string) (problem string)

	options []string // to choose from, for choose
	choose  func(in *storage.Inputs, option int)

	change func(in *storage.Inputs) // an action without a question
	leaves bool                     // after the action the menu ends

	open func() []item // the lines of a menu of its own; nil lines end it
}

// menu shows lines by number and does what is picked, until Enter or the end of the input.
func (g *guide) menu(title string, lines func() []item) {
	for !g.over {
		list := lines()
		if list == nil {
			return
		}
		g.out.blank()
		g.out.line(title)
		for i, one := range list {
			g.out.item("  "+strconv.Itoa(i+1)+". ", g.described(&one))
		}
		n, ok := g.number(g.text("text.storage.pick"), len(list))
		if !ok || n == 0 {
			return
		}
		if one := &list[n-1]; g.pick(one) && one.leaves {
			return
		}
	}
}

// described is the name of a line with its value.
func (g *guide) described(one *item) string {
	if one.value == "" {
		return one.name
	}
	return g.text("text.storage.line", "Name", one.name, "Value", one.value)
}

// pick carries out a line; false when a person kept the value or the input ended.
func (g *guide) pick(one *item) bool {
	switch {
	case one.open != nil:
		g.menu(one.name, one.open)
		return true
	case one.options != nil:
		return g.pickOption(one)
	case one.set != nil:
		return g.pickValue(one)
	}
	return g.count(one.change)
}

// pickOption asks for one of the options.
func (g *guide) pickOption(one *item) bool {
	g.out.line(g.described(one))
	for i, option := range one.options {
		g.out.item("  "+strconv.Itoa(i+1)+". ", option)
	}
	n, ok := g.number(g.text("text.storage.option"), len(one.options))
	if !ok || n == 0 {
		return false
	}
	return g.count(func(in *storage.Inputs) { one.choose(in, n-1) })
}

// pickValue asks for a line until it can be read. Enter keeps the value, a minus forgets it.
func (g *guide) pickValue(one *item) bool {
	known := one.value
	if known == "" {
		known = g.text("size.unknown")
	}
	for {
		line, ok := g.reply(g.text("text.storage.value", "Name", one.name, "Known", known))
		if !ok || line == "" {
			return false
		}
		if line == "-" {
			line = ""
		}
		in := g.s.View().Plan.Inputs.Clone()
		problem := one.set(&in, line)
		if problem == "" {
			g.settle(g.s.Count(in, nil))
			return true
		}
		g.out.line(problem)
	}
}

// count records a change of the inputs.
func (g *guide) count(change func(in *storage.Inputs)) bool {
	in := g.s.View().Plan.Inputs.Clone()
	change(&in)
	g.settle(g.s.Count(in, nil))
	return true
}

// amount is a line for a size. More than most can't be true; tooMuch is the key of the sentence about it.
func (g *guide) amount(name string, a size.Amount, from size.Origin, most int64, tooMuch string,
	put func(in *storage.Inputs, a size.Amount),
) item {
	one := item{name: name}
	if a.Known() {
		one.value = g.lib.Phrase.Span(a.Range)
	}
	one.set = func(in *storage.Inputs, line string) string {
		r, err := size.Parse(line, size.Hints{Locale: g.words.Locale()})
		switch {
		case err != nil:
			return g.words.Sentence(err)
		case r.Form == size.Usage:
			return g.text("storage.amount.one")
		case r.Form == size.Nothing:
			put(in, size.Amount{})
		case r.High > most:
			return g.text(tooMuch, "Most", g.lib.Phrase.Size(most))
		default:
			put(in, size.Amount{Range: r.Range(), From: from})
		}
		return ""
	}
	return one
}

// figure is a line for a number that is no size; 0 is not known.
func (g *guide) figure(name string, value float64, rule size.NumberRule,
	put func(in *storage.Inputs, value float64),
) item {
	one := item{name: name}
	if value > 0 {
		one.value = g.words.Plain(value, rule.Decimals)
	}
	one.set = func(in *storage.Inputs, line string) string {
		if line == "" {
			put(in, 0)
			return ""
		}
		value, problem := rule.Parse(line)
		if problem.IsZero() {
			put(in, value)
		}
		return problem.Tell(g.words)
	}
	return one
}

// oneOf is a line for one of several options.
func oneOf(name string, options []string, now int, choose func(in *storage.Inputs, option int)) item {
	one := item{name: name, options: options, choose: choose}
	if now >= 0 && now < len(options) {
		one.value = options[now]
	}
	return one
}

// position is a line for a switch of the phone.
func (g *guide) position(name string, now storage.Switch,
	choose func(in *storage.Inputs, to storage.Switch),
) item {
	return oneOf(name, g.lib.Phrase.Positions(), int(now),
		func(in *storage.Inputs, option int) { choose(in, storage.Switch(option)) })
}

// nameLine is a line for the name of a device or a person.
func (g *guide) nameLine(name string, put func(in *storage.Inputs, name string)) item {
	return item{
		name: g.text("storage-pane.name"), value: name,
		set: func(in *storage.Inputs, line string) string {
			put(in, storage.CleanName(line))
			return ""
		},
	}
}
