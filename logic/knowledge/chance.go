package knowledge

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Chance is a probability, in the files a number or a word of the scale.
type Chance float64

// scale are the words for chances, from likely to unlikely. README.md of the knowledge base lists them.
var scale = []struct {
	word   string
	chance Chance
}{
	{"nearly always", 0.95},
	{"very likely", 0.85},
	{"likely", 0.7},
	{"even", 0.5},
	{"unlikely", 0.3},
	{"seldom", 0.1},
	{"hardly ever", 0.02},
}

// DecodeTOML reads a finite number or a word of the scale.
func (c *Chance) DecodeTOML(value any) error {
	what := words.Say("toml-file.kind", "Kind", tomlfile.KindOf(value))
	switch value := value.(type) {
	case int64:
		*c = Chance(value)
		return nil
	case float64:
		if !math.IsNaN(value) && !math.IsInf(value, 0) {
			*c = Chance(value)
			return nil
		}
	case string:
		for _, step := range scale {
			if step.word == value {
				*c = step.chance
				return nil
			}
		}
		what = words.Say("knowledge.no-chance", "Word", strconv.Quote(value))
	}
	names := make([]string, len(scale))
	for i, step := range scale {
		names[i] = strconv.Quote(step.word) + " (" + strconv.FormatFloat(float64(step.chance), 'f', -1, 64) + ")"
	}
	return tomlfile.Problem{What: what, Want: words.Say("knowledge.want.chance", "Scale", strings.Join(names, ", "))}
}

// Chances are the probabilities of the answers of a check, by their ids. In the files one of them may be
// "rest": what the others leave of 1.
type Chances map[string]Chance

// rest is the word for what the other answers leave.
const rest = "rest"

// DecodeTOML reads a table of chances.
func (c *Chances) DecodeTOML(value any) error {
	table, ok := value.(map[string]any)
	if !ok {
		return tomlfile.Problem{
			What: words.Say("toml-file.kind", "Kind", tomlfile.KindOf(value)), Want: words.Say("toml-file.want.table"),
		}
	}
	*c = make(Chances, len(table))
	var problems tomlfile.Problems
	left, sum := "", 0.0
	for _, answer := range slices.Sorted(maps.Keys(table)) {
		var one Chance
		err := error(nil)
		switch {
		case table[answer] != rest:
			err = one.DecodeTOML(table[answer])
		case left != "":
			err = tomlfile.Problem{What: words.Say("knowledge.two-rests"), Want: words.Say("knowledge.want.one-rest")}
		default:
			left = answer
		}
		if problem, ok := errors.AsType[tomlfile.Problem](err); ok {
			problem.Key = answer
			problems = append(problems, problem)
		}
		(*c)[answer] = one
		sum += float64(one)
	}
	if len(problems) > 0 {
		*c = nil // half a table would only lead to more problems
		return problems
	}
	if left != "" {
		(*c)[left] = Chance(math.Round((1-sum)*1e9) / 1e9)
	}
	return nil
}
