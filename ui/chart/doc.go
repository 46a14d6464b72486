// Package chart holds the drawings of figures: bars of shares, of progress and of a storage plan, and a chart of
// growth. They know nothing of the program's logic; the caller hands them figures and words.
package chart
