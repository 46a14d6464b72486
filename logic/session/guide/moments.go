package guide

import (
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// Moment is a part of the time of waiting, with what happens then.
type Moment struct {
	Icon  string // name of a drawing
	Title string // when it is: "While you sleep"
	Text  string
}

// The drawings beside moments.
const (
	iconPower   = "power"
	iconNight   = "night"
	iconMorning = "morning"
	iconClock   = "waiting"
	iconLook    = "look"
)

// moments tell what happens from now until the result can be seen.
func (g *Guide) moments(v *session.View) []Moment {
	way, _ := g.Path(lastBackup, knowledge.ActLook, v.Device)
	path := strings.Join(way[:max(len(way)-1, 0)], " › ")
	moment := func(icon, key string) Moment {
		text := g.words.Text("wait."+key+".text", "Device", v.Device.Name(), "Path", path,
			"Until", g.words.Time(v.State.Until))
		return Moment{icon, g.stateText(v, "wait."+key), g.base.Fill(text, v.Device)}
	}
	night := []Moment{moment(iconNight, "night"), moment(iconMorning, "morning")}
	if isSameDay(v.State.Until.In(v.At.Location()), v.At) { // the night has begun or is over
		night[1].Title = g.stateText(v, "wait.morning.today")
	}
	switch v.State.For {
	case session.ForTomorrow:
		return append([]Moment{moment(iconPower, "evening")}, night...)
	case session.ForDownload, session.ForRestore:
		return append([]Moment{moment(iconPower, string(v.State.For)+".now")}, night...)
	case session.ForOrganization:
		return []Moment{moment(iconClock, "organization.now"), moment(iconLook, "organization.yes")}
	case session.ForApple:
		return []Moment{moment(iconClock, "apple.now"), moment(iconLook, "apple.then")}
	}
	return []Moment{moment(iconPower, "backup.now"), moment(iconLook, "backup.then")}
}
