// Package guide is the pane that leads a person through the case, one step at a time, with the phone's
// screens drawn beside the words.
package guide
