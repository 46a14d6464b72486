// Floor opens the least that a program of this toolkit can: one word in a window of the size that ours has. What it takes
// to start, every such program takes.
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
