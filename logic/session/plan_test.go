package session_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// What is described moves the diagnosis where it decides, and only there.
func TestDescribedContentIsEvidence(t *testing.T) {
	for _, test := range []struct {
		name   string
		photos int
		want   session.Status
	}{
		{"more photos than the plan can hold", 50_000, session.StatusProblem},
		{"so many that it depends", 1500, session.StatusOpen},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := open(t, library(t))
			before := belief(s.View(), "C02")
			in := storage.Inputs{Plan: size.Of(5e9, size.Phone), Devices: []storage.Device{{Says: storage.Description{Photos: test.photos}}}}
			must(t, s.Count(in, nil))
			after, r := belief(s.View(), "C02"), row(t, s.View(), "next-backup-fits")
			// The recommended row says so instead of being open.
			if open := test.want == session.StatusOpen; open && (r.Status == session.StatusProblem || after != before) ||
				!open && (r.Status != test.want || r.Source != casefile.FromStorage || after <= before) {
				t.Errorf("the row is %s from %q, the belief went from %.3f to %.3f", r.Status, r.Source, before, after)
			}
			if got := s.View().Plan.Inputs.Devices[0].Says.Photos; got != test.photos {
				t.Errorf("the plan is for %d photos", got)
			}
		})
	}
}

func TestSizesThatAreReadAgainKeepTheContent(t *testing.T) {
	s, c := open(t, library(t))
	in := storage.Inputs{Plan: size.Of(5e9, size.Phone), Bundle: "family", Devices: []storage.Device{{Name: "Old iPad", Gone: true}}}
	must(t, s.Count(in, nil))
	c.at = c.at.Add(time.Hour)
	again := s.View().Plan.Inputs.Clone()
	again.Used, again.Devices[0].Next = size.Of(4e9, size.Phone), size.Of(3e9, size.Phone)
	must(t, s.Count(again, nil))
	got := s.View().Plan.Inputs
	if got.Bundle != "family" || got.First().Name != "Old iPad" || got.Used != size.Of(4e9, size.Phone) || got.First().Next.Likely != 3e9 {
		t.Errorf("the inputs are %+v", got)
	}
	must(t, s.Count(storage.Inputs{}, nil))
	if v := s.View(); len(v.Case.Events) != 0 || v.Plan.Inputs.Used.Known() {
		t.Errorf("emptied inputs leave %d events", len(v.Case.Events))
	}
}

func TestMoreThanACaseKeepsIsRefused(t *testing.T) {
	s, _ := open(t, library(t))
	in := storage.Inputs{Devices: make([]storage.Device, storage.MaxDevices+1)}
	in.Devices[storage.MaxDevices].Gone = true
	if err := s.Count(in, nil); err == nil || len(s.View().Case.Events) != 0 {
		t.Errorf("%d devices: error %v, %d events", len(in.Devices), err, len(s.View().Case.Events))
	}
}

// Whatever is entered, undo brings back every state in between, the plan and the diagnosis with it.
func TestUndoRestoresAllPlans(t *testing.T) {
	lib := library(t)
	rapid.Check(t, func(r *rapid.T) {
		s, c := open(t, lib)
		views := []*session.View{s.View()}
		sizes := rapid.Int64Range(0, 3e12)
		for range rapid.IntRange(1, 5).Draw(r, "changes") {
			c.at = c.at.Add(time.Hour) // apart, so that each is an event of its own
			in := s.View().Plan.Inputs.Clone()
			switch rapid.IntRange(0, 4).Draw(r, "what") {
			case 0:
				in.Plan, in.Used = size.Of(5e9, size.Phone), size.Of(sizes.Draw(r, "used"), size.Phone)
			case 1:
				in.Cloud[storage.Photos] = size.Of(sizes.Draw(r, "photos"), size.Typed)
			case 2:
				d := in.First()
				d.Next, d.PhotosSync = size.Of(sizes.Draw(r, "next"), size.Phone), storage.On
				in = in.SetFirst(d)
			case 3:
				in.Devices = append(in.Devices, storage.Device{Name: "Old", Gone: true, Last: size.Of(sizes.Draw(r, "last"), size.Typed)})
			case 4:
				in = in.ToggleAction("mail")
			}
			before := s.View().Plan.Inputs
			if err := s.Count(in, nil); err != nil {
				r.Fatal(err)
			}
			if !reflect.DeepEqual(s.View().Plan.Inputs, before) {
				views = append(views, s.View())
			}
		}
		for i, want := range slices.Backward(views) {
			got := s.View()
			if !reflect.DeepEqual(got.Plan, want.Plan) || !reflect.DeepEqual(got.Likely, want.Likely) {
				r.Fatalf("state %d is %+v, it was %+v", i, got.Plan.Inputs, want.Plan.Inputs)
			}
			if s.CanUndo() {
				if _, err := s.Undo(); err != nil {
					r.Fatal(err)
				}
			}
		}
	})
}

// The plan is worked out with every event, so it may take no more than a millisecond.
func TestPlanOfTheViewIsQuick(t *testing.T) {
	lib := library(t)
	in := storage.Inputs{Plan: size.Of(200*size.GB, size.Phone), Used: size.Of(150*size.GB, size.Phone)}
	for range 8 {
		in.Devices = append(in.Devices, storage.Device{Says: storage.Description{Photos: 5000}, PhotosSync: storage.On})
	}
	v := lib.Derive(casefile.Case{}, time.Now())
	best := time.Hour
	for range 10 { // the best of ten: other programs share the machine
		start := time.Now()
		lib.Plan(v, in)
		best = min(best, time.Since(start))
	}
	if best > time.Millisecond {
		t.Errorf("a plan takes %v", best)
	}
}
