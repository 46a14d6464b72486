// Package widgets holds the building blocks of the window: text that wraps, rows, bars, buttons and folds. They know nothing
// of the program's logic, take every colour and size from ui/theme, and take every word from the caller. Their heights
// follow their widths, as package flow explains.
package widgets
