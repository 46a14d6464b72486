package knowledge

import (
	"slices"
	"strconv"

	"backupdoctor/logic/knowledge/screens"
)

// Translated returns a copy of the base whose texts for people are replaced by what text returns for their
// key and their English. Keys name the entry and the field, such as cause.no-wifi.title,
// check.low-data-mode.answer.on.label or fix.restart.line.2, lines counted from 1. What the phone itself says
// and shows, that is messages and labels of screens, is not changed: it follows the phone.
func (b *Base) Translated(text func(key, english string) string) *Base {
	out := &Base{
		Meta: b.Meta, Groups: slices.Clone(b.Groups), Causes: slices.Clone(b.Causes), Checks: slices.Clone(b.Checks),
		Fixes: slices.Clone(b.Fixes), Gates: slices.Clone(b.Gates), Messages: slices.Clone(b.Messages),
		Complaints: slices.Clone(b.Complaints), Elsewheres: slices.Clone(b.Elsewheres),
		Routes: b.Routes, Sources: b.Sources, Together: b.Together, Contradictions: b.Contradictions, SampleCases: b.SampleCases, Measured: b.Measured,
		Languages: slices.Clone(b.Languages), Files: b.Files, source: b.source, dir: b.dir,
	}
	t := translator(text)
	for i := range out.Languages {
		l := &out.Languages[i]
		t.fields("language."+l.ID, field{"name", &l.Name})
	}
	for i := range out.Groups {
		g := &out.Groups[i]
		t.fields("group."+g.ID, field{"title", &g.Title})
	}
	for i := range out.Causes {
		c := &out.Causes[i]
		t.fields("cause."+c.ID, field{"title", &c.Title}, field{"was", &c.Was}, field{"summary", &c.Summary})
	}
	for i := range out.Checks {
		c := &out.Checks[i]
		t.step("check."+c.ID, &c.Step)
		t.fields("check."+c.ID, field{"short", &c.Short}, field{"question", &c.Question})
		c.Answers = slices.Clone(c.Answers)
		for j := range c.Answers {
			a := &c.Answers[j]
			t.fields("check."+c.ID+".answer."+a.ID, field{"label", &a.Label}, field{"note", &a.Note})
		}
	}
	for i := range out.Fixes {
		f := &out.Fixes[i]
		t.step("fix."+f.ID, &f.Step)
		t.fields("fix."+f.ID, field{"loses", &f.Loses}, field{"worked", &f.Worked})
		f.Meanwhile = t.lines("fix."+f.ID+".meanwhile", f.Meanwhile)
	}
	for i := range out.Gates {
		g := &out.Gates[i]
		t.fields("gate."+g.ID, field{"title", &g.Title}, field{"why", &g.Purpose},
			field{"confirm", &g.Confirm})
		g.Lines = t.lines("gate."+g.ID, g.Lines)
	}
	out.Screens = t.screens(b.Screens)
	for i := range out.Messages {
		m := &out.Messages[i]
		t.fields("message."+m.ID, field{"where", &m.Where}, field{"means", &m.Means})
	}
	for i := range out.Complaints {
		c := &out.Complaints[i]
		t.fields("complaint."+c.ID, field{"title", &c.Title}, field{"line", &c.Line}, field{"short", &c.Short})
	}
	for i := range out.Elsewheres {
		e := &out.Elsewheres[i]
		t.fields("elsewhere."+e.ID, field{"title", &e.Title}, field{"text", &e.Text})
		e.Do = slices.Clone(e.Do)
		for j := range e.Do {
			t.fields("elsewhere."+e.ID, field{"do." + strconv.Itoa(j+1), &e.Do[j]})
		}
	}
	return out
}

// screens returns copies of the screens in which the rows are described in the other language. Labels stay: they are the
// phone's.
func (t translator) screens(all []screens.Screen) []screens.Screen {
	out := slices.Clone(all)
	for i := range out {
		rows := slices.Clone(out[i].Rows)
		for j := range rows {
			labels := slices.Clone(rows[j].Labels)
			for k := range labels {
				t.fields("screen."+out[i].ID+"."+rows[j].ID+".label."+strconv.Itoa(k+1), field{"seek", &labels[k].Seek})
			}
			rows[j].Labels = labels
		}
		out[i].Rows = rows
	}
	return out
}

// field is a text with the name it has in the file.
type field struct {
	name string
	text *string
}

type translator func(key, english string) string

func (t translator) fields(entry string, fields ...field) {
	for _, f := range fields {
		if *f.text != "" {
			*f.text = t(entry+"."+f.name, *f.text)
		}
	}
}

func (t translator) step(entry string, s *Step) {
	t.fields(entry, field{"title", &s.Title}, field{"why", &s.Purpose}, field{"expect", &s.Expect})
	s.Lines = t.lines(entry, s.Lines)
}

func (t translator) lines(entry string, lines []Line) []Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Text = t(entry+".line."+strconv.Itoa(i+1), out[i].Text)
	}
	return out
}
