package storage

import (
	"slices"

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

// describe is the second of the two sums: the sizes that the next backups add. It asks for the contents of
// the device: sizes as the phone shows them, or numbers of photos and minutes for people who can't read
// sizes.
type describe struct {
	pane              *Pane
	fold              *widgets.Fold
	about             *paint.Paragraph
	syncs             [2]*form.Choice // of photos and messages
	amounts           []*amountField  // last backup, photos, messages, apps
	photos, waiting   *form.Field[float64]
	format            *pick
	messages, apps    *pick
	videos            []*videoRow
	footage, results  *fyne.Container
	another           *widgets.Button
	uploads           *fyne.Container // what waits, while photos are not surely out of iCloud
	estimate, whether *paint.Paragraph
}

// videoRow is video of one mode.
type videoRow struct {
	mode    *pick
	minutes *form.Field[float64]
	content *fyne.Container
	value   storage.Footage
}

// wordsWidth is the least width of rows with a list of long words, side by side.
const wordsWidth float32 = 360

// synced are the classes that a switch moves between the backup and iCloud.
var synced = [2]storage.Class{storage.Photos, storage.Messages}

func newDescribe(p *Pane) *describe {
	d := p.desk
	s := &describe{
		pane: p, footage: flow.NewColumn(theme.SpaceS), results: flow.NewColumn(theme.SpaceXS),
		about: paint.NewCaption(""), estimate: paint.NewCaption(""),
		whether: paint.NewCaption(d.Text(string(storage.RemarkPhotosSwitch))),
	}
	for i := range s.syncs {
		s.syncs[i] = p.syncSwitch(i, func() int { return 0 })
	}
	for i, name := range deviceAmounts {
		s.amounts = append(s.amounts, p.deviceAmount(d.Text(name), i, func() int { return 0 }))
	}
	s.another = widgets.NewFlushLink(d.Text("storage-pane.video.more"), func() {
		s.addVideo(storage.Footage{})
		p.relayout()
	})
	s.words()
	s.uploads = flow.NewColumn(theme.SpaceXS, flow.NewGrid(wordsWidth, theme.SpaceS, s.waiting.Object),
		paint.NewCaption(d.Text("storage-pane.waiting.about")))
	s.addVideo(storage.Footage{})
	s.fold = p.newFold("", flow.NewColumn(theme.SpaceM, s.about,
		flow.NewGrid(rowWidth, theme.SpaceS, s.syncs[0].Object, s.syncs[1].Object,
			s.amounts[0].Object, s.amounts[1].Object, s.amounts[2].Object, s.amounts[3].Object), s.whether,
		s.uploads,
		paint.NewParagraph(d.Text("storage-pane.describe")).Bold(),
		flow.NewGrid(wordsWidth, theme.SpaceS, s.photos.Object,
			s.format.Object), s.footage, s.another, s.estimate,
		flow.NewGrid(wordsWidth, theme.SpaceS, s.messages.Object, s.apps.Object), s.results))
	return s
}

// words makes the fields of the description.
func (s *describe) words() {
	p, d := s.pane, s.pane.desk
	sizes := d.Sizes
	s.photos = p.newNumber(d.Text("storage-pane.photos"), storage.PhotosRule, func(in *storage.Inputs, x float64) {
		withDescription(in, func(says *storage.Description) { says.Photos = int(x) })
	})
	s.waiting = p.newNumber(d.Text("storage-pane.waiting"), storage.PhotosRule, func(in *storage.Inputs, x float64) {
		withDescription(in, func(says *storage.Description) { says.Waiting = int(x) })
	})
	s.format = newPick(d.Text("storage-pane.format"), d.Phrase.Levels(sizes.Photo), func(id string) {
		s.say(func(says *storage.Description) { says.Format = id })
	})
	s.messages = newPick(d.Text("storage-pane.messages"), d.Phrase.Levels(sizes.Messages), func(id string) {
		s.say(func(says *storage.Description) { says.Messages = id })
	})
	s.apps = newPick(d.Text("storage-pane.apps"), d.Phrase.Levels(sizes.Apps), func(id string) {
		s.say(func(says *storage.Description) { says.Apps = id })
	})
}

// deviceAmounts are the names of the sizes of a device, in the order of their fields.
var deviceAmounts = [4]string{
	"storage-pane.last", "storage.class.photos", "storage.class.messages", "storage-pane.app-data",
}

// sizeOf is one of the sizes of a device, in the same order.
func sizeOf(d *storage.Device, i int) *size.Amount {
	return [4]*size.Amount{&d.Last, &d.Photos, &d.Messages, &d.Apps}[i]
}

// deviceAmount makes a field for one of the sizes of a device; at returns the index of the device.
func (p *Pane) deviceAmount(name string, which int, at func() int) *amountField {
	return newAmountField(p, name, size.Phone, func(in *storage.Inputs, a size.Amount) {
		in.EditDevice(at(), func(d *storage.Device) { *sizeOf(d, which) = a })
	}).atMost(storage.MostOfDevice, "storage-pane.most.device")
}

// syncSwitch makes a list for the switch of photos or messages, which moves them from one sum to the other.
func (p *Pane) syncSwitch(i int, at func() int) *form.Choice {
	name := p.desk.Text([2]string{"storage-pane.photos-sync", "storage-pane.messages-sync"}[i])
	return p.position(name, func(to storage.Switch) {
		p.record(nil, func(in *storage.Inputs) {
			in.EditDevice(at(), func(*storage.Device) {})
			*in = in.Flip(at(), synced[i], to, p.desk.Sizes)
		})
	})
}

// withDescription edits the description of the first device.
func withDescription(in *storage.Inputs, change func(*storage.Description)) {
	in.EditDevice(0, func(d *storage.Device) { change(&d.Says) })
}

// say records a choice from a list about the first device.
func (s *describe) say(change func(*storage.Description)) {
	s.pane.record(nil, func(in *storage.Inputs) { withDescription(in, change) })
}

// addVideo adds a row for another kind of video.
func (s *describe) addVideo(f storage.Footage) {
	d := s.pane.desk
	row := &videoRow{value: f}
	row.mode = newPick(d.Text("storage-pane.video"), d.Phrase.Levels(d.Sizes.Video), func(id string) {
		row.value.Mode = id
		s.pane.record(nil, s.film)
	})
	row.minutes = s.pane.newNumber(d.Text("storage-pane.video.minutes"), storage.MinutesRule,
		func(in *storage.Inputs, x float64) {
			row.value.Minutes = int(x)
			s.film(in)
		})
	row.mode.SetID(f.Mode)
	row.minutes.SetValue(float64(f.Minutes))
	row.content = flow.NewGrid(wordsWidth, theme.SpaceS, row.mode.Object, row.minutes.Object)
	s.videos = append(s.videos, row)
	s.footage.Add(row.content)
	s.another.Hidden = len(s.videos) >= storage.MaxVideos
}

// reset makes the rows of video anew.
func (s *describe) reset(video []storage.Footage) {
	s.videos, s.footage.Objects = nil, nil
	for _, f := range video {
		s.addVideo(f)
	}
	if len(video) == 0 {
		s.addVideo(storage.Footage{})
	}
}

// shots returns the footage of all rows that have minutes.
func (s *describe) shots() []storage.Footage {
	var list []storage.Footage
	for _, row := range s.videos {
		if row.value.Minutes > 0 {
			list = append(list, row.value)
		}
	}
	return list
}

// film puts the rows into the inputs.
func (s *describe) film(in *storage.Inputs) {
	withDescription(in, func(says *storage.Description) { says.Video = s.shots() })
}

func (s *describe) show(v *session.View) {
	d, first, sizes := s.pane.desk, v.Plan.Inputs.First(), s.pane.desk.Sizes
	says := &first.Says
	s.fold.SetTitle(d.Text("storage-pane.device", "Device", v.Device.Name()))
	s.fold.SetSummary("")
	if !v.Plan.Verdict.Typical {
		s.fold.SetSummary(s.pane.span(v.Plan.Next.Range))
	}
	s.photos.SetValue(float64(says.Photos))
	s.waiting.SetValue(float64(says.Waiting))
	s.uploads.Hidden = first.PhotosSync == storage.Off
	s.format.SetID(says.Format)
	s.messages.SetID(says.Messages)
	s.apps.SetID(says.Apps)
	setDevice(&first, sizes, s.syncs, s.amounts)
	// undone, or another case: rows that are typed in stay as they are
	if !slices.Equal(s.shots(), says.Video) {
		s.reset(says.Video)
	}
	if !s.fold.Open() {
		return
	}
	s.about.SetText(d.Text("storage-pane.device.about") + " " + s.pane.path("device-storage", v))
	s.whether.Hidden = !v.Plan.Has(storage.RemarkPhotosSwitch)
	s.estimate.Hidden = says.Photos == 0 && len(says.Video) == 0
	s.estimate.SetText(d.Text("storage-pane.describe.pictures", "Size", s.pane.span(says.Estimate(sizes)),
		"Origin", d.Text(size.Described.Key())))
	s.sums(v)
}

// setDevice shows the switches and sizes of a device. Where a size is not known, it shows the described or
// typical size.
func setDevice(d *storage.Device, sizes *storage.Sizes, syncs [2]*form.Choice, amounts []*amountField) {
	syncs[0].SetValue(int(d.PhotosSync))
	syncs[1].SetValue(int(d.MessagesSync))
	holds := d.Holds(sizes)
	for i, estimate := range [4]size.Amount{
		{}, holds[storage.Photos], holds[storage.Messages], holds[storage.Backups],
	} {
		amounts[i].SetValue(*sizeOf(d, i), estimate)
	}
}

// sums lists the parts that the next backups add, each with its origin.
func (s *describe) sums(v *session.View) {
	s.results.Objects = nil
	for c, a := range v.Plan.Coming {
		if a.Known() && a.High > 0 {
			s.results.Add(s.pane.part(storage.Class(c), a))
		}
	}
	s.pane.addSum(s.results, "storage.table.adds", v.Plan.Adds)
	if v.Plan.Inputs.First().Next.Known() {
		s.results.Add(paint.NewCaption(s.pane.desk.Text("storage-pane.describe.read")))
	}
}
