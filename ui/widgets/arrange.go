package widgets

import "fyne.io/fyne/v2"

// holder is a widget of this package that places things that others gave it.
type holder interface {
	drawn
	held() []fyne.CanvasObject
}

func (s *Surface) held() []fyne.CanvasObject    { return []fyne.CanvasObject{s.content} }
func (h *scrollHost) held() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }
func (p *Panes) held() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.leftScroll, p.center, p.rightScroll}
}

// Arrange lays out everything inside o anew, after objects were added, taken out or changed their height. Unlike Refresh
// it draws nothing again that looks as before: what changed its looks is refreshed by whoever changed it.
func Arrange(o fyne.CanvasObject) {
	arrange(o)
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

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
	case holder:
		o.layout(o.Size())
		parts = o.held()
	}
	for _, part := range parts {
		arrange(part)
	}
}
