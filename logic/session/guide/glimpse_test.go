package guide_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/session/guide"
)

// The proof page shows for each answer what the device would show, in the device's words.
func TestEachAnswerShowsWhatTheDeviceWouldShow(t *testing.T) {
	lib := library(t)
	for language, want := range map[string][4]string{
		"":   {"Last successful backup: 12:00\u00A0PM", "Estimating time remaining…", "The last backup could not be completed.", "Last successful backup: 10/31/26"},
		"de": {"Letztes erfolgreiches Backup: 12:00", "Verbleibende Zeit berechnen\u00A0…", "Das letzte Backup konnte nicht abgeschlossen werden.", "Letztes erfolgreiches Backup: 31.10.26"},
		"ja": {"最後に作成されたバックアップ: 12:00", "残り時間を計算中…", "最後に行ったバックアップを完了できませんでした。", "最後に作成されたバックアップ: 26/10/31"},
	} {
		lib.Readable = func(string) bool { return true }
		w := begin(t, lib)
		must(t, w.s.SetHeader(casefile.Header{Name: "x", Device: "iphone", Version: "17.5", Language: language}))
		must(t, w.Try("turn-on-backup", casefile.Done))
		page := w.g.Page(w.s.View(), w.recommended())
		for i, seen := range []casefile.Seen{casefile.SeenFinished, casefile.SeenRunning, casefile.SeenError, casefile.SeenOldDate} {
			if got := page.Glimpses[string(seen)].Line; got != want[i] {
				t.Errorf("%q, %s: the line says %q, want %q", language, seen, got, want[i])
			}
		}
		if last := page.Stops[len(page.Stops)-1]; last.Row.ID != "last-backup" || !strings.Contains(screens.FilledIn(last.Label, page.Date), page.Date) {
			t.Errorf("%q: the last picture is about %s %q with the date %q", language, last.Row.ID, last.Label, page.Date)
		}
	}
}

func TestATimeOfDayIsReadAsItStandsOnTheDevice(t *testing.T) {
	for text, want := range map[string]int{
		"2:13 AM": 133, "2:13am": 133, "12:05 am": 5, "12:05 PM": 725, "2:13 p.m.": 853, "14:05": 845, "0.07": 7, "9h30": 570, " 7 pm ": 19 * 60,
		"": -1, "7": -1, "24:00": -1, "13:00 pm": -1, "0:30 am": -1, "12:60": -1, "noon": -1, "2:13 AM 5": -1, "1234": -1,
	} {
		got, ok := guide.ParseClock(text)
		if ok != (want >= 0) || ok && (!got.Told || got.Minute != want) {
			t.Errorf("%q is read as %+v, %v, want minute %d", text, got, ok, want)
		}
	}
}

// A new backup is one since the change: the days go back to it, and no farther than a week. A day without a
// time is kept where it says something.
func TestTheDaysOfABackupGoBackToTheChange(t *testing.T) {
	w := begin(t, library(t))
	if days := w.g.Days(w.s.View()); len(days) != 1 || w.g.DayName(w.s.View(), days[0]) != "Today" {
		t.Errorf("without a change the days are %v", days)
	}
	must(t, w.Try("plug-in-overnight", casefile.Done))
	v := *w.s.View()
	for later, want := range map[int]int{0: 1, 1: 2, 3: 4, 40: 7} {
		v.At = noon().AddDate(0, 0, later)
		days := w.g.Days(&v)
		if len(days) != want || !days[0].Equal(noon().AddDate(0, 0, later).Add(-12*60*60*1e9)) {
			t.Errorf("%d days after the change the days are %v", later, days)
		}
		for i, day := range days {
			at := w.g.FinishedAt(&v, day, guide.Clock{})
			switch told := i > 0 && !day.Equal(noon().Add(-12*60*60*1e9)); {
			case !told && !at.IsZero(): // it may have been before the change, or later today
				t.Errorf("%d days later: %v without a time is told as %v", later, day, at)
			case told && !(at.Equal(day) && guide.IsDayOnly(at)):
				t.Errorf("%d days later: %v without a time is told as %v", later, day, at)
			}
			if at = w.g.FinishedAt(&v, day, guide.Clock{Told: true, Minute: 133}); at.Sub(day).Minutes() != 133 || guide.IsDayOnly(at) {
				t.Errorf("%v at 2:13 is told as %v", day, at)
			}
		}
	}
}
