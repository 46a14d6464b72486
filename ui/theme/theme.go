// Package theme holds the looks of the program: colours, sizes and shapes as named tokens, in a light
// and a dark set, each also in high contrast, and their mapping to the names Fyne's own widgets ask for.
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

// Options are what a person may choose about the looks.
type Options struct {
	Mode         Mode
	HighContrast bool
	// TextScale multiplies the size of text, icons and controls. Outside MinTextScale to MaxTextScale
	// the nearest of the two is taken; 0 is 1.
	TextScale float32
}

// Theme is a fyne.Theme made of the program's tokens. It does not change after New: to change
// the looks while the program runs, give a new one to Settings().SetTheme.
type Theme struct {
	options Options
	base    fyne.Theme // fonts, icons and the sizes the program has no opinion about
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

// Options returns the choices the theme was made with, the text scale brought into its range.
func (t *Theme) Options() Options { return t.options }

// Variant returns the variant in force when the system prefers the given one.
func (t *Theme) Variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.options.Mode {
	case ModeLight:
		return fynetheme.VariantLight
	case ModeDark:
		return fynetheme.VariantDark
	}
	return system
}

// Color resolves the names of this package and Fyne's names.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	p := t.palette(system)
	if token, ok := fyneColors[name]; ok {
		name = token
	}
	if c, ok := p[name]; ok {
		return c
	}
	return t.base.Color(name, t.Variant(system))
}

func (t *Theme) palette(system fyne.ThemeVariant) palette {
	isDark := t.Variant(system) == fynetheme.VariantDark
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

// Font returns Fyne's bundled Noto Sans in the asked style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return t.base.Font(style) }

// Icon returns Fyne's icon of that name, coloured by this theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size resolves the names of this package and Fyne's names, in device independent pixels.
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

// fyneColors maps the names that Fyne's widgets ask for onto tokens.
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
