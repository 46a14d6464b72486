package tour_test

import (
	"strings"
	"testing"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
)

// TestToursShowEveryRowOfTheirWalk looks at all routes: each page has the row of its stop, marked, and leads
// back to the page before.
func TestToursShowEveryRowOfTheirWalk(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	shots, ahead := 0, 0
	for _, d := range []apple.Device{
		{Kind: apple.IPhone, Version: apple.Version{Major: 16}},
		{Kind: apple.IPhone, Version: apple.Version{Major: 26}, Language: "de"},
		{Kind: apple.IPad, Version: apple.Version{Major: 18}},
		{Kind: apple.IPad, Version: apple.Version{Major: 99}, Language: "ja"}, // drawn as the newest
	} {
		for i := range base.Routes {
			route := base.Routes[i].ID
			walk, err := base.Walk(route, d)
			if err != nil {
				continue // not on this device
			}
			tour := tour.New(base, walk, knowledge.ActTap, d)
			if tour.App == "" || tour.Act != knowledge.ActTap || tour.Device != base.Known(d) || len(tour.Shots) != len(walk) {
				t.Fatalf("%s on %v: %d pages for %d stops, %+v", route, d, len(tour.Shots), len(walk), tour.Device)
			}
			back := ""
			for n, shot := range tour.Shots {
				shots++
				if shot.Mark < 0 || shot.Rows[shot.Mark].Row != walk[n].Row || shot.Stop.Row != walk[n].Row {
					t.Errorf("%s on %v: page %d marks row %d of %d", route, d, n, shot.Mark, len(shot.Rows))
				}
				if shot.Back != back || shot.Title == "" {
					t.Errorf("%s on %v: page %d is called %q and leads back to %q, want %q", route, d, n, shot.Title, shot.Back, back)
				}
				if back = shot.Title; shot.Screen != screens.Root && (shot.Account != "" || shot.Ahead != nil) {
					t.Errorf("%s on %v: page %d has what only the first one needs", route, d, n)
				}
				if shot.Ahead != nil {
					ahead++
					if shot.Ahead.Mark >= 0 || len(shot.Ahead.Rows) == 0 || shot.Ahead.Screen != walk[n].Row.Leads {
						t.Errorf("%s on %v: ahead is %q with %d rows, marked %d", route, d, shot.Ahead.Screen, len(shot.Ahead.Rows), shot.Ahead.Mark)
					}
				}
			}
		}
	}
	if shots < 500 || ahead < 100 {
		t.Errorf("only %d pages, %d with the page ahead", shots, ahead)
	}
}

func TestTheFirstPageNamesThePageOfTheAccount(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	walk, err := base.Walk("account", apple.Device{})
	if err != nil {
		t.Fatal(err)
	}
	first := tour.New(base, walk, knowledge.ActLook, apple.Device{}).Shots[0]
	page, err := base.Page(walk[0].Row.Leads, apple.Device{})
	if err != nil || first.Account == "" || first.Account != page.Title {
		t.Errorf("the account's row says %q, want %q, %v", first.Account, page.Title, err)
	}
}

// TestStateRowsStandThereOnlyOnTheirWay looks at rows that exist only in a state of the phone.
func TestStateRowsStandThereOnlyOnTheirWay(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	d := apple.Device{Kind: apple.IPhone, Version: apple.Version{Major: 18}}
	names := func(route string, i int) string {
		walk, err := base.Walk(route, d)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		shot := tour.New(base, walk, knowledge.ActLook, d).Shots[i]
		for n, row := range shot.Rows {
			if n == shot.Mark {
				out = append(out, "*")
			}
			out = append(out, row.Row.ID)
		}
		return strings.Join(out, " ") + " "
	}
	for _, c := range []struct {
		route     string
		stop      int
		has, lack string
	}{
		{"account", 0, "* account ", "sign-in "},
		{"sign-in", 0, "* sign-in ", " account "},
		{"vpn-switch", 0, "* vpn ", "notice "},
		{"wifi", 0, "* wifi ", "vpn "},
		{"stop-restoring", 3, "* stop-restoring ", "back-up-now "},
		{"back-up-now", 3, "* back-up-now ", "stop-restoring "},
		{"profiles", 2, "profiles * profile ", "management "},
		{"cellular-low-data-mode", 2, "* low-data-mode ", " data-mode "},
		{"reset-network-settings", 3, "* network-settings ", "esims "},
	} {
		if got := " " + names(c.route, c.stop); !strings.Contains(got, c.has) || strings.Contains(got, c.lack) {
			t.Errorf("%s, stop %d: the rows are%s", c.route, c.stop, got)
		}
	}
}
