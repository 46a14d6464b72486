package storage

import (
	"io/fs"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
	"backupdoctor/logic/tomlfile"
)

// Loss says what a clean-up action takes away.
type Loss string

// The losses, from mild to grave.
const (
	LosesNothing Loss = "none" // nothing that anybody still has or wants
	losesCopy    Loss = "copy" // a copy in iCloud; the original stays on the device
	LosesData    Loss = "data" // the thing itself
)

// Key is the translation key of the loss.
func (l Loss) Key() string { return "storage.loss." + string(l) }

// copyPlace says what must be elsewhere before an action is proposed.
type copyPlace string

// The copies.
const (
	noCopy       copyPlace = ""
	computerCopy copyPlace = "computer" // a backup on a computer, which holds what is not synced with iCloud
	ownCopy      copyPlace = "own"      // a copy of these very things
	lookFirst    copyPlace = "look"     // nothing, but the person looks whether anything of it is still wanted
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
	Share   HoursRange    // of the class
	Typical size.Range    // gain where the size of the class is not known
	Route   string        // id of a route of the knowledge base
	Fix     string        // id of the fix of the knowledge base that does this
	Minutes [2]float64    // least and most
	Regret  float64       // in minutes
	Loss    Loss
	copy    copyPlace
	Sources []string // ids of sources of the knowledge base
}

// maxActions keeps the number of actions within what the solver takes, with room for old devices.
const maxActions = 24

// actionEntry is an [[action]].
type actionEntry struct {
	ID      string     `toml:"id,required"`
	Title   string     `toml:"title,required"`
	How     string     `toml:"how,required"`
	Loses   string     `toml:"loses,required"`
	Class   string     `toml:"class,required"`
	Each    string     `toml:"each"`
	Since   string     `toml:"since"`
	Share   [3]float64 `toml:"share" range:"0..1"`
	GB      [3]float64 `toml:"gb,required" range:"0..1000"`
	Route   string     `toml:"route,required"`
	Fix     string     `toml:"fix,required"`
	Minutes [2]float64 `toml:"minutes,required" range:"0..240"`
	Regret  int        `toml:"regret,required" range:"0..240"`
	Loss    Loss       `toml:"loss,required"`
	Copy    copyPlace  `toml:"copy"`
	Sources []string   `toml:"sources,required"`

	At tomlfile.Place
}

// loadActions reads the clean-up actions, as strictly as a price list: all problems come back as
// tomlfile.Problems.
func loadActions(fsys fs.FS, path string) ([]Action, error) {
	top, err := tomlfile.Read(fsys, path, tomlfile.Limits{})
	if err != nil {
		return nil, err
	}
	var file struct {
		Actions []actionEntry `toml:"action"`

		At tomlfile.Place
	}
	top.Bind(&file)
	list := make([]Action, 0, len(file.Actions))
	ids := tomlfile.IDs{}
	for i := range file.Actions {
		ids.Check(file.Actions[i].At, file.Actions[i].ID)
		list = append(list, file.Actions[i].action())
	}
	if len(list) == 0 || len(list) > maxActions {
		file.At.Reject("action", "data-file.actions", "Most", maxActions, "Count", len(list))
	}
	if err := top.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// action checks the entry.
func (e *actionEntry) action() Action {
	a := Action{
		ID: e.ID, Title: e.Title, How: e.How, Loses: e.Loses, Route: e.Route, Fix: e.Fix,
		Each:    e.Each != "",
		Share:   HoursRange{e.Share[0], e.Share[1], e.Share[2]},
		Typical: size.Exactly(size.GB).Times(e.GB[0], e.GB[1], e.GB[2]),
		Minutes: e.Minutes, Regret: float64(e.Regret), Loss: e.Loss, copy: e.Copy, Sources: e.Sources,
	}
	rising(e.At, "share", e.Share[:])
	rising(e.At, "gb", e.GB[:])
	rising(e.At, "minutes", e.Minutes[:])
	if !a.Each && e.Share == [3]float64{} && !e.At.HasProblem("share") {
		e.At.Reject("share", "toml-file.missing", "Key", "share")
	}
	if e.Loss != "" && !slices.Contains([]Loss{LosesNothing, losesCopy, LosesData}, e.Loss) {
		e.At.Reject("loss", "data-file.loss", "Loss", e.Loss)
	}
	if !slices.Contains([]copyPlace{noCopy, computerCopy, ownCopy, lookFirst}, e.Copy) {
		e.At.Reject("copy", "data-file.copy", "Copy", e.Copy)
	}
	if e.Loss == LosesData && e.Copy == noCopy {
		e.At.Reject("copy", "data-file.no-copy")
	}
	a.from(e)
	return a
}

// from checks what an action takes from, and for which systems it is.
func (a *Action) from(e *actionEntry) {
	c, ok := classOf(e.Class)
	if a.Class = c; e.Class != "" && (!ok || c == People || c == Rest) {
		e.At.Reject("class", "data-file.not-cleared", "Class", e.Class)
	}
	if a.Each && (e.Each != "old-device" || c != Backups) {
		e.At.Reject("each", "data-file.each")
	}
	a.Since = version(e.At, e.Since)
}
