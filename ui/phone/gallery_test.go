package phone

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/logic/words"
	"backupdoctor/ui/theme"
)

// known is the knowledge base of the program.
func known(t testing.TB) *knowledge.Base {
	t.Helper()
	base, err := knowledge.Load(assets.Files, "knowledge")
	if err != nil {
		t.Fatal(err)
	}
	return base
}

// english are the program's own texts.
func english(t testing.TB) Text {
	t.Helper()
	catalog, err := words.Load(assets.Files, "translations", language.English)
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Text
}

func device(t testing.TB, kind, version string) apple.Device {
	t.Helper()
	v, err := apple.ParseVersion(version)
	if err != nil {
		t.Fatal(err)
	}
	return apple.Device{Kind: kind, Version: v}
}

// use sets the program's theme for one test.
func use(t testing.TB, o theme.Options) {
	t.Helper()
	if in, ok := t.(*testing.T); ok {
		test.NewTempApp(in)
	} else {
		test.NewApp()
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(o))
}

// keep writes a picture for people to look at when PHONE_PICTURES names a folder.
func keep(t *testing.T, name string, img image.Image) {
	t.Helper()
	dir := os.Getenv("PHONE_PICTURES")
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
}

// capture draws an object of a size on the program's background.
func capture(t *testing.T, o fyne.CanvasObject, size fyne.Size, scale float32) image.Image {
	t.Helper()
	back := canvas.NewRectangle(fynetheme.Color(fynetheme.ColorNameBackground))
	o.Move(fyne.NewPos(10, 10))
	o.Resize(size)
	all := container.NewWithoutLayout(back, o)
	back.Resize(size.AddWidthHeight(20, 20))
	w := test.NewTempWindow(t, all)
	w.SetPadded(false)
	w.Canvas().(software.WindowlessCanvas).SetScale(scale)
	w.Resize(size.AddWidthHeight(20, 20))
	return w.Canvas().Capture()
}

func TestPicturesDraw(t *testing.T) {
	base, text := known(t), english(t)
	cases := []struct {
		name          string
		dark          bool
		kind, version string
		homeKey       bool
		route         string
		page          int // -1 is the last
		width, scale  float32
		act           knowledge.Act
		language      string
	}{
		{"light-low-data", false, "iphone", "17", false, "low-data-mode-wifi", -1, 232, 1, knowledge.ActLook, ""},
		{"dark-low-data", true, "iphone", "18", false, "low-data-mode-wifi", -1, 232, 1, knowledge.ActLook, ""},
		{"light-home", false, "iphone", "18", false, "low-data-mode-wifi", 0, 232, 1, knowledge.ActLook, ""},
		{"light-root", false, "iphone", "18", false, "backup-switch", 1, 232, 1, knowledge.ActLook, ""},
		{"dark-root-low", true, "iphone", "26", false, "account-changes", 1, 232, 1, knowledge.ActLook, ""},
		{"light-info", false, "iphone", "26", false, "low-data-mode-wifi", 2, 232, 1, knowledge.ActLook, ""},
		{"light-account", false, "iphone", "17", false, "backup-switch", 2, 232, 1, knowledge.ActLook, ""},
		{"light-icloud", false, "iphone", "18", false, "backup-switch", 3, 232, 1, knowledge.ActLook, ""},
		{"light-backup", false, "iphone", "18", true, "backup-switch", -1, 232, 1, knowledge.ActOn, ""},
		{"dark-back-up-now", true, "iphone", "16", true, "last-backup", -1, 232, 1, knowledge.ActTap, ""},
		{"light-sheet", false, "iphone", "18", false, "reset-network-settings", -1, 232, 1, knowledge.ActTap, ""},
		{"dark-sheet-ipad", true, "ipad", "18", false, "reset-network-settings", -1, 344, 1, knowledge.ActTap, ""},
		{"light-ipad", false, "ipad", "18", false, "backup-switch", -1, 344, 1, knowledge.ActLook, ""},
		{"light-ipad-root", false, "ipad", "18", false, "low-data-mode-wifi", 1, 344, 1, knowledge.ActLook, ""},
		{"dark-ipad-button", true, "ipad", "17", true, "low-data-mode-wifi", -1, 344, 1, knowledge.ActLook, ""},
		{"light-ipad-narrow", false, "ipad", "18", true, "auto-lock", -1, 232, 1, knowledge.ActChoose, ""},
		{"light-ipad-narrow-root", false, "ipad", "18", false, "auto-lock", 1, 232, 1, knowledge.ActChoose, ""},
		{"light-ipad-home", false, "ipad", "18", false, "auto-lock", 0, 344, 1, knowledge.ActChoose, ""},
		{"light-delete", false, "iphone", "18", false, "delete-this-backup", -1, 232, 1, knowledge.ActTap, ""},
		{"light-large", false, "iphone", "18", false, "account-changes", 3, 348, 2, knowledge.ActTap, ""},
		{"light-large-small", false, "iphone", "18", false, "account-changes", 3, 200, 2, knowledge.ActTap, ""},
		{"dark-small", true, "iphone", "18", false, "two-factor", -1, 180, 1, knowledge.ActTap, ""},
		{"light-storage", false, "iphone", "18", false, "storage-backups", -1, 232, 1, knowledge.ActTap, ""},
		{"de-root", false, "iphone", "18", false, "backup-switch", 1, 232, 1, knowledge.ActLook, "de"},
		{"de-account", false, "iphone", "17.5", false, "backup-switch", 2, 232, 1, knowledge.ActLook, "de"},
		{"de-icloud", false, "iphone", "17.5", false, "messages-sync", 3, 232, 1, knowledge.ActLook, "de"},
		{"de-backup", true, "iphone", "17.5", false, "backup-switch", -1, 232, 1, knowledge.ActOn, "de"},
		{"de-backup-cell", false, "iphone", "18", false, "backup-over-cellular", -1, 232, 1, knowledge.ActOn, "de"},
		{"de-size", false, "iphone", "17.5", false, "next-backup-size", -1, 232, 1, knowledge.ActLook, "de"},
		{"de-general", false, "iphone", "18", false, "reset-all-settings", 2, 232, 1, knowledge.ActTap, "de"},
		{"de-sheet", false, "iphone", "18", false, "reset-all-settings", -1, 232, 1, knowledge.ActTap, "de"},
		{"de-restrictions", false, "iphone", "18", false, "allow-account-changes", 3, 232, 1, knowledge.ActTap, "de"},
		{"fr-ipad", true, "ipad", "26", false, "reset-all-settings", 3, 344, 1, knowledge.ActTap, "fr"},
		{"ja-general", false, "iphone", "18", false, "low-data-mode-wifi", 1, 232, 1, knowledge.ActTap, "ja"},
		{"light-update", false, "iphone", "18", false, "update-now", -1, 232, 1, knowledge.ActTap, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			mode := theme.ModeLight
			if c.dark {
				mode = theme.ModeDark
			}
			use(t, theme.Options{Mode: mode, TextScale: c.scale})
			d := device(t, c.kind, c.version)
			d.Language, d.HomeButton = c.language, c.homeKey
			walk, err := base.Walk(c.route, d)
			if err != nil {
				t.Fatal(err)
			}
			p := New(text)
			p.SetTour(tour.New(base, walk, c.act, d))
			page := c.page
			if page < 0 {
				page = len(walk)
			}
			p.SetPage(page)
			img := capture(t, p, fyne.NewSize(c.width, p.HeightForWidth(c.width)), 1)
			keep(t, c.name, img)
			if got, want := p.AccessibilityLabel(), p.row(walk[max(page-1, 0)]); page > 0 && !strings.Contains(got, want) {
				t.Errorf("read out as %q, which lacks %q", got, want)
			}
			colors := map[string]bool{}
			for x := 0; x < img.Bounds().Dx(); x += 3 {
				for y := 0; y < img.Bounds().Dy(); y += 3 {
					colors[fmt.Sprint(img.At(x, y))] = true
				}
			}
			if len(colors) < 15 {
				t.Errorf("only %d colours in the picture", len(colors))
			}
		})
	}
}

func TestHardwareDraws(t *testing.T) {
	text := english(t)
	for _, kind := range []hardwareKind{restartSide, restartSideSE, restartVolume, restartHome, restartTop, restartTopHome, chargingSymbol, wifiSymbol, lockSymbol, nightScreen, restingScreen} {
		for _, mode := range []theme.Mode{theme.ModeLight, theme.ModeDark} {
			t.Run(fmt.Sprintf("%s-%d", kind, mode), func(t *testing.T) {
				use(t, theme.Options{Mode: mode})
				h := NewHardware(text)
				h.kind = kind
				img := capture(t, h, fyne.NewSize(232, h.HeightForWidth(232)), 1)
				keep(t, fmt.Sprintf("hardware-%s-%d", kind, mode), img)
				if strings.Contains(h.AccessibilityLabel(), "[") {
					t.Errorf("a text is missing: %s", h.AccessibilityLabel())
				}
			})
		}
	}
}

func TestPagerDraws(t *testing.T) {
	base, text := known(t), english(t)
	use(t, theme.Options{Mode: theme.ModeLight})
	walk, err := base.Walk("low-data-mode-wifi", apple.Device{})
	if err != nil {
		t.Fatal(err)
	}
	g := NewPager(New(text), text)
	g.SetTour(tour.New(base, walk, knowledge.ActOff, apple.Device{}))
	g.SetPage(9)
	g.FocusGained()
	keep(t, "pager", capture(t, g, fyne.NewSize(232, g.HeightForWidth(232)), 2))
}
