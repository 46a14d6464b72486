// Package phone draws the phone that the person holds: one page of Settings at a time, with the row to tap
// marked by a ring and a number. It also draws what is outside Settings: which buttons to press, the charging
// symbol, the Wi-Fi symbol and the lock.
//
// The pages are handed in as a tour.Tour, with all words of the phone; the package knows no knowledge
// base. The pictures are drawings of our own in a neutral manner, made of canvas primitives and filled
// shapes, so that they are sharp at any scale; the colours come from ui/theme. TestEveryPictureShowsItsRow
// looks at every page that the program can show.
//
// A Phone is one picture, a Pager turns its pages, a Hardware is a picture of what is outside Settings.
package phone

// Text returns the sentence for a key of the translations; values are pairs of a name and its value. The
// method Text of a catalog is one.
type Text func(key string, values ...any) string
