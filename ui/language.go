package ui

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/words"
	"backupdoctor/ui/phone"
)

// languageChoices returns the languages that a person can choose, with their names; the first is the language
// of the system. The language in force is always among them, even when only settings.toml names it.
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

// use makes the window speak as a library does.
func (w *Window) use(lib *session.Library) {
	lib.Readable = phone.HasLetters
	w.start.Library = lib
	w.desk.Use(lib)
}

// changeLanguage shows the same case in another language, in the same place.
func (w *Window) changeLanguage(chosen string) {
	lib, err := w.start.Reload(chosen)
	if err != nil {
		w.reportError(err)
		return
	}
	w.settings.Language = chosen
	w.use(lib)
	w.desk.Renew(session.Open(lib, w.desk.Session.File(), w.start.Now))
	w.revealed = nil
	w.build()
	w.saveSettings()
	w.redraw()
	w.window.SetContent(w.frame)
	w.showNotice(casefile.Notice{InUse: w.desk.Session.File().ReadOnly()})
	w.reportError(lib.Warning)
}
