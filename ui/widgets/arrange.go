package widgets

import "fyne.io/fyne/v2"

// parent is a widget of this package that places objects of its caller: its children.
type parent interface {
	drawn
	children() []fyne.CanvasObject
}

func (s *Surface) children() []fyne.CanvasObject    { return []fyne.CanvasObject{s.content} }
func (h *scrollHost) children() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }
func (p *Panes) children() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.leftScroll, p.center, p.rightScroll}
}

// Arrange lays out everything inside o anew, after objects were added, removed or changed in height. Unlike
// Refresh it does not draw the objects again: who changes the looks of an object refreshes that object.
func Arrange(o fyne.CanvasObject) {
	arrange(o)
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

// arrange is Arrange without telling the canvas.
// arrange is Arrange without telling the canvas.
func arrange(o fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		parts = o.Objects
	case *Scroll:
		o.layout(o.Size())
		o.fit()
		parts = []fyne.CanvasObject{o.host}
	case parent:
		o.layout(o.Size())
		parts = o.children()
	}
	for _, part := range parts {
		arrange(part)
	}
}
