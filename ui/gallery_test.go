package ui

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/drawn"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// screenshots is where the pictures of README lie.
var screenshots = filepath.Join("..", "docs", "screenshots")

// picture is one state of the window.
type picture struct {
	name          string
	width, height float32
	dark          bool
	text          int // percent
	prepare       func(w *Window)
}

// The cases of which pictures are drawn.
func named(w *Window) { desktest.Name(w.desk) }
func begun(w *Window) { desktest.Begin(w.desk) }
func found(w *Window) { desktest.Solve(w.desk) }

// helped is the window of a helper.
func helped(w *Window) {
	found(w)
	w.setHelper(true)
}

// chosen is the window of a helper who answers from the checklist.
func chosen(w *Window) {
	helped(w)
	for _, check := range []string{"vpn-filter", "back-up-now-state"} {
		w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: check})
		answer := w.desk.Page(w.guide.Step()).Answers[0].Label
		if check == "vpn-filter" {
			desktest.Press(w.list.Object(), answer)
		}
	}
}

// waiting is a case that waits for a night.
func waiting(w *Window) {
	found(w)
	w.desk.Try("plug-in-overnight", casefile.Done)
}

// contradicted is a case whose answers don't fit together: a backup that begins but does not finish is no
// matter of Low Data Mode.
// solvedOvernight is what was found and changed yesterday and proved by the night.
func solvedOvernight(w *Window) {
	yesterday := desktest.Noon().AddDate(0, 0, -1)
	for _, what := range []casefile.What{
		casefile.Answered{Check: "low-data-mode", Answer: "on"},
		casefile.Tried{Fix: "turn-off-low-data-mode", Outcome: casefile.Done},
	} {
		desktest.Must(w.desk.Session.File().Append(casefile.Event{
			Time: yesterday, Source: casefile.FromPerson, What: what,
		}))
	}
	w.desk.Prove(casefile.SeenFinished, desktest.Noon().Add(-9*time.Hour))
}

func contradicted(w *Window) {
	named(w)
	desktest.Must(w.desk.Session.Say("The last backup couldn't be completed"))
	w.desk.Answer("back-up-switch", "on")
	w.desk.Answer("wifi-connected", "works")
	w.desk.Answer("low-data-mode", "on")
}

// doubted is a case with two answers of which one can't be right.
func doubted(w *Window) {
	named(w)
	w.desk.Answer("back-up-switch", "off")
	w.desk.Answer("back-up-now-state", "can-tap")
}

// proving is a case whose fix is to be proved by a backup now.
func proving(w *Window) {
	begun(w)
	w.desk.Try("turn-on-backup", casefile.Done)
}

// solved is a case with a finished backup that the person saw.
func solved(w *Window) {
	begun(w)
	solvedOvernight(w)
}

// speak sets the language of the phone.
func speak(w *Window, language string) {
	h := w.desk.View().Case.Header()
	h.Language = language
	desktest.Must(w.desk.Session.SetHeader(h))
}

// german is a case about a phone set to German.
func german(w *Window) {
	begun(w)
	speak(w, "de")
	w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "low-data-mode"})
}

// tablet is a case about an iPad.
func tablet(w *Window) {
	begun(w)
	h := w.desk.View().Case.Header()
	h.Name, h.Device, h.Model, h.Version = "The kitchen iPad", "ipad", "iPad Air (5th generation)", "18.4"
	desktest.Must(w.desk.Session.SetHeader(h))
	w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "auto-lock-set"})
}

var gallery = []picture{
	{"first-light", 1180, 760, false, 100, func(*Window) {}},
	{"first-dark", 1180, 760, true, 100, func(*Window) {}},
	{"first-narrow", 600, 700, false, 100, func(*Window) {}},
	{"guide-light", 1180, 760, false, 100, begun},
	{"guide-dark", 1180, 760, true, 100, begun},
	{"guide-narrow", 800, 560, false, 100, begun},
	{"guide-wide", 1920, 1080, false, 100, begun},
	{"guide-small", 800, 560, false, 100, begun},
	{"helper-light", 1180, 760, false, 100, helped},
	{"helper-dark", 1180, 760, true, 100, chosen},
	{"helper-wide", 1920, 1080, false, 100, helped},
	{"helper-large-text", 1180, 760, true, 150, helped},
	{"waiting-light", 1180, 760, false, 100, waiting},
	{"guide-large-text", 1180, 760, false, 150, begun},
	{"contrast-light", 1180, 760, false, 100, func(w *Window) { found(w); contrast(w, settings.AlwaysLight) }},
	{"contrast-dark", 1180, 760, true, 100, func(w *Window) { found(w); contrast(w, settings.AlwaysDark) }},
	{"found-light", 1180, 760, false, 100, contradicted},
	{"doubt-light", 1180, 760, false, 100, doubted},
	{"doubt-narrow-dark", 600, 700, true, 100, func(w *Window) { doubted(w); w.desk.ShowTab(desk.TabChecklist) }},
	{"doubt-helper-dark", 1600, 900, true, 100, func(w *Window) { doubted(w); w.setHelper(true) }},
	{"why-light", 1180, 760, false, 100, func(w *Window) { begun(w); desktest.Press(w.guide.Object(), w.desk.Text("guide.why")) }},
	{"why-dark", 1180, 760, true, 100, func(w *Window) { found(w); desktest.Press(w.guide.Object(), w.desk.Text("guide.why")) }},
	{"causes-all-light", 1180, 1400, false, 100, func(w *Window) { helped(w); desktest.Press(w.causes.Object(), w.desk.Text("causes.all")) }},
	{"guide-german-light", 1180, 760, false, 100, german},
	{"guide-ipad-dark", 1600, 900, true, 100, tablet},
	{"different-light", 1180, 1280, false, 100, func(w *Window) {
		german(w)
		desktest.Press(w.guide.Object(), w.desk.Text("different.open", "Device", "iPhone"))
	}},
	{"checklist-tab", 600, 700, true, 100, func(w *Window) { begun(w); w.desk.ShowTab(desk.TabChecklist) }},
	{"causes-tab", 600, 700, false, 100, func(w *Window) { helped(w); w.desk.ShowTab(desk.TabCauses) }},
	{"fix-light", 1180, 760, false, 100, func(w *Window) {
		found(w)
		w.desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "turn-off-low-data-mode"})
	}},
	{"gate-light", 1180, 760, false, 100, func(w *Window) {
		begun(w)
		w.desk.Open(pages.Step{Kind: diagnosis.StepGate, ID: diagnosis.LossGate("reset-all-settings")})
	}},
	{"report-light", 1180, 760, false, 100, func(w *Window) { found(w); w.desk.ShowTab(desk.TabReport) }},
	{"report-owner-dark", 1180, 1900, true, 100, func(w *Window) {
		planned(w)
		w.desk.ShowTab(desk.TabReport)
	}},
	{"report-support-light", 1180, 760, false, 100, func(w *Window) { found(w); forSupport(w) }},
	{"report-saved-dark", 1180, 760, true, 100, func(w *Window) {
		found(w)
		w.desk.ShowTab(desk.TabReport)
		w.start.Outside.(*desktest.Outside).Folder = "/home/ada/Documents"
		desktest.Press(w.report.Object(), w.desk.Text("report-pane.print"))
	}},
	{"report-wide", 1920, 1080, false, 100, func(w *Window) { found(w); w.desk.ShowTab(desk.TabReport) }},
	{"save-light", 1180, 760, false, 100, func(w *Window) {
		found(w)
		w.desk.ShowTab(desk.TabReport)
		w.start.Outside.(*desktest.Outside).Folder = "/home/ada/Documents"
		desktest.Press(w.report.Object(), w.desk.Text("report-pane.save-pdf"))
		w.window.Canvas().Unfocus() // a blinking cursor is never the same twice
	}},
	{"unsaved-light", 1180, 760, false, 100, func(w *Window) { unsavedAnswers(w); w.close() }},
	{"unsaved-narrow-dark", 600, 700, true, 100, func(w *Window) {
		unsavedAnswers(w)
		w.close()
		desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text("leave.copy"))
	}},
	{"report-narrow", 600, 1900, false, 100, func(w *Window) { found(w); w.desk.ShowTab(desk.TabReport) }},
	{"solved-light", 1180, 760, false, 100, solved},
	{"solved-dark", 900, 600, true, 100, func(w *Window) {
		begun(w)
		solvedOvernight(w)
	}},
	{"tonight-light", 1180, 760, false, 100, func(w *Window) {
		found(w)
		w.desk.Try("turn-off-low-data-mode", casefile.Done)
	}},
	{"tonight-dark", 800, 560, true, 100, func(w *Window) {
		found(w)
		w.desk.Try("turn-off-low-data-mode", casefile.Done)
	}},
	{"proof-light", 1180, 760, false, 100, proving},
	{"proof-dark", 1180, 760, true, 100, proving},
	{"proof-small", 800, 560, false, 100, proving},
	{"proof-wide", 1920, 1080, false, 100, proving},
	{"proof-large-text", 1180, 760, false, 150, proving},
	{"proof-when-light", 1180, 760, false, 100, func(w *Window) {
		proving(w)
		desktest.Press(w.guide.Object(), w.desk.Text("proof.answer.finished"))
	}},
	{"proof-german-light", 1180, 760, false, 100, func(w *Window) { proving(w); speak(w, "de") }},
	{"tonight-wide", 1920, 1080, false, 100, waiting},
	{"tonight-large-text", 1180, 760, false, 150, waiting},
	{"tonight-by-hand-light", 1180, 760, false, 100, func(w *Window) {
		found(w)
		w.desk.Try("turn-off-low-data-mode", casefile.Done)
		w.desk.Prove(casefile.SeenFinished, desktest.Noon().Add(time.Minute))
	}},
	{"proof-morning-dark", 1180, 760, true, 100, func(w *Window) {
		begun(w)
		yesterday := desktest.Noon().AddDate(0, 0, -1)
		desktest.Must(w.desk.Session.File().Append(casefile.Event{
			Time: yesterday, Source: casefile.FromPerson,
			What: casefile.Tried{Fix: "plug-in-overnight", Outcome: casefile.Done},
		}))
		w.desk.Answer("vpn-filter", "none")
		w.desk.OpenRecommended()
	}},
	{"wait-organization-light", 1180, 760, false, 100, func(w *Window) {
		begun(w)
		w.desk.Try("ask-device-admin", casefile.Done)
	}},
	{"wait-apple-light", 1180, 760, false, 100, func(w *Window) { begun(w); w.desk.Try("wait-for-apple", casefile.Done) }},
	{"wait-restore-dark", 1180, 760, true, 100, func(w *Window) { begun(w); w.desk.Try("wait-for-restore", casefile.Done) }},
	{"wait-backup-light", 1180, 760, false, 100, func(w *Window) {
		proving(w)
		w.desk.Prove(casefile.SeenRunning, time.Time{})
	}},
	{"solved-second-light", 1180, 760, false, 100, func(w *Window) {
		begun(w)
		w.desk.Answer("charging-symbol", "unplugged")
		solvedOvernight(w)
	}},
	{"solved-wide", 1920, 1080, false, 100, solved},
	{"solved-small", 800, 560, false, 100, solved},
	{"nothing-wrong-light", 1180, 760, false, 100, func(w *Window) {
		named(w)
		w.desk.Answer("last-success", "today")
	}},
	{"handover-tried-light", 1180, 760, false, 100, func(w *Window) {
		found(w)
		w.desk.Try("turn-off-low-data-mode", casefile.Failed)
		w.desk.Try("restart", casefile.Failed)
		w.desk.Open(pages.Step{Kind: diagnosis.StepSupport})
	}},
	{"handover-light", 1180, 760, false, 100, func(w *Window) { begun(w); w.desk.Open(pages.Step{Kind: diagnosis.StepSupport}) }},
	{"trouble-light", 900, 600, false, 100, func(w *Window) {
		begun(w)
		w.reportError(casefile.ErrReadOnly)
	}},
	{"settings-light", 1180, 760, false, 100, func(w *Window) { begun(w); w.start.Reload = noReload; w.showPreferences() }},
	{"about-light", 1180, 760, false, 100, func(w *Window) { begun(w); w.showAbout() }},
	{"about-newer-light", 1180, 760, false, 100, newerKnown},
	{"about-newer-dark", 520, 700, true, 150, newerKnown},
	{"help-dark", 1180, 760, true, 100, func(w *Window) { begun(w); w.showHelp() }},
	{"fraud-dark", 760, 700, true, 100, func(w *Window) {
		p := showPicker(w.desk, w.window)
		p.search("Your iCloud storage is full. Your photos will be deleted on May 3")
		p.first()
	}},
	{"message-light", 1180, 760, false, 100, func(w *Window) {
		showPicker(w.desk, w.window).search("could not be completed")
		w.window.Canvas().Unfocus() // a blinking cursor is never the same twice
	}},
}

// menus are open menus. A menu stands where its button stood when it was opened, so each has one size only.
var menus = []picture{
	{"more-light", 800, 560, false, 100, func(w *Window) { helped(w); w.bar.showMore() }},
	{"more-dark", 800, 560, true, 150, func(w *Window) { waiting(w); w.bar.showMore() }},
}

// forSupport chooses the report for Apple Support.
func forSupport(w *Window) {
	w.desk.ShowTab(desk.TabReport)
	desktest.Find[*place.TabStrip](w.report.Object()).TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
}

// contrast shows the window in high contrast.
func contrast(w *Window, appearance string) {
	w.start.App.Settings().SetTheme(theme.FromSettings(settings.Settings{Appearance: appearance, HighContrast: true, TextPercent: 100}))
}

// noReload stands in for the program, which loads the library in another language.
func noReload(string) (*session.Library, error) { return nil, fs.ErrInvalid }

// shown are the pictures that README shows; the others are kept as text.
var shown = []string{"guide-light", "first-light", "message-light", "guide-german-light", "fix-light", "gate-light", "storage-light", "report-light"}

// TestGalleryShowsTheWindowAsItIs compares the window that the program draws now with every picture of
// README, and with the text that tells of each other state (package drawn). With GALLERY_DIR set it draws
// them all there, for people to look at.
func TestGalleryShowsTheWindowAsItIs(t *testing.T) {
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skip("screenshots are compared to the pixel, and fonts are drawn a little differently elsewhere")
	}
	for _, p := range slices.Concat(gallery, storageGallery, menus) {
		t.Run(p.name, func(t *testing.T) {
			w := openWindow(t)
			looks := settings.Settings{Appearance: settings.AlwaysLight, TextPercent: p.text}
			if p.dark {
				looks.Appearance = settings.AlwaysDark
			}
			w.start.App.Settings().SetTheme(theme.FromSettings(looks))
			w.window.Resize(fyne.NewSize(p.width, p.height))
			p.prepare(w)
			w.redraw()
			keepPicture(t, w, p.name)
			if slices.Contains(shown, p.name) {
				compare(t, filepath.Join(screenshots, p.name+".png"), w.window.Canvas().Capture())
				return
			}
			golden(t, filepath.Join("testdata", "gallery", p.name+".txt"), drawn.Canvas(w.window.Canvas()))
		})
	}
}

// TestREADMEShowsThePicturesThatAreKept compares the list of pictures with README.
func TestREADMEShowsThePicturesThatAreKept(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, link := range regexp.MustCompile(`docs/screenshots/([a-z-]+)\.png`).FindAllStringSubmatch(string(page), -1) {
		there = append(there, link[1])
	}
	if !slices.Equal(there, shown) {
		t.Errorf("README shows %v, kept are %v", there, shown)
	}
}
