package ui

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/words"
	"backupdoctor/ui/phone"
)

// languageChoices are the languages that can be chosen, with their names: that of the system first. The language in force
// is among them even when it stands only in settings.toml.
func (w *Window) languageChoices() (tags, names []string) {
	tags, names = []string{""}, []string{w.desk.Text("preferences.language.system")}
	for _, l := range w.desk.Words.Languages() {
		tags, names = append(tags, l.Tag.String()), append(names, l.Name)
	}
	if chosen := w.settings.Language; !slices.Contains(tags, chosen) {
		name := chosen
		if chosen == words.Pseudo {
			name = w.desk.Text("preferences.language.pseudo")
		}
		tags, names = append(tags, chosen), append(names, name)
	}
	return tags, names
}

// use makes a library the window's.
func (w *Window) use(lib *session.Library) {
	lib.Readable = phone.HasLetters
	w.start.Library = lib
	w.desk.Use(lib)
}

// speak goes on in another language, with the same case in the same place.
func (w *Window) speak(chosen string) {
	lib, err := w.start.Reload(chosen)
	if err != nil {
		w.trouble(err)
		return
	}
	w.settings.Language = chosen
	w.use(lib)
	w.desk.Renew(session.Open(lib, w.desk.Session.File(), w.start.Now))
	w.revealed = nil
	w.build()
	w.window.SetTitle(w.desk.Text("window.title"))
	w.keep()
	w.redraw()
	w.window.SetContent(w.frame)
	w.tellNotice(casefile.Notice{InUse: w.desk.Session.File().ReadOnly()})
	w.tellError(lib.Warning)
}
