package lists

import (
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

// finder knows the words by which people look for a row: its title, the question and the answers of its page,
// the labels on the way there, in the language of the device and in English, and the keywords of the step.
type finder struct {
	device apple.Device // that the words are for
	known  map[pages.Step]string
}

// words returns the words of a row, folded. They are kept until the case is about another device.
func (f *finder) words(guide *pages.Guide, v *session.View, g *session.Group, r *session.Row) string {
	if f.known == nil || f.device != v.Device {
		f.device, f.known = v.Device, map[pages.Step]string{}
	}
	step := pages.Step{Kind: r.Kind, ID: r.ID}
	text, known := f.known[step]
	if !known {
		english := *v
		english.Device.Language = ""
		all := guide.Keywords(step)
		for _, view := range []*session.View{v, &english} {
			p := guide.Page(view, step)
			all = append(append(all, p.Title, p.Question), p.Path...)
			for _, a := range p.Answers {
				all = append(all, a.Label)
			}
		}
		text = folded(strings.Join(all, "\n"))
		f.known[step] = text
	}
	return folded(r.Title+"\n"+g.Title) + "\n" + text
}

// folded returns a text as the search compares it: "Wi-Fi" and "wifi" are equal.
func folded(text string) string {
	return strings.NewReplacer("-", "", " ", "", "’", "", "'", "", "*", "").Replace(strings.ToLower(text))
}
