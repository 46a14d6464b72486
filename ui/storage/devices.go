package storage

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// devicesSection lists the other devices whose backups are in the same iCloud.
type devicesSection struct {
	pane *Pane
	fold *widgets.Fold
	list *form.List[storage.Device]
}

// deviceBlock is one other device.
type deviceBlock struct {
	section *devicesSection
	item    *form.Item[storage.Device]
	fold    *widgets.Fold
	name    *form.Field[string]
	kind    *pick
	gone    *widgets.Tick
	backup  *form.Choice
	next    *amountField
	syncs   [2]*form.Choice
	amounts []*amountField  // last backup, photos, messages, apps
	alive   *fyne.Container // what matters only while the device is in use
}

func newDevicesSection(p *Pane) *devicesSection {
	d := p.desk
	s := &devicesSection{pane: p}
	// The list leaves out the first device, which the case is about.
	s.list = form.NewList(storage.MaxDevices-1, d.Text("storage-pane.devices.add"), s.add, s.newBlock)
	s.fold = p.newFold(d.Text("storage-pane.devices"), flow.NewColumn(theme.SpaceS,
		paint.NewCaption(d.Text("storage-pane.devices.about")), s.list.Object))
	return s
}

// add puts another device into the case and the cursor into its name.
func (s *devicesSection) add() {
	s.pane.record(nil, func(in *storage.Inputs) {
		in.EditDevice(max(len(in.Devices), 1), func(*storage.Device) {})
	})
	showLast(s.pane, s.list)
}

// show brings the blocks up to date.
func (s *devicesSection) show(v *session.View) {
	d, others := s.pane.desk, v.Plan.Inputs.Devices
	if len(others) > 0 {
		others = others[1:]
	}
	s.fold.SetSummary(d.Text("storage-pane.none"))
	if len(others) > 0 {
		s.fold.SetSummary(d.Words.Count("storage-pane.devices.count", len(others), "Size",
			s.pane.span(v.Plan.Parts[storage.Backups].Range)))
	}
	if s.fold.Open() || len(s.list.Blocks()) > 0 {
		s.list.Show(others) // blocks are made when somebody asks for them
	}
}

// newBlock makes the block of a device.
func (s *devicesSection) newBlock(item *form.Item[storage.Device]) form.Block[storage.Device] {
	p, d := s.pane, s.pane.desk
	b := &deviceBlock{section: s, item: item}
	b.name = p.newName("storage-pane.device.name.hint", func(in *storage.Inputs, name string) {
		in.EditDevice(b.at(), func(d *storage.Device) { d.Name = name })
	})
	b.kind = newPick(d.Text("storage-pane.device.kind"), d.Phrase.DeviceKinds(), func(kind string) {
		b.change(func(d *storage.Device) { d.Kind = kind })
	})
	b.gone = p.desk.NewTick(d.Text("storage-pane.device.gone"), "", func(on bool) {
		b.change(func(d *storage.Device) { d.Gone = on })
	})
	b.backup = p.position(d.Text("storage-pane.device.backup"), func(to storage.Switch) {
		b.change(func(d *storage.Device) { d.Backup = to })
	})
	b.next = newAmountField(p, d.Text("storage.next"), size.Phone, func(in *storage.Inputs, a size.Amount) {
		in.EditDevice(b.at(), func(d *storage.Device) { d.Next = a })
	}).atMost(storage.MostOfDevice, "storage-pane.most.device")
	for i := range b.syncs {
		b.syncs[i] = p.syncSwitch(i, b.at)
	}
	for i, name := range deviceAmounts {
		b.amounts = append(b.amounts, p.deviceAmount(d.Text(name), i, b.at))
	}
	b.alive = flow.NewGrid(rowWidth, theme.SpaceS, b.backup.Object, b.next.Object, b.syncs[0].Object,
		b.amounts[1].Object, b.syncs[1].Object, b.amounts[2].Object, b.amounts[3].Object)
	remove := widgets.NewFlushLink(d.Text("storage-pane.device.remove"), b.remove)
	b.fold = p.newFold("", flow.NewInset(0, 0, theme.SpaceS, tickIndent, flow.NewColumn(theme.SpaceS,
		flow.NewGrid(rowWidth, theme.SpaceS, b.name.Object, b.kind.Object, b.amounts[0].Object),
		b.gone, b.alive, remove)))
	return b
}

// change records a choice about the device.
func (b *deviceBlock) change(change func(d *storage.Device)) {
	b.section.pane.record(nil, func(in *storage.Inputs) { in.EditDevice(b.at(), change) })
}

// at returns the index of the device in the inputs.
func (b *deviceBlock) at() int { return b.item.Index() + 1 }

// remove takes the device out of the case; undo brings it back.
func (b *deviceBlock) remove() {
	s, at := b.section, b.at()
	b.item.Remove()
	s.pane.record(nil, func(in *storage.Inputs) { *in = in.WithoutDevice(at) })
	s.pane.focus(s.list.Add)
}

// Fold returns the heading with the fields.
func (b *deviceBlock) Fold() *widgets.Fold { return b.fold }

// FirstField returns the entry for the name.
func (b *deviceBlock) FirstField() fyne.Focusable { return b.name.Control }

// Reset lets go of the fields.
func (b *deviceBlock) Reset() { b.section.pane.drop(append(b.amounts, b.next)...) }

// Show brings the fields up to date.
func (b *deviceBlock) Show(v *storage.Device) {
	p := b.section.pane
	d := p.desk
	b.fold.SetTitle(d.Phrase.DeviceName(v.Name, b.at()+1))
	b.fold.SetSummary(b.summary(v))
	b.name.SetValue(v.Name)
	b.kind.SetID(v.Kind)
	b.gone.SetOn(v.Gone)
	b.backup.SetValue(int(v.Backup))
	setDevice(v, d.Sizes, b.syncs, b.amounts)
	b.next.SetValue(v.Next, size.Amount{})
	b.alive.Hidden = v.Gone
}

// summary returns the sizes of the device in a few words.
func (b *deviceBlock) summary(v *storage.Device) string {
	p := b.section.pane
	var parts []string
	if v.Last.Known() {
		parts = append(parts, p.span(v.Last.Range))
	}
	switch {
	case v.Gone:
		parts = append(parts, p.desk.Text("storage.table.gone"))
	case v.Backup == storage.Off:
		parts = append(parts, p.desk.Text("storage-pane.device.off"))
	case v.Next.Known():
		parts = append(parts, p.desk.Text("storage-pane.device.adds", "Size", p.span(v.Next.Range)))
	}
	return strings.Join(parts, ", ")
}

// showLast opens the block that was added last and puts the cursor into its first field.
func showLast[T any](p *Pane, list *form.List[T]) {
	blocks := list.Blocks()
	if len(blocks) == 0 {
		return // the case did not take the change
	}
	b := blocks[len(blocks)-1]
	b.Fold().SetOpen(true)
	p.relayout()
	p.focus(b.FirstField())
}

// focus gives the keyboard to a control and scrolls to it.
func (p *Pane) focus(o fyne.Focusable) {
	p.window.Canvas().Focus(o)
	if object, ok := o.(fyne.CanvasObject); ok {
		p.scroll.Reveal(object)
	}
}
