// Package widgets holds the building blocks of the window: text that wraps, rows, bars, buttons and folds.
// The widgets know nothing of the program's logic, take every colour and size from ui/theme, and every word
// from the caller. Their heights follow their widths, as package flow explains.
//
// A widget implements drawn (render.go): one layout sets places and looks of all its canvas objects. A
// control embeds interaction and calls Reveal when it gains the focus.
package widgets
