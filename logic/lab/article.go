package lab

import (
	_ "embed" // the article's order
	"fmt"
	"slices"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
	"backupdoctor/logic/tomlfile"
)

//go:embed article.toml
var articleTOML []byte

// Article is a fixed order of steps, as a help page gives it.
type Article struct {
	Steps []ArticleStep `toml:"step"`
	core  *diagnosis.Core
}

// ArticleStep is a section of the page: a check, and the fixes for some of its answers. Without a check
// everybody does the fixes.
type ArticleStep struct {
	OnlyAfter *ArticleAnswer `toml:"only_after"` // skipped unless an earlier check had this answer
	Check     string         `toml:"check"`
	Answers   []string       `toml:"answers"`
	Fixes     []string       `toml:"fixes"`
}

// ArticleAnswer is the answer that an earlier check must have had.
type ArticleAnswer struct {
	Check   string   `toml:"check"`
	Answers []string `toml:"answers"`
}

// TheArticle returns the order of the help article with which the program is compared. It fails when the
// model lacks a step or an answer of the article.
func TheArticle(core *diagnosis.Core) (*Article, error) {
	a := Article{core: core}
	top, err := tomlfile.Parse("article.toml", articleTOML, tomlfile.Limits{})
	if err != nil {
		return nil, err
	}
	if top.Bind(&a); top.Err() != nil {
		return nil, top.Err()
	}
	for _, s := range a.Steps {
		if s.Check != "" {
			if err := knows(core, s.Check, s.Answers); err != nil {
				return nil, err
			}
		}
		if s.OnlyAfter != nil {
			if err := knows(core, s.OnlyAfter.Check, s.OnlyAfter.Answers); err != nil {
				return nil, err
			}
		}
		for _, f := range s.Fixes {
			if !slices.ContainsFunc(core.Model().Fixes, func(known diagnosis.Fix) bool { return known.ID == f }) {
				return nil, fmt.Errorf("article.toml: there is no fix %q", f)
			}
		}
	}
	return &a, nil
}

func knows(core *diagnosis.Core, check string, answers []string) error {
	for _, k := range core.Model().Checks {
		if k.ID != check {
			continue
		}
		for _, a := range answers {
			if !slices.Contains(k.Answers, a) {
				return fmt.Errorf("article.toml: check %s has no answer %q", check, a)
			}
		}
		return nil
	}
	return fmt.Errorf("article.toml: there is no check %q", check)
}

// Policy follows the article from top to bottom and then hands over. It opens no gates, as the article names
// none, and leaves out a fix that the answers shut.
func (a *Article) Policy() simulation.Policy {
	return func(e []diagnosis.Evidence) diagnosis.Option {
		answers, tried := map[string]string{}, map[string]bool{}
		for _, x := range e {
			switch x.Kind {
			case diagnosis.Answered:
				answers[x.Subject] = x.Answer
			case diagnosis.Tried:
				tried[x.Subject] = true
			}
		}
		for _, s := range a.Steps {
			if s.OnlyAfter != nil && !slices.Contains(s.OnlyAfter.Answers, answers[s.OnlyAfter.Check]) {
				continue
			}
			if s.Check != "" {
				answer, asked := answers[s.Check]
				if !asked {
					return diagnosis.Option{Kind: diagnosis.StepCheck, ID: s.Check}
				}
				if !slices.Contains(s.Answers, answer) {
					continue
				}
			}
			for _, f := range s.Fixes {
				if !tried[f] && a.core.IsOpen(e, f) {
					return diagnosis.Option{Kind: diagnosis.StepFix, ID: f}
				}
			}
		}
		return diagnosis.Option{Kind: diagnosis.StepSupport}
	}
}
