package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Names of the program's own sizes. Text, icons and controls grow with the text scale; spaces and
// radii stay on the 4-point grid, so that larger text does not push itself out of the window.
const (
	// SizeTextSmall is for captions, status words and pills: 12 at scale 1.
	SizeTextSmall fyne.ThemeSizeName = "bd.textSmall"
	// SizeTextNormal is for running text: 14 at scale 1.
	SizeTextNormal fyne.ThemeSizeName = "bd.textNormal"
	// SizeTextLarge is for headings inside a column: 17 at scale 1.
	SizeTextLarge fyne.ThemeSizeName = "bd.textLarge"
	// SizeTextTitle is for the one title of a view: 22 at scale 1.
	SizeTextTitle fyne.ThemeSizeName = "bd.textTitle"

	// SizeSpaceXS is half the basic space: 4.
	SizeSpaceXS fyne.ThemeSizeName = "bd.spaceXS"
	// SizeSpaceS separates objects that belong together: 8.
	SizeSpaceS fyne.ThemeSizeName = "bd.spaceS"
	// SizeSpaceM separates parts of one block: 12.
	SizeSpaceM fyne.ThemeSizeName = "bd.spaceM"
	// SizeSpaceL is the padding of columns and cards: 16.
	SizeSpaceL fyne.ThemeSizeName = "bd.spaceL"
	// SizeSpaceXL separates blocks: 24.
	SizeSpaceXL fyne.ThemeSizeName = "bd.spaceXL"

	// SizeRadiusS is for rows: 6.
	SizeRadiusS fyne.ThemeSizeName = "bd.radiusS"
	// SizeRadiusM is for buttons, fields and callouts: 10.
	SizeRadiusM fyne.ThemeSizeName = "bd.radiusM"
	// SizeRadiusL is for cards: 14.
	SizeRadiusL fyne.ThemeSizeName = "bd.radiusL"

	// SizeIcon is the side of a status icon: 18 at scale 1.
	SizeIcon fyne.ThemeSizeName = "bd.icon"
	// SizeControl is the height of a button or a row of the checklist: 36 at scale 1.
	SizeControl fyne.ThemeSizeName = "bd.control"
	// SizeTarget is the least height and width of a target for taps: 28 at scale 1.
	SizeTarget fyne.ThemeSizeName = "bd.target"
	// SizeFocusRing is the thickness of the ring around the focused control: 2 (3 in high contrast).
	SizeFocusRing fyne.ThemeSizeName = "bd.focusRing"
	// SizeLine is the thickness of a line: 1.
	SizeLine fyne.ThemeSizeName = "bd.line"
	// SizeScale is the text scale itself: 1.0 to 2.0.
	SizeScale fyne.ThemeSizeName = "bd.scale"
)

// scaledSizes are the sizes at scale 1 that grow with the text.
var scaledSizes = map[fyne.ThemeSizeName]float32{
	SizeTextSmall: 12, SizeTextNormal: 14, SizeTextLarge: 17, SizeTextTitle: 22,
	SizeIcon: 18, SizeControl: 36, SizeTarget: 28, SizeScale: 1,

	fynetheme.SizeNameCaptionText: 12, fynetheme.SizeNameText: 14,
	fynetheme.SizeNameSubHeadingText: 17, fynetheme.SizeNameHeadingText: 22,
	fynetheme.SizeNameInlineIcon: 20,
}

// fixedSizes are the sizes that do not grow with the text.
var fixedSizes = map[fyne.ThemeSizeName]float32{
	SizeSpaceXS: 4, SizeSpaceS: 8, SizeSpaceM: 12, SizeSpaceL: 16, SizeSpaceXL: 24,
	SizeRadiusS: 6, SizeRadiusM: 10, SizeRadiusL: 14, SizeLine: 1, SizeFocusRing: 2,

	fynetheme.SizeNamePadding: 4, fynetheme.SizeNameInnerPadding: 10, fynetheme.SizeNameLineSpacing: 4,
	fynetheme.SizeNameSeparatorThickness: 1, fynetheme.SizeNameInputBorder: 1,
	fynetheme.SizeNameScrollBar: 12, fynetheme.SizeNameScrollBarSmall: 4, fynetheme.SizeNameScrollBarRadius: 4,
	fynetheme.SizeNameInputRadius: 8, fynetheme.SizeNameButtonRadius: 10, fynetheme.SizeNameSelectionRadius: 6,
	fynetheme.SizeNameCardRadius: 14, fynetheme.SizeNameDialogRadius: 14,
	fynetheme.SizeNamePopupRadius: 10, fynetheme.SizeNameMenuRadius: 6,
	// A blurred window behind a dialog costs time on computers without a graphics card.
	fynetheme.SizeNameModalBlurRadius: 0,
}

// contrastSizes replace sizes in high contrast.
var contrastSizes = map[fyne.ThemeSizeName]float32{
	SizeFocusRing: 3, fynetheme.SizeNameInputBorder: 2,
}
