// Floor opens the smallest window of the toolkit: one word, at the size of the program's own window. Every
// program of the toolkit takes at least the time and memory that Floor takes.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("org.backupdoctor.floor").NewWindow("Floor")
	window.SetContent(widget.NewLabel("Floor"))
	window.Resize(fyne.NewSize(1180, 760))
	window.ShowAndRun()
}
