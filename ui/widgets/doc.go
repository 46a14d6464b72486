// Package widgets holds the building blocks of the window: text that wraps, rows, bars, buttons and
// the layouts that place them. They know nothing of the program's logic, take every colour and size from
// ui/theme, and take every word from the caller.
//
// # Heights that depend on the width
//
// Fyne asks an object for one least size and does not say for which width. Wrapped text needs the
// width to know its height. Objects of this package therefore implement HeightForWidther, and the
// layouts Column, Flow, Row, Inset and Readable pass the question on, up to Scroll, which asks for the
// height at the width it really has. So a window is laid out right in one pass. Where such an object sits in one of
// Fyne's own containers, its MinSize answers for the last width it was given, and Fyne corrects the
// layout in the next frame.
package widgets
