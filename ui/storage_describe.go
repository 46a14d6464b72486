package ui

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage/planner"
	"backupdoctor/ui/widgets"
)

// The most that a field takes, as a case keeps it.
const (
	mostPhotos  = 10_000_000
	mostMinutes = 1_000_000
	mostModes   = 12
)

// describe asks what is on the device, for people who can't read its numbers.
type describe struct {
	pane             *storagePane
	content          *fyne.Container
	link             *widgets.Button
	card             *widgets.Surface
	photos           *numberField
	format           *choiceField
	messages, apps   *choiceField
	syncs            [2]*choiceField // of photos and messages
	videos           []*videoRow
	footage, results *fyne.Container
	another          *widgets.Button
	estimate         *widgets.Paragraph
	open             bool
}

// videoRow is video of one mode.
type videoRow struct {
	mode    *choiceField
	minutes *numberField
	content *fyne.Container
	value   planner.Footage
}

// synced are the classes that a switch moves between the backup and iCloud.
var synced = [2]planner.Class{planner.Photos, planner.Messages}

func newDescribe(p *storagePane) *describe {
	d := p.desk
	sizes := d.session.Library().Planner.Sizes
	s := &describe{pane: p, footage: widgets.NewColumn(spaceM), results: widgets.NewColumn(spaceXS), estimate: widgets.NewCaption("")}
	s.link = widgets.NewFlushLink("", func() {
		s.open = !s.open
		s.show(d.view())
		p.moved()
	})
	s.photos = p.number(d.text("plan-pane.photos"), mostPhotos, 0, nil, func(x float64) {
		s.say(func(says *planner.Description) { says.Photos = int(math.Max(x, 0)) })
	})
	s.format = p.sizes(d.text("plan-pane.format"), sizes.Photo, planner.PhotoKey, func(id string) {
		s.say(func(says *planner.Description) { says.Format = id })
	})
	s.messages = p.sizes(d.text("plan-pane.messages"), sizes.Messages, planner.MessagesKey, func(id string) {
		s.say(func(says *planner.Description) { says.Messages = id })
	})
	s.apps = p.sizes(d.text("plan-pane.apps"), sizes.Apps, planner.AppsKey, func(id string) {
		s.say(func(says *planner.Description) { says.Apps = id })
	})
	for i, key := range [2]string{"plan-pane.photos-sync", "plan-pane.messages-sync"} {
		s.syncs[i] = p.position(d.text(key), func(to planner.Switch) {
			in := d.view().Plan.Inputs
			in = in.SetFirst(in.First())
			d.tell(d.session.Plan(in.Flip(0, synced[i], to, sizes)))
		})
	}
	s.another = widgets.NewFlushLink(d.text("plan-pane.video.more"), func() {
		s.addVideo(planner.Footage{})
		p.moved()
	})
	s.addVideo(planner.Footage{})
	s.card = widgets.NewCard(widgets.NewColumn(spaceM,
		widgets.NewGrid(fieldWidth, spaceM, s.photos.content, s.format.content), s.footage, s.another, s.estimate,
		widgets.NewGrid(fieldWidth, spaceM, s.messages.content, s.apps.content, s.syncs[0].content, s.syncs[1].content), s.results))
	s.content = widgets.NewColumn(spaceM, s.link, s.card)
	return s
}

// say changes what is said of this device.
func (s *describe) say(change func(*planner.Description)) {
	s.pane.edit(func(in *planner.Inputs) {
		first := in.First()
		change(&first.Says)
		*in = in.SetFirst(first)
	})
}

// addVideo adds a row for another kind of video.
func (s *describe) addVideo(f planner.Footage) {
	d := s.pane.desk
	sizes := d.session.Library().Planner.Sizes
	row := &videoRow{value: f}
	row.mode = s.pane.sizes(d.text("plan-pane.video"), sizes.Video, planner.VideoKey, func(id string) {
		row.value.Mode = id
		s.filmed()
	})
	row.minutes = s.pane.number(d.text("plan-pane.video.minutes"), mostMinutes, 0, nil, func(x float64) {
		row.value.Minutes = int(math.Max(x, 0))
		s.filmed()
	})
	row.mode.bring(indexIn(sizes.Video, f.Mode))
	row.minutes.bring(known(float64(f.Minutes)))
	row.content = widgets.NewGrid(fieldWidth, spaceM, row.mode.content, row.minutes.content)
	s.videos = append(s.videos, row)
	s.footage.Add(row.content)
	s.another.Hidden = len(s.videos) >= mostModes
}

// reset makes the rows anew.
func (s *describe) reset(video []planner.Footage) {
	s.videos, s.footage.Objects = nil, nil
	for _, f := range video {
		s.addVideo(f)
	}
	if len(video) == 0 {
		s.addVideo(planner.Footage{})
	}
}

// shot is what the rows say together; a row without minutes says nothing.
func (s *describe) shot() []planner.Footage {
	var list []planner.Footage
	for _, row := range s.videos {
		if row.value.Minutes > 0 {
			list = append(list, row.value)
		}
	}
	return list
}

func (s *describe) filmed() {
	s.say(func(says *planner.Description) { says.Video = s.shot() })
}

func (s *describe) show(v *session.View) {
	d, first := s.pane.desk, v.Plan.Inputs.First()
	lib := d.session.Library().Planner.Sizes
	says := &first.Says
	s.photos.bring(known(float64(says.Photos)))
	s.format.bring(indexIn(lib.Photo, says.Format))
	s.messages.bring(indexIn(lib.Messages, says.Messages))
	s.apps.bring(indexIn(lib.Apps, says.Apps))
	s.syncs[0].bring(int(first.PhotosSync))
	s.syncs[1].bring(int(first.MessagesSync))
	if !slices.Equal(s.shot(), says.Video) { // undone, or another case: rows that are typed in stay as they are
		s.reset(says.Video)
	}
	s.link.SetText(d.text("plan-pane.describe"))
	if s.open {
		s.link.SetText(d.text("plan-pane.describe.close"))
	}
	s.card.Hidden = !s.open
	if !s.open {
		return
	}
	s.estimate.Hidden = says.Photos == 0 && len(says.Video) == 0
	s.estimate.SetText(d.text("plan-pane.describe.pictures", "Size", s.pane.span(says.Estimate(lib)), "Origin", d.text(planner.Described.Key())))
	s.sums(v)
	s.card.Refresh()
}

// sums lists what is in iCloud and what the next backups add, each with where it comes from.
func (s *describe) sums(v *session.View) {
	d := s.pane.desk
	s.results.Objects = nil
	for _, sum := range []struct {
		key   string
		parts [planner.Classes]planner.Amount
		whole planner.Amount
	}{
		{"planner.table.used", v.Plan.Parts, v.Plan.Used},
		{"planner.table.adds", v.Plan.Coming, v.Plan.Adds},
	} {
		if !sum.whole.Known() {
			continue
		}
		s.results.Add(widgets.NewParagraph(d.text("plan-pane.sum", "Sum", d.text(sum.key), "Size", s.pane.span(sum.whole.Range))).Bold())
		for c, a := range sum.parts {
			if a.Known() && a.High > 0 {
				s.results.Add(widgets.NewCaption(d.text("plan-pane.part", "Class", d.text(planner.Class(c).Key()),
					"Size", s.pane.span(a.Range), "Origin", d.text(a.From.Key()))))
			}
		}
	}
	if v.Plan.Inputs.First().Next.Known() {
		s.results.Add(widgets.NewCaption(d.text("plan-pane.describe.read")))
	}
}
