package storage

import (
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
)

// What goes is said to be read only when all of a size goes that somebody read.
func TestOnlyAWholeSizeThatWasReadIsReadWhenItGoes(t *testing.T) {
	d := shipped(t)
	exact, span := size.Exactly(3*size.GB), size.Between(2*size.GB, 3*size.GB, 4*size.GB)
	for _, test := range []struct {
		holds size.Amount
		want  bool
	}{
		{size.Amount{Range: exact, From: size.Phone}, true},
		{size.Amount{Range: exact, From: size.Typed}, true},
		{size.Amount{Range: exact, From: size.Described}, false},
		{size.Amount{Range: exact, From: size.Assumed}, false},
		{size.Amount{Range: span, From: size.Phone}, false},
		{size.Amount{}, false},
	} {
		in := read(5*size.GB, 4*size.GB, 2*size.GB)
		in.Cloud[WhatsApp], in.Cloud[Photos] = test.holds, size.Of(size.GB/2, size.Phone)
		in.Devices = append(in.Devices, Device{Gone: true, Last: test.holds})
		found := map[string]bool{}
		for _, k := range Make(in, marketOf(t, d, "us"), apple.Version{}, d).CleanUp(false).Candidates {
			want := test.want && (k.ID == "whatsapp-copy" || k.Device > 0)
			if found[k.ID] = true; k.IsRead != want {
				t.Errorf("%+v: what %s frees is read: %v", test.holds, k.ID, k.IsRead)
			}
		}
		if test.want && (!found["whatsapp-copy"] || !found["old-backups.2"] || !found["merge-duplicates"]) {
			t.Errorf("the ways are %v", found)
		}
	}
}
