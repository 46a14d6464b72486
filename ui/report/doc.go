// Package report is the pane that shows the report of a case as it would be handed over, and that copies and
// saves it.
package report
