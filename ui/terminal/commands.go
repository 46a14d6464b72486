package terminal

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"backupdoctor/assets"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/lint"
	"backupdoctor/logic/report"
	"backupdoctor/logic/simulation"
	"backupdoctor/logic/tomlfile"
)

// report prints the report for Apple Support, or for the owner, as Markdown or as a web page without
// pictures.
func (p *program) report(o options) error {
	lib, v, err := p.view(o)
	if err != nil {
		return err
	}
	asked := report.Options{Names: o.names, Accounts: o.accounts}
	if o.owner {
		asked.For = report.ForOwner
	}
	d := report.New(lib, v, p.now(), asked)
	if !o.html {
		p.out.raw(d.Markdown())
		return nil
	}
	var page strings.Builder
	if err := d.HTML(&page); err != nil {
		return err
	}
	p.out.raw(page.String())
	return nil
}

// lint proves a knowledge base and prints the number of its entries, or lists every defect.
func (p *program) lint(o options) error {
	base, found, err := p.prove(o.files)
	if err != nil {
		return err
	}
	for _, problem := range found.Problems {
		p.out.raw(clean(problem.Tell(p.words)) + "\n")
	}
	if n := len(found.Problems); n > 0 {
		if err := p.out.flush(); err != nil {
			return err
		}
		fmt.Fprintln(p.err, "backupdoctor:", p.words.Count("cli.lint.defects", n))
		return errReported
	}
	for _, entry := range []struct {
		key string
		n   int
	}{
		{"files", found.Files},
		{"causes", len(base.Causes)},
		{"checks", len(base.Checks)},
		{"fixes", len(base.Fixes)},
		{"messages", len(base.Messages)},
		{"complaints", len(base.Complaints)},
		{"walks", found.Walks},
	} {
		p.out.line(p.words.Count("cli.lint."+entry.key, entry.n))
	}
	for _, l := range found.Languages {
		p.out.line(p.text("cli.lint.language", "Language", l.Language.Name,
			"Walks", p.words.Count("cli.lint.walks", l.Walks),
			"Sure", l.Sure, "Guessed", l.Guessed, "Missing", l.Missing))
	}
	return p.examine(base)
}

// examine leads the base's sample cases and simulated patients through the core, which takes some seconds. A
// case that does not get what it expects is a defect; a step that no patient needs is only a remark.
func (p *program) examine(base *knowledge.Base) error {
	if len(base.SampleCases) == 0 {
		return nil
	}
	p.out.line(p.text("cli.lint.examine"))
	if err := p.out.flush(); err != nil {
		return err
	}
	findings, figures, err := simulation.Examine(context.Background(), base, simulation.Patients)
	if err != nil {
		return err
	}
	wrong := 0
	for _, f := range findings {
		key := "cli.lint.note"
		if f.Class != tomlfile.Note {
			wrong, key = wrong+1, "cli.lint.finding"
		}
		p.out.line(p.text(key, "ID", f.Where, "What", f.What.Tell(p.words), "Want", f.Want.Tell(p.words)))
	}
	p.out.line(figures.Tell(p.words))
	if wrong > 0 {
		if err := p.out.flush(); err != nil {
			return err
		}
		fmt.Fprintln(p.err, "backupdoctor:", p.words.Count("cli.lint.defects", wrong))
		return errReported
	}
	return nil
}

// prove lints the knowledge base of a folder, or the shipped one.
func (p *program) prove(folders []string) (*knowledge.Base, lint.Report, error) {
	if len(folders) == 0 {
		return lint.Lint(assets.Files, assets.Knowledge)
	}
	folder := filepath.Clean(folders[0])
	base, found, err := lint.Lint(os.DirFS(folder), ".")
	if err != nil {
		return nil, found, inFolder(folder, err)
	}
	found.Problems = place(folder, found.Problems)
	return base, found, nil
}

// version prints the editions of the program, the knowledge base and the prices.
func (p *program) version(options) error {
	lib, err := p.library("")
	if err != nil {
		return err
	}
	p.out.line(p.text("cli.name") + " " + p.edition)
	p.out.line(p.text("cli.version.knowledge", "Edition", p.words.Edition(lib.Base.Meta.Version)))
	p.out.line(p.text("cli.version.prices", "Date", p.words.Day(lib.Plans.Date)))
	return nil
}
