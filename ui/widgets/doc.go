// Package widgets holds the building blocks of the window: buttons, rows, ticks, pills, icons and folds. The
// widgets know nothing of the program's logic, take every colour and size from ui/theme, and every word from the
// caller. Their heights follow their widths, as package flow explains.
//
// Package paint holds what they draw with, package place what they stand in, and package chart the charts.
package widgets
