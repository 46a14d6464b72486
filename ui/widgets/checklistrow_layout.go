package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/ui/theme"
)

// rowPlan is the layout of a row at a width. It does not depend on hover, focus or selection, so that nothing
// moves.
type rowPlan struct {
	pad, gap  float32
	icon      float32
	textX     float32
	titleRoom float32
	wordWidth float32
	stacked   bool // the word goes under the title
	height    float32
	hint      float32 // of the height, at the end
}

func (r *ChecklistRow) plan(w float32) rowPlan {
	l := lookOf(r)
	r.update(l)
	p := rowPlan{pad: l.size(theme.SizeSpaceS), gap: l.size(theme.SizeSpaceS), icon: l.size(theme.SizeIcon)}
	p.textX = p.pad + p.icon + p.gap + 2
	all := fyne.Max(w-p.textX-p.pad, 0)
	p.wordWidth = r.wordText.naturalWidth()
	p.titleRoom = all - p.wordWidth - p.gap
	title := &r.titleText
	if title.naturalWidth() > p.titleRoom && (p.titleRoom < all*0.5 || title.widestWord() > p.titleRoom) {
		p.stacked, p.titleRoom, p.wordWidth = true, all, all
	}
	h := title.height(p.titleRoom)
	if p.stacked {
		h += r.wordText.height(all)
	}
	p.height = fyne.Max(l.size(theme.SizeControl), h+l.size(theme.SizeSpaceS))
	if r.hint != "" {
		p.hint = r.hintText.height(all) + l.size(theme.SizeSpaceS)
		p.height += p.hint
	}
	return p
}

// HeightForWidth implements flow.HeightForWidther.
func (r *ChecklistRow) HeightForWidth(w float32) float32 { return r.plan(w).height }

func (r *ChecklistRow) leastSize() fyne.Size {
	l := lookOf(r)
	w := l.size(theme.SizeIcon) + 4*l.size(theme.SizeSpaceS) + 6*l.size(theme.SizeTextNormal)
	return fyne.NewSize(w, r.HeightForWidth(fyne.Max(r.Size().Width, w)))
}

func (r *ChecklistRow) layout(size fyne.Size) {
	l, p := lookOf(r), r.plan(size.Width)
	radius := l.size(theme.SizeRadiusS)
	fill(l, &r.back, r.background(), "", radius)
	r.back.Resize(size)
	fill(l, &r.shade, fynetheme.ColorNameHover, "", radius)
	r.shade.Resize(size)
	r.shade.Hidden = !r.hovered
	// The ring lies inside the row: a scroller would cut off a ring around it.
	r.focus.place(l, fyne.Position{}, size, radius, -1, r.focused)
	if r.hint != "" {
		r.hintText.place(p.textX, size.Height-p.hint, size.Width-p.textX-p.pad)
		size.Height -= p.hint // the rest is about the line above the hint
	}

	r.icon.Resize(fyne.NewSquareSize(p.icon))
	h := r.titleText.height(p.titleRoom)
	wordHeight := r.wordText.height(p.wordWidth)
	top := (size.Height - h) / 2
	if p.stacked {
		top = (size.Height - h - wordHeight) / 2
	}
	r.titleText.place(p.textX, top, p.titleRoom)
	// The icon belongs to the first line.
	r.icon.Move(fyne.NewPos(p.pad, top+(r.titleText.lineHeight()-p.icon)/2))
	if p.stacked {
		r.wordText.align = fyne.TextAlignLeading
		r.wordText.place(p.textX, top+h, p.wordWidth)
	} else {
		r.wordText.align = fyne.TextAlignTrailing
		r.wordText.place(size.Width-p.pad-p.wordWidth, (size.Height-wordHeight)/2, p.wordWidth)
	}
}
