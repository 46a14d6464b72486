// Package flow holds layouts that know their height for a width, such as columns, rows and grids, and
// HeightFor, which asks any object for its height. A layout places the objects that it is given and draws
// nothing. Sizes are in device independent pixels.
//
// Fyne asks an object for one least size and does not say for which width. Wrapped text needs the width to
// know its height. The objects of ui/widgets therefore implement HeightForWidther, and the layouts of this
// package pass the question on, up to place.Scroll, which asks for the height at the width it has. So one
// pass lays out a window. Where such an object sits in one of Fyne's own containers, its MinSize answers for
// the last width it was given, and Fyne corrects the layout in the next frame.
package flow
