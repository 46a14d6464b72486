package terminal

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/words"
)

// declines are the answers that name no other place.
var declines = []string{"", "q", "quit", "exit", "n", "no"}

// errUnsaved ends a conversation whose case could be saved nowhere.
var errUnsaved = words.Fail("text.leave.unsaved")

// leave ends the conversation: it closes the case and says where it is kept, but only what was read back. A case
// that can't be saved is offered another place, and printed when there is none.
func (g *guide) leave(file *casefile.File) error {
	wasReadOnly := file.ReadOnly()
	if err := file.Keep(); err != nil {
		err = g.rescue(file, err)
		_ = file.Close() // it was told that this can't save
		return err
	}
	_, missing := os.Stat(file.Path())
	g.out.blank()
	switch {
	case wasReadOnly:
		g.say("text.leave.read-only", "File", file.Path())
	case missing != nil:
		g.say("text.leave.nothing")
	default:
		g.say("text.bye", "File", file.Path())
	}
	return file.Close()
}

// rescue says why the case can't be saved, asks for another place until the case is kept there, and prints the case
// as the last way.
func (g *guide) rescue(file *casefile.File, why error) error {
	g.out.blank()
	g.reportError(why)
	says, events := g.lib.Phrase.Unkept(file.Unkept(), g.s.View().Device)
	g.out.line(says)
	for _, e := range events {
		g.out.item("  - ", e)
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
			err := file.Keep()
			if err == nil {
				g.say("text.bye", "File", file.Path())
				return nil
			}
			g.reportError(err)
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
		typed += filename.New
	}
	if to, err := filepath.Abs(typed); err == nil {
		return to
	}
	return typed
}
