package storage

import (
	"fmt"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
)

// crowd is a household with many devices, each with content of its own.
func crowd(n int) Inputs {
	in := Inputs{Plan: size.Of(2*size.TB, size.Phone), Upload: 20}
	for i := range n {
		d := Device{
			Name: fmt.Sprint("device ", i), PhotosSync: Switch(i % 3), MessagesSync: Switch(i % 2), Last: size.Of(int64(i%7)*size.GB, size.Phone),
			Says: Description{Photos: 100 + i%5000, Video: []Footage{{"4k30", i % 60}, {"", i % 90}}, Messages: "some"},
		}
		d.Gone = i%11 == 10
		in.Devices = append(in.Devices, d)
	}
	return in
}

// BenchmarkTenThousandDevices is to stay within a frame of the window, 16.7 ms.
func BenchmarkTenThousandDevices(b *testing.B) {
	d := shipped(b)
	us, in := marketOf(b, d, "us"), crowd(10_000)
	for b.Loop() {
		Make(in, us, apple.Version{}, d)
	}
}

func BenchmarkHousehold(b *testing.B) {
	d := shipped(b)
	us, in := marketOf(b, d, "us"), crowd(4)
	in.People = []Person{{Used: size.Of(20*size.GB, size.Typed)}, {Used: size.Of(3*size.GB, size.Typed)}, {Used: size.Of(90*size.GB, size.Typed)}}
	for b.Loop() {
		Make(in, us, apple.Version{}, d)
	}
}

func BenchmarkCleanUp(b *testing.B) {
	d := shipped(b)
	in := crowd(40)
	in.Plan, in.Used = size.Of(200*size.GB, size.Phone), size.Of(230*size.GB, size.Phone)
	p := Make(in, marketOf(b, d, "us"), apple.Version{}, d)
	for b.Loop() {
		p.CleanUp(true)
	}
}
