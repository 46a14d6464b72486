package terminal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/words"
)

// extension ends the name of a case's file.
const extension = ".toml"

// mostUnkept is how many changes are told that are not on the disk.
const mostUnkept = 10

// declines are the answers that name no other place.
var declines = []string{"", "q", "quit", "exit", "n", "no"}

// errUnsaved ends a conversation whose case could be saved nowhere.
var errUnsaved = words.Fail("text.leave.unsaved")

// leave ends the conversation: it closes the case and says where it is kept, but only what was read back. A case
// that can't be saved is offered another place, and printed when there is none.
func (g *guide) leave(file *casefile.File) error {
	wasReadOnly := file.ReadOnly()
	if file.Unsaved() && file.Save() != nil {
		err := g.rescue(file)
		_ = file.Close() // it was told that this can't save
		return err
	}
	err := file.Close()
	g.out.blank()
	switch {
	case wasReadOnly:
		g.say("text.leave.read-only", "File", file.Path())
	case file.IsKept():
		g.say("text.bye", "File", file.Path())
	case err == nil && len(file.Case().Events) == 0:
		g.say("text.leave.nothing")
	default:
		return errors.Join(err, g.rescue(file))
	}
	return err
}

// rescue asks for another place until the case is kept there, and prints the case as the last way.
func (g *guide) rescue(file *casefile.File) error {
	g.out.blank()
	g.say("text.leave.not-kept", "File", file.Path())
	for i, e := range file.Unkept() {
		if i == mostUnkept {
			g.say("text.leave.more", "Count", len(file.Unkept())-i)
			break
		}
		g.out.item("  - ", g.lib.Phrase.Describe(&e, g.s.View().Device))
	}
	for {
		line, ok := g.program.ask(g.text("text.leave.where"))
		switch said := strings.ToLower(line); {
		case !ok || slices.Contains(declines, said):
			g.out.blank()
			g.say("text.leave.printed")
			g.out.blank()
			g.out.raw(string(casefile.Format(file.Case())))
			return errUnsaved
		case said == "r":
			if file.Save() == nil && file.IsKept() {
				g.say("text.bye", "File", file.Path())
				return nil
			}
			g.say("text.leave.again")
		case g.command(said) != nil: // no name of a file; the question is asked again
		default:
			to := elsewhere(line, file.Path())
			if err := casefile.WriteCopy(to, file.Case()); err != nil {
				g.reportError(err)
				continue
			}
			g.say("text.bye", "File", to)
			return nil
		}
	}
}

// elsewhere is the path that somebody typed. In a folder the case keeps its name, and a name without an end
// gets that of a case.
func elsewhere(typed, path string) string {
	if rest, inHome := strings.CutPrefix(typed, "~/"); inHome {
		if home, err := os.UserHomeDir(); err == nil {
			typed = filepath.Join(home, rest)
		}
	}
	if info, err := os.Stat(typed); err == nil && info.IsDir() {
		return filepath.Join(typed, filepath.Base(path))
	}
	if filepath.Ext(typed) == "" {
		typed += extension
	}
	if to, err := filepath.Abs(typed); err == nil {
		return to
	}
	return typed
}
