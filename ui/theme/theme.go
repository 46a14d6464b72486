// Package theme holds the looks of the program: colours and sizes as named tokens, in a light and a dark set,
// each also in high contrast, and their mapping to the names of Fyne's own widgets.
//
// Every pair of colours in use meets WCAG 2 level AA: 4.5:1 for text, 3:1 for controls and focus.
// The test of this package lists the pairs; a new pair belongs in that table.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Mode says whether the program is light or dark.
type Mode int

// The modes. ModeSystem follows the system's preference.
const (
	ModeSystem Mode = iota
	ModeLight
	ModeDark
)

// The range of the text scale.
const (
	MinTextScale float32 = 1
	MaxTextScale float32 = 2
)

// Options are the looks that a person may choose.
type Options struct {
	Mode         Mode
	HighContrast bool
	// TextScale multiplies the size of text, icons and controls. It is limited to MinTextScale to
	// MaxTextScale; 0 is 1.
	TextScale float32
}

// Theme is a fyne.Theme made of the program's tokens. It does not change after New: to change
// the looks while the program runs, give a new one to Settings().SetTheme.
type Theme struct {
	options Options
	base    fyne.Theme // for fonts, icons and the other sizes
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme. Call it after the app has been made: Fyne's own theme is behind it.
func New(o Options) *Theme {
	switch {
	case o.TextScale == 0, o.TextScale < MinTextScale:
		o.TextScale = MinTextScale
	case o.TextScale > MaxTextScale:
		o.TextScale = MaxTextScale
	}
	return &Theme{options: o, base: fynetheme.DefaultTheme()}
}

// Of returns the theme of a widget. When the theme in use is not the program's own, as in a test that sets none,
// the program's own theme takes its place.
func Of(w fyne.Widget) fyne.Theme {
	if th := fynetheme.CurrentForWidget(w); th.Size(SizeScale) != 0 {
		return th
	}
	return New(Options{})
}

// Options returns the choices the theme was made with, the text scale brought into its range.
func (t *Theme) Options() Options { return t.options }

// variant returns the variant in use when the system prefers the given one.
func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.options.Mode {
	case ModeLight:
		return fynetheme.VariantLight
	case ModeDark:
		return fynetheme.VariantDark
	}
	return system
}

// Color implements fyne.Theme, for the names of this package and of Fyne.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	p := t.palette(system)
	if token, ok := fyneColors[name]; ok {
		name = token
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.base.Color(name, t.variant(system))
}

func (t *Theme) palette(system fyne.ThemeVariant) palette {
	isDark := t.variant(system) == fynetheme.VariantDark
	switch {
	case isDark && t.options.HighContrast:
		return darkContrast
	case isDark:
		return dark
	case t.options.HighContrast:
		return lightContrast
	}
	return light
}

// Font implements fyne.Theme: Fyne's Noto Sans in a style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return t.base.Font(style) }

// Icon implements fyne.Theme: Fyne's icons, coloured by this theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size implements fyne.Theme, for the names of this package and of Fyne. Sizes are device independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if t.options.HighContrast {
		if s, ok := contrastSizes[name]; ok {
			return s
		}
	}
	if s, ok := fixedSizes[name]; ok {
		return s
	}
	if s, ok := scaledSizes[name]; ok {
		return s * t.options.TextScale
	}
	return t.base.Size(name)
}

// fyneColors are the program's colours for the names of Fyne's widgets.
var fyneColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameBackground:          ColorBackground,
	fynetheme.ColorNameForeground:          ColorText,
	fynetheme.ColorNamePlaceHolder:         ColorMuted,
	fynetheme.ColorNameDisabled:            colorDisabled,
	fynetheme.ColorNamePrimary:             ColorAccent,
	fynetheme.ColorNameForegroundOnPrimary: ColorOnAccent,
	fynetheme.ColorNameHyperlink:           ColorAccent,
	fynetheme.ColorNameFocus:               colorFocus,
	fynetheme.ColorNameSelection:           colorSelection,
	fynetheme.ColorNameHover:               colorHover,
	fynetheme.ColorNamePressed:             colorPressed,

	fynetheme.ColorNameButton:          colorButton,
	fynetheme.ColorNameDisabledButton:  ColorSunken,
	fynetheme.ColorNameInputBackground: ColorSurface,
	fynetheme.ColorNameInputBorder:     ColorControl,

	fynetheme.ColorNameMenuBackground:            ColorSurface,
	fynetheme.ColorNameOverlayBackground:         ColorSurface,
	fynetheme.ColorNameHeaderBackground:          ColorSunken,
	fynetheme.ColorNameInnerWindowBorder:         ColorLine,
	fynetheme.ColorNameInnerWindowBorderInactive: ColorLine,
	fynetheme.ColorNameSeparator:                 ColorLine,
	fynetheme.ColorNameShadow:                    colorShadow,
	fynetheme.ColorNameScrollBar:                 ColorControl,
	fynetheme.ColorNameScrollBarBackground:       ColorSunken,

	fynetheme.ColorNameError:               ColorBad,
	fynetheme.ColorNameWarning:             ColorWarn,
	fynetheme.ColorNameSuccess:             ColorOK,
	fynetheme.ColorNameForegroundOnError:   ColorOnStatus,
	fynetheme.ColorNameForegroundOnWarning: ColorOnStatus,
	fynetheme.ColorNameForegroundOnSuccess: ColorOnStatus,
}
