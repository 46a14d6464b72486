package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
)

// paneLayout puts the picture beside words and answers, gives the foot the height that it needs, and the
// scroller the rest. A foot that would leave too little to read scrolls with the text.
type paneLayout struct{ guide *Pane }

const (
	// readLeast is the share of the height that is kept for reading.
	readLeast float32 = 0.55
	// readPictured is the same where the answers have pictures, which say a part of what is read.
	readPictured float32 = 0.5
	// lowGuide is the height below which the guide saves room, at text scale 1.
	lowGuide float32 = 480
	// wordsLeast is the least width of words beside a picture, at text scale 1.
	wordsLeast float32 = 290
	// wordsGood is the width that words get before a picture grows beyond its preferred width, at text scale
	// 1.
	wordsGood float32 = 480
	// tallGuide is the height above which the answers follow the last step instead of standing at the end, at
	// text scale 1; airAboveAnswers is what stands between them.
	tallGuide       float32 = 760
	airAboveAnswers float32 = 24
	// smallest is how many times its preferred width a picture may shrink before it moves below the words.
	smallest float32 = 0.85
)

// pictureWidth returns how wide the picture is beside the words in a pane; 0 where it has no place there. The
// picture takes the height of the pane, as far as it may grow and the words have their room.
func (g *Pane) pictureWidth(size fyne.Size) float32 {
	picture := g.pictures.shown
	if picture == nil {
		return 0
	}
	best := picture.PreferredWidth()
	around := 2*theme.SpaceL + theme.SpaceXL
	room := size.Width - wordsLeast*theme.TextScale() - around
	grown := fyne.Max(size.Width-wordsGood*theme.TextScale()-around, best)
	width := fyne.Min(fyne.Min(best*phone.Largest, grown), room)
	for range 6 { // the height grows with the width, but not quite in proportion
		if high := flow.HeightFor(picture, width); high > size.Height-2*theme.SpaceL {
			width *= (size.Height - 2*theme.SpaceL) / high
		}
	}
	width = fyne.Max(width, smallest*best)
	if width > room {
		return 0
	}
	return width
}

// Layout implements fyne.Layout.
func (l *paneLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	g := l.guide
	low := size.Height < lowGuide*theme.TextScale()
	g.pack(low)
	g.shorten(low)
	picture := g.pictureWidth(size)
	g.setBeside(picture > 0)
	words := size.Width
	if picture > 0 {
		words = fyne.Min(words-picture-theme.SpaceXL-theme.SpaceL, flow.ReadableWidth*theme.TextScale()+2*theme.SpaceL)
		high := fyne.Min(flow.HeightFor(g.pictures.shown, picture), size.Height-2*theme.SpaceL)
		free := fyne.Max(size.Width-words-picture-theme.SpaceXL-theme.SpaceL, 0)
		if g.placeStrip(size, free) {
			free -= g.pictures.strip.Size().Width + theme.SpaceXL
		}
		g.beside.Move(fyne.NewPos(words+theme.SpaceXL+free/3, theme.SpaceL))
		g.beside.Resize(fyne.NewSize(picture, high))
	} else {
		g.pictures.strip.Hide()
	}
	across := fyne.Min(words-2*theme.SpaceL, flow.ReadableWidth*theme.TextScale())
	foot, least := g.footHeight(across, size.Height, low)
	nothing := foot == 0
	foot += 2 * theme.SpaceM
	g.fold(nothing || foot+1 > size.Height*(1-least))
	if g.folded {
		foot = -1
	}
	top := fyne.Max(size.Height-foot-1, 0)
	if read := flow.HeightFor(g.read, words) + airAboveAnswers; !g.folded && size.Height > tallGuide*theme.TextScale() {
		top = fyne.Min(top, read)
	}
	put := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(words, height))
	}
	put(g.scroll, 0, top)
	put(g.line, top, 1)
	put(g.below, top+1, fyne.Max(foot, 0))
}

// footHeight returns the height of the foot in a width, and the share of the pane's height that is kept for
// reading. Answers have their pictures where these leave enough.
func (g *Pane) footHeight(width, height float32, low bool) (foot, least float32) {
	if len(g.cards.buttons) > 0 && !low {
		g.cards.show(g.answers, true)
		if foot = flow.HeightFor(g.foot, width); foot+2*theme.SpaceM+1 <= height*(1-readPictured) {
			return foot, readPictured
		}
	}
	g.cards.show(g.answers, false)
	return flow.HeightFor(g.foot, width), readLeast
}

// placeStrip puts the small pictures of the earlier steps at the right of the large one, where a width is
// free, and reports whether they have room.
func (g *Pane) placeStrip(size fyne.Size, free float32) bool {
	strip := g.pictures.strip
	high := size.Height - 2*theme.SpaceL
	width := strip.Width(high)
	strip.Hidden = g.pictures.shown != g.pictures.pager || width == 0 || width+2*theme.SpaceXL > free
	if strip.Hidden {
		return false
	}
	strip.Move(fyne.NewPos(size.Width-width-theme.SpaceL, theme.SpaceL))
	strip.Resize(fyne.NewSize(width, high))
	return true
}

// MinSize implements fyne.Layout.
func (l *paneLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// setBeside moves the picture beside the words, or below them.
func (g *Pane) setBeside(beside bool) {
	to, from := g.under, g.beside
	if beside {
		to, from = g.beside, g.under
	}
	to.Hidden, from.Hidden = g.pictures.shown == nil, true
	if len(to.Objects) > 0 {
		return
	}
	to.Objects, from.Objects = from.Objects, nil
	to.Refresh()
	g.scroll.Refresh()
}

// shorten leaves out what a low window has no room for: the reason, and the steps that lead to the present
// one, which fold to a line.
func (g *Pane) shorten(low bool) {
	if g.reason != nil && g.reason.Visible() == low {
		if low {
			g.reason.Hide()
		} else {
			g.reason.Show()
		}
	}
	if g.approach != nil {
		g.approach.fold((low || g.page.Kind == diagnosis.StepProof) && !g.unfolded)
	}
}

// pack puts the links behind the last answer, or below the answers.
func (g *Pane) pack(compact bool) {
	if g.answers == nil || compact == g.compact {
		return
	}
	g.compact = compact
	if compact {
		for _, link := range g.links.Objects {
			g.answers.Add(flow.NewInset(0, theme.SpaceS, 0, 0, link))
		}
		g.links.Hide()
	} else {
		g.answers.Objects = g.answers.Objects[:len(g.answers.Objects)-len(g.links.Objects)]
		g.links.Show()
	}
}

// fold moves the foot to the end of the text, or back below the scroller.
func (g *Pane) fold(folded bool) {
	if folded == g.folded {
		return
	}
	g.folded = folded
	for _, o := range []fyne.CanvasObject{g.line, g.below} {
		if folded {
			o.Hide()
		} else {
			o.Show()
		}
	}
	g.inFoot.Objects, g.inScroll.Objects = []fyne.CanvasObject{g.foot}, nil
	if folded {
		g.inFoot.Objects, g.inScroll.Objects = nil, []fyne.CanvasObject{g.foot}
	}
	g.inScroll.Refresh()
	g.scroll.Refresh()
}
