package terminal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/words"
)

// mostUnkept is how many changes are told that are not on the disk.
const mostUnkept = 10

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
		switch {
		case !ok || line == "":
			g.out.blank()
			g.say("text.leave.printed")
			g.out.blank()
			g.out.raw(string(casefile.Format(file.Case())))
			return errUnsaved
		case strings.EqualFold(line, "r"):
			if file.Save() == nil && file.IsKept() {
				g.say("text.bye", "File", file.Path())
				return nil
			}
			g.say("text.leave.again")
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

// elsewhere is the path that somebody typed; in a folder the case keeps its name.
func elsewhere(typed, path string) string {
	if rest, inHome := strings.CutPrefix(typed, "~/"); inHome {
		if home, err := os.UserHomeDir(); err == nil {
			typed = filepath.Join(home, rest)
		}
	}
	if info, err := os.Stat(typed); err == nil && info.IsDir() {
		return filepath.Join(typed, filepath.Base(path))
	}
	if to, err := filepath.Abs(typed); err == nil {
		return to
	}
	return typed
}
