package storage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// devicesSection lists the other devices whose backups are in the same iCloud.
type devicesSection struct {
	pane    *Pane
	fold    *widgets.Fold
	list    *fyne.Container
	blocks  []*deviceBlock
	another *widgets.Button
}

// deviceBlock is one other device.
type deviceBlock struct {
	section *devicesSection
	index   int // in the inputs
	fold    *widgets.Fold
	name    *nameField
	kind    *form.Choice
	gone    *widgets.Tick
	backup  *form.Choice
	next    *amountField
	syncs   [2]*form.Choice
	amounts []*amountField  // last backup, photos, messages, apps
	alive   *fyne.Container // what matters only while the device is in use
}

// deviceKinds are what a device can be, in the order of their list.
var deviceKinds = [3]string{"", apple.IPhone, apple.IPad}

func newDevicesSection(p *Pane) *devicesSection {
	d := p.desk
	s := &devicesSection{pane: p, list: flow.NewColumn(theme.SpaceXS)}
	s.another = widgets.NewFlushLink(d.Text("plan-pane.devices.add"), s.add)
	s.fold = p.newFold(d.Text("plan-pane.devices"), flow.NewColumn(theme.SpaceS, widgets.NewCaption(d.Text("plan-pane.devices.about")), s.list, s.another))
	return s
}

// add puts another device into the case and the cursor into its name.
func (s *devicesSection) add() {
	s.pane.record(nil, func(in *storage.Inputs) { withDevice(in, max(len(in.Devices), 1), func(*storage.Device) {}) })
	if len(s.blocks) == 0 {
		return
	}
	b := s.blocks[len(s.blocks)-1]
	b.fold.SetOpen(true)
	s.pane.relayout()
	s.pane.focus(b.name.entry)
}

func (s *devicesSection) show(v *session.View) {
	d, others := s.pane.desk, v.Plan.Inputs.Devices
	if len(others) > 0 {
		others = others[1:]
	}
	s.fold.SetSummary(d.Text("plan-pane.none"))
	if len(others) > 0 {
		s.fold.SetSummary(d.Words.Count("plan-pane.devices.count", len(others), "Size", s.pane.span(v.Plan.Parts[storage.Backups].Range)))
	}
	for len(s.blocks) > len(others) {
		s.blocks[len(s.blocks)-1].reset()
		s.blocks = s.blocks[:len(s.blocks)-1]
	}
	if !s.fold.Open() && len(s.blocks) == 0 {
		return // nobody has asked for it
	}
	for len(s.blocks) < len(others) {
		s.blocks = append(s.blocks, s.newBlock(len(s.blocks)+1))
	}
	s.list.Objects = nil
	for i, b := range s.blocks {
		b.show(&others[i])
		s.list.Add(b.fold.Object)
	}
	s.another.Hidden = len(others)+1 >= storage.MaxDevices
}

// reset makes all blocks anew.
func (s *devicesSection) reset() {
	for _, b := range s.blocks {
		b.reset()
	}
	s.blocks = nil
}

func (s *devicesSection) newBlock(index int) *deviceBlock {
	p, d := s.pane, s.pane.desk
	b := &deviceBlock{section: s, index: index}
	b.name = newNameField(p, d.Text("plan-pane.name"), d.Text("plan-pane.device.name.hint"), func(in *storage.Inputs, name string) {
		withDevice(in, b.index, func(d *storage.Device) { d.Name = name })
	})
	labels := []string{d.Text("plan-pane.not-said"), apple.Device{Kind: deviceKinds[1]}.Name(), apple.Device{Kind: deviceKinds[2]}.Name()}
	b.kind = form.NewChoice(d.Text("plan-pane.device.kind"), labels, func(i int) {
		b.change(func(d *storage.Device) { d.Kind = deviceKinds[i] })
	})
	b.gone = widgets.NewTick(d.Text("plan-pane.device.gone"), "", func(on bool) {
		b.change(func(d *storage.Device) { d.Gone = on })
	})
	b.gone.SetSpoken(d.Text("plan-pane.tick.off"), d.Text("plan-pane.tick.on"))
	b.backup = p.position(d.Text("plan-pane.device.backup"), func(to storage.Switch) {
		b.change(func(d *storage.Device) { d.Backup = to })
	})
	b.next = newAmountField(p, d.Text("storage.next"), storage.Phone, func(in *storage.Inputs, a storage.Amount) {
		withDevice(in, b.index, func(d *storage.Device) { d.Next = a })
	}).atMost(storage.MostOfDevice, "plan-pane.most.device")
	at := func() int { return b.index }
	for i := range b.syncs {
		b.syncs[i] = p.syncSwitch(i, at)
	}
	for i, name := range deviceAmounts {
		b.amounts = append(b.amounts, p.deviceAmount(d.Text(name), i, at))
	}
	b.alive = flow.NewGrid(rowWidth, theme.SpaceS, b.backup.Object, b.next.cell, b.syncs[0].Object, b.amounts[1].cell,
		b.syncs[1].Object, b.amounts[2].cell, b.amounts[3].cell)
	remove := widgets.NewFlushLink(d.Text("plan-pane.device.remove"), b.remove)
	b.fold = p.newFold("", flow.NewInset(0, 0, theme.SpaceS, tickIndent, flow.NewColumn(theme.SpaceS,
		flow.NewGrid(rowWidth, theme.SpaceS, b.name.content, b.kind.Object, b.amounts[0].cell), b.gone, b.alive, remove)))
	return b
}

// change records a choice about the device.
func (b *deviceBlock) change(change func(d *storage.Device)) {
	b.section.pane.record(nil, func(in *storage.Inputs) { withDevice(in, b.index, change) })
}

// remove takes the device out of the case; undo brings it back.
func (b *deviceBlock) remove() {
	s, at := b.section, b.index
	b.reset()
	s.blocks = slices.Delete(s.blocks, at-1, at)
	for _, behind := range s.blocks[at-1:] {
		behind.index--
	}
	s.pane.record(nil, func(in *storage.Inputs) { *in = in.WithoutDevice(at) })
	s.pane.focus(s.another)
}

func (b *deviceBlock) show(v *storage.Device) {
	p := b.section.pane
	d := p.desk
	title := v.Name
	if title == "" {
		title = d.Text("plan-pane.device.number", "Number", b.index+1)
	}
	b.fold.SetTitle(title)
	b.fold.SetSummary(b.summary(v))
	b.name.SetValue(v.Name)
	for i, kind := range deviceKinds {
		if kind == v.Kind {
			b.kind.SetValue(i)
		}
	}
	b.gone.SetOn(v.Gone)
	b.backup.SetValue(int(v.Backup))
	sizes := d.Sizes
	setDevice(v, sizes, b.syncs, b.amounts)
	b.next.SetValue(v.Next, storage.Amount{})
	b.alive.Hidden = v.Gone
}

// summary says in a few words what the device takes.
func (b *deviceBlock) summary(v *storage.Device) string {
	p := b.section.pane
	var parts []string
	if v.Last.Known() {
		parts = append(parts, p.span(v.Last.Range))
	}
	switch {
	case v.Gone:
		parts = append(parts, p.desk.Text("planner.table.gone"))
	case v.Backup == storage.Off:
		parts = append(parts, p.desk.Text("plan-pane.device.off"))
	case v.Next.Known():
		parts = append(parts, p.desk.Text("plan-pane.device.adds", "Size", p.span(v.Next.Range)))
	}
	return strings.Join(parts, ", ")
}

// reset takes the fields out of the unread ones.
func (b *deviceBlock) reset() {
	b.next.Reset()
	for _, f := range b.amounts {
		f.Reset()
	}
}

// focus moves the keyboard to something.
func (p *Pane) focus(o fyne.Focusable) {
	p.window.Canvas().Focus(o)
	if object, ok := o.(fyne.CanvasObject); ok {
		p.scroll.Reveal(object)
	}
}
