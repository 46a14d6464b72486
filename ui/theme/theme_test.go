package theme

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

func TestModeDecidesWhichSetIsUsed(t *testing.T) {
	cases := []struct {
		mode   Mode
		high   bool
		system fyne.ThemeVariant
		want   palette
	}{
		{ModeSystem, false, fynetheme.VariantLight, light},
		{ModeSystem, false, fynetheme.VariantDark, dark},
		{ModeLight, false, fynetheme.VariantDark, light},
		{ModeDark, false, fynetheme.VariantLight, dark},
		{ModeSystem, true, fynetheme.VariantLight, lightContrast},
		{ModeDark, true, fynetheme.VariantLight, darkContrast},
	}
	for _, c := range cases {
		th := New(Options{Mode: c.mode, HighContrast: c.high})
		if got := th.Color(ColorAccent, c.system); got != c.want[ColorAccent] {
			t.Errorf("mode %d, high contrast %v, system %d: accent %v, want %v", c.mode, c.high, c.system, got, c.want[ColorAccent])
		}
	}
}

func TestTextScaleGrowsTextAndTargetsButNotSpaces(t *testing.T) {
	one, two := New(Options{}), New(Options{TextScale: 2})
	for _, name := range []fyne.ThemeSizeName{SizeTextSmall, SizeTextTitle, SizeIcon, SizeTarget, fynetheme.SizeNameText} {
		if got, want := two.Size(name), 2*one.Size(name); got != want {
			t.Errorf("%s at scale 2: %v, want %v", name, got, want)
		}
	}
	for _, name := range []fyne.ThemeSizeName{SizeSpaceL, SizeRadiusM, SizeLine, fynetheme.SizeNamePadding} {
		if got, want := two.Size(name), one.Size(name); got != want {
			t.Errorf("%s at scale 2: %v, want unchanged %v", name, got, want)
		}
	}
}

func TestTextScaleStaysInRange(t *testing.T) {
	for in, want := range map[float32]float32{0: 1, 0.3: 1, 1: 1, 1.5: 1.5, 2: 2, 9: 2} {
		if got := New(Options{TextScale: in}).Options().TextScale; got != want {
			t.Errorf("scale %v became %v, want %v", in, got, want)
		}
	}
}

func TestSpacesAreOnTheFourPointGrid(t *testing.T) {
	for _, name := range []fyne.ThemeSizeName{SizeSpaceXS, SizeSpaceS, SizeSpaceM, SizeSpaceL, SizeSpaceXL} {
		if s := New(Options{}).Size(name); s <= 0 || int(s)%4 != 0 {
			t.Errorf("%s is %v", name, s)
		}
	}
}

func TestEverySizeFyneAsksForIsPositive(t *testing.T) {
	th := New(Options{})
	for _, name := range []fyne.ThemeSizeName{
		fynetheme.SizeNameInlineIcon, fynetheme.SizeNameInnerPadding,
		fynetheme.SizeNameText, fynetheme.SizeNameScrollBar, fynetheme.SizeNameInputRadius,
		fynetheme.SizeNameWindowTitleBarHeight, fynetheme.SizeNameButtonRadius,
	} {
		if th.Size(name) <= 0 {
			t.Errorf("%s is not positive", name)
		}
	}
}

// A person who moves the slider of the text size sees it at once.
func TestThemeCanBeChangedWhileRunning(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(New(Options{Mode: ModeLight}))
	before := fynetheme.TextSize()
	a.Settings().SetTheme(New(Options{Mode: ModeDark, TextScale: 1.5}))
	if got := fynetheme.TextSize(); got != before*1.5 {
		t.Errorf("text size %v after the change, want %v", got, before*1.5)
	}
	v := a.Settings().ThemeVariant()
	if got := a.Settings().Theme().Color(ColorOKSoft, v); got != dark[ColorOKSoft] {
		t.Errorf("a colour of our own resolves to %v through the app, want %v", got, dark[ColorOKSoft])
	}
}

func TestBoldIsAnotherFontThanRegular(t *testing.T) {
	th := New(Options{})
	if th.Font(fyne.TextStyle{Bold: true}).Name() == th.Font(fyne.TextStyle{}).Name() {
		t.Error("bold text would look like normal text")
	}
}
