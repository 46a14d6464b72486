package session_test

import (
	"testing"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// BenchmarkKeystroke is all that one keystroke in a storage field takes behind the window: the text is parsed, the case is
// amended and saved, and the view is derived anew.
func BenchmarkKeystroke(b *testing.B) {
	s, _ := open(b, library(b))
	in := read(50e9, 40e9, 3e9)
	in.EditPerson(2, func(p *storage.Person) { p.Name, p.Used = "Ada", size.Of(4e9, size.Typed) })
	in.EditDevice(3, func(d *storage.Device) { d.Name, d.Gone, d.Last = "Old iPad", true, size.Of(1e9, size.Phone) })
	texts := [2]string{"41.2 GB", "41.25 GB"}
	for n := 0; b.Loop(); n++ {
		r, err := size.Parse(texts[n%2], size.Hints{})
		must(b, err)
		changed := in.Clone()
		changed.Used = size.Of(r.Low, size.Phone)
		must(b, s.Count(changed, "used"))
	}
}
