// Package storage is the pane that answers whether the next backup fits, which plan would hold everything
// until when, what that costs, and how not to pay. It shows the numbers of a case and changes them; all sums
// are those of logic/storage.
package storage
