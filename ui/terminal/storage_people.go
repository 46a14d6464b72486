package terminal

import (
	"slices"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// devicesItems are the other devices with this account.
func (g *guide) devicesItems() []item {
	devices := g.s.View().Plan.Inputs.Devices
	list := []item{}
	for i := 1; i < len(devices); i++ {
		list = append(list, item{
			name: g.lib.Phrase.DeviceName(devices[i].Name, i+1), value: g.sizeOf(devices[i].Last),
			open: func() []item { return g.deviceItems(i) },
		})
	}
	if at := max(len(devices), 1); at < storage.MaxDevices {
		list = append(list, item{name: g.text("storage-pane.devices.add"), change: func(in *storage.Inputs) {
			in.EditDevice(at, func(*storage.Device) {})
		}})
	}
	return list
}

// deviceItems are what is said of another device.
func (g *guide) deviceItems(at int) []item {
	if at >= len(g.s.View().Plan.Inputs.Devices) {
		return nil
	}
	d := g.deviceAt(at)
	edit := func(change func(d *storage.Device)) func(in *storage.Inputs) {
		return func(in *storage.Inputs) { in.EditDevice(at, change) }
	}
	kinds := g.lib.Phrase.DeviceKinds()
	gone := 0
	if d.Gone {
		gone = 1
	}
	list := []item{
		g.nameLine(d.Name, func(in *storage.Inputs,
			name string,
		) {
			edit(func(d *storage.Device) { d.Name = name })(in)
		}),
		oneOf(g.text("storage-pane.device.kind"), kinds.Options, kinds.At(d.Kind),
			func(in *storage.Inputs, option int) {
				edit(func(d *storage.Device) { d.Kind = kinds.ID(option) })(in)
			}),
		oneOf(g.text("storage-pane.device.gone"), g.yesNo(), gone, func(in *storage.Inputs, option int) {
			edit(func(d *storage.Device) { d.Gone = option == 1 })(in)
		}),
		g.position(g.text("storage-pane.device.backup"), d.Backup, func(in *storage.Inputs, to storage.Switch) {
			edit(func(d *storage.Device) { d.Backup = to })(in)
		}),
		g.amount(g.text("storage.next"), d.Next, size.Phone, storage.MostOfDevice, "storage-pane.most.device",
			func(in *storage.Inputs, a size.Amount) { edit(func(d *storage.Device) { d.Next = a })(in) }),
	}
	return append(append(list, g.contentItems(at)...), item{
		name: g.text("storage-pane.device.remove"), leaves: true,
		change: func(in *storage.Inputs) { *in = in.WithoutDevice(at) },
	})
}

// familyItems are the other people.
func (g *guide) familyItems() []item {
	people := g.s.View().Plan.Inputs.People
	list := []item{}
	for i, person := range people {
		list = append(list, item{
			name: g.lib.Phrase.PersonName(person.Name, i+1), value: g.sizeOf(person.Used),
			open: func() []item { return g.personItems(i) },
		})
	}
	if at := len(people); at < storage.MaxPeople {
		list = append(list, item{name: g.text("storage-pane.family.add"), change: func(in *storage.Inputs) {
			in.EditPerson(at, func(*storage.Person) {})
		}})
	}
	return list
}

// personItems are what is said of another person.
func (g *guide) personItems(at int) []item {
	people := g.s.View().Plan.Inputs.People
	if at >= len(people) {
		return nil
	}
	person, how := people[at], 0
	if person.Apart {
		how = 1
	}
	amount := func(key string, of func(person *storage.Person) *size.Amount) item {
		return g.amount(g.text(key), *of(&person), size.Typed, g.lib.Plans.Most(), "storage-pane.most.account",
			func(in *storage.Inputs, a size.Amount) {
				in.EditPerson(at, func(person *storage.Person) { *of(person) = a })
			})
	}
	shares := []string{g.text("storage-pane.person.shares.yes"), g.text("storage-pane.person.shares.no")}
	return []item{
		g.nameLine(person.Name, func(in *storage.Inputs, name string) {
			in.EditPerson(at, func(person *storage.Person) { person.Name = name })
		}),
		oneOf(g.text("storage-pane.person.shares"), shares, how, func(in *storage.Inputs, option int) {
			in.EditPerson(at, func(person *storage.Person) { person.Apart = option == 1 })
		}),
		amount("storage-pane.person.used", func(person *storage.Person) *size.Amount { return &person.Used }),
		amount("storage-pane.person.adds", func(person *storage.Person) *size.Amount { return &person.Adds }),
		{
			name: g.text("storage-pane.person.remove"), leaves: true,
			change: func(in *storage.Inputs) { *in = in.WithoutPerson(at) },
		},
	}
}

// cleanUpItems are the ways to make room: each can be ruled out, and its content can have a copy elsewhere.
func (g *guide) cleanUpItems() []item {
	v := g.s.View()
	found := v.Plan.CleanUp(v.ComputerBackup())
	if found.Missing <= 0 {
		return nil
	}
	list := []item{}
	for i := range found.Candidates {
		k := &found.Candidates[i]
		title := g.lib.Phrase.CleanUpTitle(g.lib.Base.Fill(k.Action.Title, v.Device), v.Plan.NameOf(k))
		value := g.text("storage-pane.cleanup.figures", "Gain", g.lib.Phrase.Gain(k.Gain, k.IsRead),
			"Minutes", g.words.Minutes(k.Minutes)) +
			", " + g.text(k.PromiseKey()) + ", " + g.text(k.Standing.Key())
		list = append(list, item{name: title, value: value, open: func() []item { return g.actionItems(k.ID) }})
	}
	return list
}

// actionItems are what a person decides about a way to make room.
func (g *guide) actionItems(id string) []item {
	in := &g.s.View().Plan.Inputs
	tick := func(key string, is bool, toggle func(in *storage.Inputs)) item {
		now := 0
		if is {
			now = 1
		}
		return oneOf(g.text(key), g.yesNo(), now, func(in *storage.Inputs, option int) {
			if option != now {
				toggle(in)
			}
		})
	}
	return []item{
		tick("text.storage.ruled-out", slices.Contains(in.OffActions, id),
			func(in *storage.Inputs) { *in = in.ToggleAction(id) }),
		tick("storage-pane.cleanup.have-copy", slices.Contains(in.Copies, id),
			func(in *storage.Inputs) { *in = in.ToggleCopy(id) }),
	}
}
