package widgets

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/chart"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

func galleryLeft() fyne.CanvasObject {
	row := func(title string, s Status, word string) *ChecklistRow {
		return NewChecklistRow(title, s, word)
	}
	progress := chart.NewProgressLine()
	progress.SetValue(0.29)
	hovered := row("Upload is fast enough", StatusProblem, "0.8 Mbit/s")
	hovered.MouseIn(nil)
	focused := row("Back Up Now can be tapped", StatusFine, "Fine")
	focused.FocusGained()
	selected := row("No VPN or filter", StatusOpen, "2 min")
	selected.SetSelected(true)
	plain := NewChecklistRow("Selected without actions", StatusOpen, "2 min")
	plain.SetSelected(true)
	head := flow.NewInset(0, 8, 0, 8, flow.NewColumn(8, paint.NewHeading("Checklist"),
		paint.NewCaption("7 of 24 checked, about 6 minutes left"), progress))
	return flow.NewPadded(8, flow.NewColumn(0, head,
		row("Back Up This iPhone is on", StatusFine, "Fine"), focused,
		row("Upload is fast enough", StatusProblem, "0.8 Mbit/s"), hovered,
		row("Low Data Mode is off", StatusNext, "Next, 1 min"), selected, plain,
		row("Nothing else fills iCloud", StatusCannotTell, "Can’t tell"),
		row("A restart, then one night of charging", StatusWaiting, "Wait until tomorrow"),
		row("Charging symbol shows", StatusOpen, "1 min"),
	))
}

func galleryCenter() fyne.CanvasObject {
	tabs := place.NewTabStrip([]string{"Guide", "Storage", "Report"}, nil)
	tabs.FocusGained()
	active := NewNumberedLine(4, "Look at **Low Data Mode**.")
	active.SetActive(true)
	answers := []*Button{NewAnswerButton("It is on", nil), NewAnswerButton("It is off", nil), NewAnswerButton("I can’t find it", nil)}
	for i, b := range answers {
		b.SetHint(fmt.Sprint(i + 1))
	}
	answers[1].FocusGained()
	hovered, off := NewAnswerButton("Hovered", nil), NewAnswerButton("Disabled", nil)
	hovered.MouseIn(nil)
	off.Disable()
	primary, primaryOff := NewPrimaryButton("Make room", nil), NewPrimaryButton("Disabled", nil)
	primary.FocusGained()
	primaryOff.Disable()
	link := NewLinkButton("It looks different on my phone", nil)
	link.FocusGained()
	why := NewFlushLink("Why this now?", nil)
	why.MouseIn(nil)
	bars := flow.NewColumn(12)
	for _, a := range [][3]float64{{1.8, 4.1, 5}, {1.8, 4.1, 50}, {1.8, 4.1, 2000}, {0, 0, 200}, {60, 4, 50}} {
		b := chart.NewPlanBar()
		b.SetAmounts(a[0], a[1], a[2])
		bars.Add(flow.NewRow(12, 1, paint.NewParagraph(fmt.Sprintf("**%g GB**", a[2])), b, paint.NewCaption("0.9 GB short")))
	}
	entry := widget.NewEntry()
	entry.SetText("4.1 GB")
	hint := widget.NewEntry()
	hint.SetPlaceHolder("Used in iCloud")
	check := widget.NewCheck("Backup of an iPad", nil)
	check.SetChecked(true)
	stock := flow.NewWrap(8, widget.NewButton("Stock", nil), widget.NewCheck("Off", nil), check)
	return place.NewScroll(flow.NewPadded(16, flow.NewReadable(flow.ReadableWidth, flow.NewColumn(12,
		tabs,
		paint.NewTitle("Is Low Data Mode on for this Wi-Fi?"),
		flow.NewWrap(6, NewPill("About 1 minute", ToneNeutral), NewPill("Easy", ToneNeutral), NewPill("Changes nothing", ToneOK),
			NewPill("Uses mobile data", ToneWarn), NewPill("Deletes something", ToneBad)),
		paint.NewParagraph("Low Data Mode stops automatic backups, and it fits what you saw.").WithColor(theme.ColorMuted), why,
		NewNumberedLine(1, "Open **Settings**."), NewNumberedLine(3, "Tap the **(i)** beside the network with the tick, and wait until the page of the network has opened."), active,
		NewCallout(ToneWarn, "The setting belongs to this network and follows you to your other Apple devices."),
		NewCallout(ToneBad, "**4.1 GB needed, 3.2 GB free.** Two clean-ups make room without paying. Or 50 GB for $0.99 a month.").WithButton(primary),
		NewCallout(ToneAccent, "**Automatic backups** can't start yet."), NewCallout(ToneNeutral, "**About 2 more steps**, 3 to 9 minutes."),
		paint.NewHeading("What do you see?"),
		flow.NewWrap(8, answers[0], answers[1], answers[2], hovered, off, primaryOff),
		flow.NewWrap(4, NewLinkButton("Back", nil), link),
		place.NewCard(bars), stock, entry, hint,
	))))
}

func galleryRight() fyne.CanvasObject {
	quiet := chart.NewBeliefBar("Something else", "6%", 0.06, "")
	quiet.SetQuiet(true)
	return flow.NewPadded(16, flow.NewColumn(12, paint.NewHeading("Likely causes"), paint.NewCaption("From 7 answers and the message"),
		chart.NewBeliefBar("Slow or unstable Wi-Fi", "46%", 0.46, "Strong: upload 0.8 Mbit/s"),
		chart.NewBeliefBar("The name of this cause is too long for one line", "21%", 0.21, "Hint: no backup since Tuesday"),
		chart.NewBeliefBar("VPN or filter", "0%", 0, "Not checked yet"), quiet,
		NewFlushLink("Show all and why", nil), place.NewDivider(),
		NewCallout(ToneAccent, "**Automatic backups** can't start yet.\nA backup by hand may still finish.")))
}

// capture draws the gallery. With GALLERY_DIR set the picture is also kept there, for people to look at.
func capture(t *testing.T, name string, o theme.Options, size fyne.Size) image.Image {
	t.Helper()
	useTheme(t, o)
	w := test.NewTempWindow(t, place.NewPanes(place.LeftColumn{Head: flow.NewColumn(0), List: galleryLeft(), Foot: flow.NewColumn(0)}, galleryCenter(), galleryRight()))
	w.SetPadded(false)
	w.Resize(size)
	img := w.Canvas().Capture()
	dir := os.Getenv("GALLERY_DIR")
	if dir == "" {
		dir = t.TempDir()
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	return img
}

// Every set of colours and every text scale draws, at its full size, and not all in one colour.
func TestGalleryDrawsInEveryLook(t *testing.T) {
	for _, mode := range []struct {
		name string
		mode theme.Mode
		high bool
	}{{"light", theme.ModeLight, false}, {"dark", theme.ModeDark, false}, {"light-hc", theme.ModeLight, true}, {"dark-hc", theme.ModeDark, true}} {
		for _, scale := range []float32{1, 1.5, 2} {
			name := fmt.Sprintf("%s-%g", mode.name, scale)
			t.Run(name, func(t *testing.T) {
				size := fyne.NewSize(1180*scale, 700)
				if os.Getenv("GALLERY_DIR") != "" {
					size.Height = 1250 * scale // all of it
				}
				img := capture(t, name, theme.Options{Mode: mode.mode, HighContrast: mode.high, TextScale: scale}, size)
				if got := img.Bounds().Dx(); got != int(size.Width) {
					t.Errorf("drawn %d wide, want %.0f", got, size.Width)
				}
				colors := map[[3]uint32]bool{}
				for x := 0; x < img.Bounds().Dx(); x += 7 {
					for y := 0; y < img.Bounds().Dy(); y += 7 {
						r, g, b, _ := img.At(x, y).RGBA()
						colors[[3]uint32{r, g, b}] = true
					}
				}
				if len(colors) < 20 {
					t.Errorf("only %d colours in the picture", len(colors))
				}
			})
		}
	}
	t.Run("narrow", func(t *testing.T) { capture(t, "narrow", theme.Options{TextScale: 2}, fyne.NewSize(640, 900)) })
	t.Run("two", func(t *testing.T) { capture(t, "two", theme.Options{}, fyne.NewSize(860, 900)) })
}
