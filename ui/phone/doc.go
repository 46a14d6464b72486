// Package phone draws the phone that the person holds: one page of Settings at a time, as the knowledge base describes it for
// the device and version, with the row to tap marked by a ring and a number. It also draws what is outside Settings: which
// buttons to press, the charging symbol, the Wi-Fi symbol and the lock.
//
// The pictures are drawings of our own in a neutral manner. They are made of canvas primitives and of filled shapes, so that
// they are sharp at any scale; colours come from ui/theme, words from the knowledge base and from the caller.
//
// A Phone is one picture, a Pager turns its pages, a Hardware is a picture without Settings.
package phone

// Text gives the sentence for a key of the translations; values are pairs of a name and what stands for it. The method Text
// of a catalog is one.
type Text func(key string, values ...any) string
