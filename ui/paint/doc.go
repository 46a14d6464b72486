// Package paint holds what widgets draw with: the look of the theme, a renderer, text that wraps, borders and the
// mark of keyboard focus; and Paragraph, which is text alone.
//
// One layout sets places and looks of all canvas objects of a widget; NewRenderer makes a renderer of it.
package paint
