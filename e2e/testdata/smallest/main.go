// Smallest opens a window that shows typed text, clicks of a button and its own size. It stands in for the
// real program when the harness itself is tested. With the argument "wrong" its button updates from a
// goroutine of its own, with "silent" it opens no window.
package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	if slices.Contains(os.Args, "silent") {
		time.Sleep(time.Minute)
		return
	}
	window := app.New().NewWindow("Smallest " + os.Getenv("SMALLEST_TITLE"))
	label := widget.NewLabel("untouched")
	clicks := 0
	button := widget.NewButton("Click", func() {
		clicks++
		fmt.Println("clicked", clicks)
		if slices.Contains(os.Args, "wrong") {
			go func() { label.SetText("from the wrong goroutine") }()
			return
		}
		label.SetText(fmt.Sprint("clicked ", clicks))
	})
	entry := widget.NewEntry()
	entry.OnSubmitted = func(text string) { fmt.Println("entered", text) }
	window.SetContent(container.NewBorder(container.NewVBox(button, label), entry, nil, nil))
	window.Resize(fyne.NewSize(400, 300))
	window.ShowAndRun()
}
