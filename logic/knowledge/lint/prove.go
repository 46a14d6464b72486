package lint

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// proveWalks walks the route of every check and fix on every device it is for, and reads every page, row and
// text there. It returns how many walks it proved and what hinders the others. The same problem on several
// devices is told once.
func proveWalks(b *knowledge.Base) (walks int, problems tomlfile.Problems) {
	p := &prover{b: b, found: map[finding]*tally{}}
	eachText(b, func(t text) {
		if t.most > 0 || strings.Contains(t.text, "{row:") {
			p.naming = append(p.naming, t)
		}
	})
	steps := b.Steps()
	for _, device := range b.Devices() {
		for _, step := range steps {
			if step.IsFor(device) && step.Route != "" {
				p.route(step, device)
			}
		}
		p.pages(device)
		p.texts(device)
	}
	return p.walks, p.problems()
}

// proveWalksIn walks every step's route on every device in one language.
func proveWalksIn(b *knowledge.Base, language string) (int, tomlfile.Problems) {
	p := &prover{b: b, found: map[finding]*tally{}}
	for _, device := range b.Devices() {
		device.Language = language
		for _, step := range b.Steps() {
			if step.IsFor(device) && step.Route != "" {
				p.route(step, device)
			}
		}
	}
	return p.walks, p.problems()
}

// prover collects problems by place and words, with the devices where they show.
type prover struct {
	b     *knowledge.Base
	walks int
	found map[finding]*tally

	naming []text // texts that name rows or have a limit
}

// finding identifies a problem whatever the device.
type finding struct {
	file      string
	line      int
	id        string
	key, what string
}

// tally is a problem with the devices where it shows.
type tally struct {
	problem tomlfile.Problem
	devices []apple.Device
}

// note keeps a problem with an entry on a device.
func (p *prover) note(problem tomlfile.Problem, id string, d apple.Device) {
	if problem.IsConsequence() {
		return
	}
	problem.Where = id
	where := finding{problem.File, problem.Line, id, problem.Key, problem.What.String()}
	found := p.found[where]
	if found == nil {
		found = &tally{problem: problem}
		p.found[where] = found
	}
	if !slices.Contains(found.devices, d) {
		found.devices = append(found.devices, d)
	}
}

func (p *prover) problems() tomlfile.Problems {
	var all tomlfile.Problems
	for _, found := range p.found {
		problem := found.problem
		problem.What = words.Say("lint.on-devices", "What", problem.What, "Devices", list(p.b, found.devices))
		all = append(all, problem)
	}
	return all.Sorted()
}

func (p *prover) route(step *knowledge.Step, d apple.Device) {
	route := p.b.Route(step.Route)
	if route == nil {
		return // a dangling reference, reported with the step
	}
	stops, err := p.b.Walk(route.ID, d)
	problems, _ := errors.AsType[tomlfile.Problems](err)
	p.unproven(step, stops, d)
	for _, stop := range stops {
		if text := stop.Words() + stop.Value; strings.ContainsAny(text, "{}") {
			problems = append(problems, route.At.Problem(tomlfile.Wrong, "walk",
				words.Say("lint.left-placeholder", "Text",
					quoted(text)), words.Say("lint.want.two-placeholders")))
		}
	}
	for _, problem := range problems {
		if problem.Class != tomlfile.Unknown { // an unknown row is reported once with the route
			problem.What = words.Say("lint.step-fails", "Step", quoted(step.ID), "What", problem.What)
			p.note(problem, route.ID, d)
		}
	}
	if len(problems) == 0 {
		p.walks++
	}
}

// pages proves that every screen and row that a device has says exactly one thing.
func (p *prover) pages(d apple.Device) {
	for i := range p.b.Screens {
		screen := &p.b.Screens[i]
		if !screen.IsFor(d) {
			continue
		}
		_, err := p.b.Page(screen.ID, d)
		problems, _ := errors.AsType[tomlfile.Problems](err)
		for _, problem := range problems {
			p.note(problem, screen.ID, d)
		}
	}
}

// texts proves that every {row:…} has a label wherever the text is shown, and that no text is too long there.
func (p *prover) texts(d apple.Device) {
	for _, t := range p.naming {
		if !t.when.IsFor(d) || !t.line.IsFor(d) {
			continue
		}
		if shown := p.b.Fill(t.text, d); t.most > 0 && utf8.RuneCountInString(shown) > t.most {
			p.note(t.at.Problem(tomlfile.Wrong, t.key, words.Say("lint.long", "Text", quoted(shown), "Most", t.most),
				words.Say("lint.want.shorter", "Most", t.most)), t.id, d)
		}
		for _, name := range placeholders(t.text) {
			ref, isRow := strings.CutPrefix(name, "row:")
			if !isRow || p.b.Row(ref) == nil {
				continue // unknown placeholders are reported with the text
			}
			if _, err := p.b.Label(ref, d); err != nil {
				p.note(t.at.Problem(tomlfile.Wrong, t.key, words.Say("lint.text-label", "Row", ref),
					words.Say("lint.want.shown-row")),
					t.id, d)
			}
		}
	}
}

// list names devices briefly: "iPhone 15, 16 and 17; iPad 15". Bodies are told apart only where it makes a
// difference.
func list(b *knowledge.Base, devices []apple.Device) string {
	var bodies []apple.Device // one device of each
	for _, d := range b.Devices() {
		if !slices.ContainsFunc(bodies, func(body apple.Device) bool { return body.Body() == d.Body() }) {
			bodies = append(bodies, d)
		}
	}
	var names []string
	for _, kind := range []string{apple.IPhone, apple.IPad} {
		var each []string // for every body of the kind
		for _, body := range bodies {
			if versions := versionsOf(devices, body); body.Kind == kind && versions != "" {
				each = append(each, body.Body()+" "+versions)
			}
		}
		if !differs(b, devices, kind) && len(each) > 0 {
			each = each[:1] // the first body has no more than the name of its kind
		}
		names = append(names, each...)
	}
	return strings.Join(names, "; ")
}

// versionsOf lists the versions on which a body is among the devices.
func versionsOf(devices []apple.Device, body apple.Device) string {
	var versions []string
	for _, d := range devices {
		if d.Body() == body.Body() {
			versions = append(versions, d.Version.String())
		}
	}
	return strings.Join(versions, ", ")
}

// differs reports whether on one version some bodies of a kind are among the devices and some are not.
func differs(b *knowledge.Base, devices []apple.Device, kind string) bool {
	for _, d := range devices {
		for _, other := range b.Devices() {
			if d.Kind == kind && other.Kind == kind && other.Version == d.Version && !slices.Contains(devices, other) {
				return true
			}
		}
	}
	return false
}
