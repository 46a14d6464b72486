package storage

import (
	"io/fs"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/storage/datafile"
)

// Loss says what a clean-up action takes away.
type Loss string

// The losses, from mild to grave.
const (
	LosesNothing Loss = "none" // nothing that anybody still has or wants
	LosesCopy    Loss = "copy" // a copy in iCloud; the original stays on the device
	LosesData    Loss = "data" // the thing itself
)

// Key is the translation key of the loss.
func (l Loss) Key() string { return "planner.loss." + string(l) }

// Copy says what must be elsewhere before an action is proposed.
type Copy string

// The copies.
const (
	NoCopy       Copy = ""
	ComputerCopy Copy = "computer" // a backup on a computer, which holds what is not synced with iCloud
	OwnCopy      Copy = "own"      // a copy of these very things
)

// Action is a way to make room.
type Action struct {
	ID      string
	Title   string // texts of the file; {device} and the like are to be filled
	How     string
	Loses   string
	Class   Class
	Each    bool          // one for each device that is gone
	Since   apple.Version // least version of the system; zero for any
	Share   Range3        // of the class
	Typical Range         // gain where the size of the class is not known
	Route   string        // id of a route of the knowledge base
	Minutes [2]float64    // least and most
	Regret  float64       // in minutes
	Loss    Loss
	Copy    Copy
	Sources []string // ids of sources of the knowledge base
}

// maxActions keeps the number of actions within what the solver takes, with room for old devices.
const maxActions = 24

// LoadActions reads the clean-up actions, as strictly as a price list: all problems come back as datafile.Problems.
func LoadActions(fsys fs.FS, path string) ([]Action, error) {
	r, err := datafile.Open(fsys, path)
	if err != nil {
		return nil, err
	}
	r.Sections("action")
	var list []Action
	seen := map[string]int{}
	for _, t := range r.Entries("action") {
		list = append(list, action(t, seen))
	}
	if len(list) == 0 || len(list) > maxActions {
		r.Missing("action", "data-file.actions", "Most", maxActions, "Count", len(list))
	}
	if err := r.Result(); err != nil {
		return nil, err
	}
	return list, nil
}

func action(t *datafile.Table, seen map[string]int) Action {
	a := Action{
		ID: t.ID(seen), Title: t.Text("title"), How: t.Text("how"), Loses: t.Text("loses"), Route: t.Text("route"),
		Loss: Loss(t.Text("loss")), Copy: Copy(t.Remark("copy")),
		Sources: datafile.List[string](t, "sources", true, "data-file.kind.sources"),
	}
	a.from(t)
	if !a.Each {
		if s := t.Numbers("share", 3, 0, 1); s != nil {
			a.Share = Range3{s[0], s[1], s[2]}
		}
	}
	if gb := t.Numbers("gb", 3, 0, 1000); gb != nil {
		a.Typical = Range{scale(GB, gb[0]), scale(GB, gb[1]), scale(GB, gb[2])}
	}
	if m := t.Numbers("minutes", 2, 0, 240); m != nil {
		a.Minutes = [2]float64{m[0], m[1]}
	}
	a.Regret = float64(t.Whole("regret", 0, 240))
	if a.Loss != "" && !slices.Contains([]Loss{LosesNothing, LosesCopy, LosesData}, a.Loss) {
		t.Wrong("loss", "data-file.loss", "Loss", a.Loss)
	}
	if !slices.Contains([]Copy{NoCopy, ComputerCopy, OwnCopy}, a.Copy) {
		t.Wrong("copy", "data-file.copy", "Copy", a.Copy)
	}
	if a.Loss == LosesData && a.Copy == NoCopy {
		t.Wrong("copy", "data-file.no-copy")
	}
	t.Finish()
	return a
}

// from reads what an action takes from, and for which systems it is.
func (a *Action) from(t *datafile.Table) {
	class := t.Text("class")
	c, ok := classOf(class)
	if a.Class = c; class != "" && (!ok || c == People || c == Rest) {
		t.Wrong("class", "data-file.not-cleared", "Class", class)
	}
	if each := t.Remark("each"); each != "" {
		if a.Each = each == "old-device"; !a.Each || c != Backups {
			t.Wrong("each", "data-file.each")
		}
	}
	if since := t.Remark("since"); since != "" {
		v, err := apple.ParseVersion(since)
		if err != nil {
			t.Wrong("since", "data-file.no-version", "Version", since)
		}
		a.Since = v
	}
}
