package terminal

import (
	"slices"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// parts are what a person can say about storage beside the three numbers, as in the window.
func (g *guide) parts() []item {
	v := g.s.View()
	in, data := &v.Plan.Inputs, g.lib.Planner
	bundles := g.lib.Phrase.Bundles()
	moves := 0
	if in.NewDevice == storage.On {
		moves = 1
	}
	list := []item{
		{name: g.text("storage-pane.cloud"), value: g.sizeOf(v.Plan.Used), open: g.cloudItems},
		{
			name:  g.text("storage-pane.device", "Device", v.Device.Name()),
			value: g.sizeOf(v.Plan.Next), open: g.firstItems,
		},
		{name: g.text("storage-pane.devices"), value: g.countOf(len(in.Devices) - 1), open: g.devicesItems},
		{name: g.text("storage-pane.family"), value: g.countOf(len(in.People)), open: g.familyItems},
		oneOf(g.text("storage-pane.bundle"), bundles.Options, bundles.At(in.Bundle),
			func(in *storage.Inputs, option int) { *in = in.WithBundle(bundles.ID(option), data.Prices) }),
		oneOf(g.text("storage-pane.new-device"), g.yesNo(), moves, func(in *storage.Inputs, option int) {
			in.NewDevice = [2]storage.Switch{storage.NotKnown, storage.On}[option]
		}),
		g.amount(g.text("storage-pane.growth"), in.TypedGrowth(), size.Typed, data.Prices.Most(),
			"storage-pane.most.account",
			func(in *storage.Inputs, a size.Amount) { *in = in.SetGrowth(a) }),
		g.figure(g.text("storage-pane.speed"), in.Upload, storage.SpeedRule,
			func(in *storage.Inputs, x float64) { in.Upload = x }),
		g.figure(g.text("storage-pane.window"), in.Window, storage.WindowRule,
			func(in *storage.Inputs, x float64) { in.Window = x }),
	}
	if v.Plan.Verdict.Missing > 0 {
		found := v.Plan.CleanUp(v.ComputerBackup())
		list = append(list, item{
			name: g.text("storage-pane.cleanup.title"), value: g.lib.Phrase.CleanUp(&found), open: g.cleanUpItems,
		})
	}
	return list
}

func (g *guide) yesNo() []string { return []string{g.text("text.no"), g.text("text.yes")} }

// sizeOf is a size for a line; empty while it is not known.
func (g *guide) sizeOf(a size.Amount) string {
	if !a.Known() {
		return ""
	}
	return g.lib.Phrase.Span(a.Range)
}

// countOf is how many there are, for a line.
func (g *guide) countOf(n int) string {
	if n <= 0 {
		return g.text("storage-pane.none")
	}
	return g.words.Number(float64(n), 0)
}

// cloudItems are what counts against the plan, by class.
func (g *guide) cloudItems() []item {
	in := &g.s.View().Plan.Inputs
	var list []item
	for c := range in.Cloud {
		list = append(list, g.amount(g.text(storage.Class(c).Key()), in.Cloud[c], size.Phone, g.lib.Plans.Most(),
			"storage-pane.most.account", func(in *storage.Inputs, a size.Amount) { in.Cloud[c] = a }))
	}
	return list
}

// contentItems are the switches and sizes of a device.
func (g *guide) contentItems(at int) []item {
	d := g.deviceAt(at)
	amount := func(name string, of func(d *storage.Device) *size.Amount) item {
		return g.amount(name, *of(&d), size.Phone, storage.MostOfDevice, "storage-pane.most.device",
			func(in *storage.Inputs, a size.Amount) { in.EditDevice(at, func(d *storage.Device) { *of(d) = a }) })
	}
	turn := func(class storage.Class) func(in *storage.Inputs, to storage.Switch) {
		return func(in *storage.Inputs, to storage.Switch) {
			in.EditDevice(at, func(*storage.Device) {})
			*in = in.Flip(at, class, to, g.lib.Planner.Sizes)
		}
	}
	return []item{
		g.position(g.text("storage-pane.photos-sync"), d.PhotosSync, turn(storage.Photos)),
		g.position(g.text("storage-pane.messages-sync"), d.MessagesSync, turn(storage.Messages)),
		amount(g.text("storage-pane.last"), func(d *storage.Device) *size.Amount { return &d.Last }),
		amount(g.text(storage.Photos.Key()), func(d *storage.Device) *size.Amount { return &d.Photos }),
		amount(g.text(storage.Messages.Key()), func(d *storage.Device) *size.Amount { return &d.Messages }),
		amount(g.text("storage-pane.app-data"), func(d *storage.Device) *size.Amount { return &d.Apps }),
	}
}

// deviceAt is a device of the inputs; empty when it is not there.
func (g *guide) deviceAt(at int) storage.Device {
	if devices := g.s.View().Plan.Inputs.Devices; at < len(devices) {
		return devices[at]
	}
	return storage.Device{}
}

// firstItems are what is on the device of the case: its sizes, or photos, minutes and levels that describe
// them.
func (g *guide) firstItems() []item {
	says := g.deviceAt(0).Says
	sizes := g.lib.Planner.Sizes
	describe := func(change func(says *storage.Description)) func(in *storage.Inputs) {
		return func(in *storage.Inputs) { in.EditDevice(0, func(d *storage.Device) { change(&d.Says) }) }
	}
	level := func(name string, list []storage.Size, id string,
		put func(says *storage.Description, id string),
	) item {
		levels := g.lib.Phrase.Levels(list)
		return oneOf(g.text(name), levels.Options, levels.At(id), func(in *storage.Inputs, option int) {
			describe(func(says *storage.Description) { put(says, levels.ID(option)) })(in)
		})
	}
	list := append(g.contentItems(0),
		g.figure(g.text("storage-pane.photos"), float64(says.Photos), storage.PhotosRule,
			func(in *storage.Inputs, x float64) {
				describe(func(says *storage.Description) { says.Photos = int(x) })(in)
			}),
		level("storage-pane.format", sizes.Photo, says.Format,
			func(says *storage.Description, id string) { says.Format = id }),
		level("storage-pane.messages", sizes.Messages, says.Messages,
			func(says *storage.Description, id string) { says.Messages = id }),
		level("storage-pane.apps", sizes.Apps, says.Apps,
			func(says *storage.Description, id string) { says.Apps = id }),
		g.figure(g.text("storage-pane.waiting"), float64(says.Waiting), storage.PhotosRule,
			func(in *storage.Inputs, x float64) {
				describe(func(says *storage.Description) { says.Waiting = int(x) })(in)
			}))
	for i, f := range says.Video {
		list = append(list, item{
			name: g.videoName(f.Mode), value: g.words.Number(float64(f.Minutes), 0),
			open: func() []item { return g.videoItems(i) },
		})
	}
	if len(says.Video) < storage.MaxVideos {
		list = append(list, item{
			name: g.text("storage-pane.video.more"),
			open: func() []item { return g.videoItems(len(says.Video)) },
		})
	}
	return list
}

func (g *guide) videoName(mode string) string {
	if mode == "" {
		return g.text("storage-pane.video")
	}
	for _, s := range g.lib.Planner.Sizes.Video {
		if s.ID == mode {
			return g.text(s.Key)
		}
	}
	return mode
}

// videoItems are the kind and the minutes of one kind of video. Without minutes it is none, so the minutes
// come first.
func (g *guide) videoItems(at int) []item {
	videos := g.deviceAt(0).Says.Video
	if at > len(videos) {
		return nil
	}
	var f storage.Footage
	if at < len(videos) {
		f = videos[at]
	}
	edit := func(in *storage.Inputs, change func(f *storage.Footage)) {
		in.EditDevice(0, func(d *storage.Device) {
			if at == len(d.Says.Video) {
				d.Says.Video = append(d.Says.Video, storage.Footage{})
			}
			change(&d.Says.Video[at])
			if d.Says.Video[at].Minutes == 0 {
				d.Says.Video = slices.Delete(d.Says.Video, at, at+1)
			}
		})
	}
	list := []item{g.figure(g.text("storage-pane.video.minutes"), float64(f.Minutes), storage.MinutesRule,
		func(in *storage.Inputs, x float64) {
			edit(in, func(f *storage.Footage) { f.Minutes = int(x) })
		})}
	if f.Minutes > 0 {
		modes := g.lib.Phrase.Levels(g.lib.Planner.Sizes.Video)
		list = append(list, oneOf(g.text("storage-pane.video"), modes.Options, modes.At(f.Mode),
			func(in *storage.Inputs, option int) {
				edit(in, func(f *storage.Footage) { f.Mode = modes.ID(option) })
			}))
	}
	return list
}
