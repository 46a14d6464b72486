package phone

import (
	"context"
	"errors"
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// ID names the source.
const ID = settings.ThePhone

// Source reads the phone that is connected.
type Source struct {
	Address string // of usbmuxd, as AddressOf writes it
	System  string // of this computer, as runtime.GOOS names it: it decides how to get usbmuxd

	patient time.Duration // how long one answer may take; 0 for answerTime
	every   time.Duration // between two questions of a watch; 0 for pace
}

// ID implements evidence.Source.
func (s *Source) ID() string { return ID }

// Limit implements evidence.Source.
func (s *Source) Limit() time.Duration { return 6 * answerTime }

// Discloses implements evidence.Discloser.
func (s *Source) Discloses() words.Sentence { return words.Say("evidence.phone.privacy") }

// Look implements evidence.Source: it reads the one phone on the cable, or else the one on the Wi-Fi.
func (s *Source) Look(ctx context.Context, _ evidence.About) evidence.Report {
	j := &journal{}
	c := &Client{Address: s.Address, journal: j, patient: s.patient}
	a, err := c.one(ctx)
	if err != nil {
		report := s.obstacle(err, "")
		report.Asked = j.exchanges()
		return report
	}
	d, err := c.Read(ctx, a)
	var report evidence.Report
	switch {
	case err != nil:
		report = s.obstacle(err, d.label())
	case d.Untrusted != nil:
		report = s.obstacle(d.Untrusted, d.label())
		if report.State == evidence.Needs {
			report.Reading, report.Asks = d.reading(), d.whose()
		}
	default:
		report = d.tell()
		report.Reading = d.reading()
	}
	report.Asked = j.exchanges()
	return report
}

// one is the phone that is meant: the only one on the cable, or else the only one on the Wi-Fi.
func (c *Client) one(ctx context.Context) (Attached, error) {
	all, err := c.Attached(ctx)
	if err != nil {
		return Attached{}, err
	}
	wired := slices.DeleteFunc(slices.Clone(all), func(a Attached) bool { return a.Wireless })
	if len(wired) > 0 {
		all = wired
	}
	switch len(all) {
	case 0:
		return Attached{}, fail(NotAttached, "")
	case 1:
		return all[0], nil
	}
	return Attached{}, fail(map[bool]Kind{true: OnWiFi, false: Several}[all[0].Wireless], "")
}

// reading is what a case takes from a phone.
func (d *Device) reading() casefile.Reading {
	return casefile.Reading{Source: casefile.FromPhone, Time: d.Read, Identity: d.Identity, Facts: d.facts()}
}

// Notice implements evidence.Noticing: it calls changed when phones come or go, and when one that was locked
// or did not trust this computer would answer now.
func (s *Source) Notice(ctx context.Context, changed func()) {
	c := &Client{Address: s.Address, patient: s.patient}
	news := make(chan struct{}, 1)
	var listening evidence.Crew
	listening.Go(func() {
		c.listenOn(ctx, func() {
			changed()
			select {
			case news <- struct{}{}:
			default:
			}
		})
	})
	c.waitForOwner(ctx, news, changed)
	listening.Wait()
}

// How long to wait before usbmuxd, or a phone that wanted something first, is tried again, and before a phone
// that was read is read again: its owner may have changed a setting meanwhile. A phone on the Wi-Fi runs on
// its battery.
const (
	everySo       = 3 * time.Second
	everyReading  = 15 * time.Second
	everyWireless = 5 * time.Minute
)

// listenOn listens to usbmuxd for as long as ctx lives, also to one that comes later. changed is called once
// when usbmuxd is missing or goes away.
func (c *Client) listenOn(ctx context.Context, changed func()) {
	for missing := false; ctx.Err() == nil; pause(ctx, everySo) {
		err := c.Listen(ctx, changed)
		if ctx.Err() == nil && !(missing && KindOf(err) == NoService) {
			changed()
		}
		missing = KindOf(err) == NoService
	}
}

// waitForOwner reads a phone again and again, for as long as it is there, and tells when something is not as
// it was: when its owner unlocked it, tapped Trust, or changed a setting. The phone shows nothing of it.
func (c *Client) waitForOwner(ctx context.Context, news <-chan struct{}, changed func()) {
	var last, now glimpse
	for {
		var again <-chan time.Time
		if last.again > 0 {
			again = time.After(last.again)
		}
		select {
		case <-ctx.Done():
			return
		case <-news:
			last = glimpse{}
		case <-again:
		}
		now = c.glimpse(ctx)
		if last.again > 0 && now != last && ctx.Err() == nil {
			changed()
		}
		last = now
	}
}

// glimpse is what a phone tells at one time, as far as it matters whether that changed.
type glimpse struct {
	kind  Kind
	facts string
	again time.Duration // when to look again; 0 for not before there is news
}

func (c *Client) glimpse(ctx context.Context) glimpse {
	a, err := c.one(ctx)
	if err != nil {
		return glimpse{kind: KindOf(err)}
	}
	d, err := c.Read(ctx, a)
	if err == nil {
		err = d.Untrusted
	}
	if err != nil {
		return glimpse{kind: KindOf(err), again: everySo}
	}
	g := glimpse{again: everyReading}
	if a.Wireless {
		g.again = everyWireless
	}
	for _, o := range d.facts() {
		g.facts += o.Check + o.Fact + "=" + o.Answer + ";"
		if o.Answer == "" {
			g.facts += o.Value
		}
	}
	return g
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// obstacle is the report of a look that a fault ended; label names the phone if it is known.
func (s *Source) obstacle(err error, label string) evidence.Report {
	f, ok := errors.AsType[*Fault](err)
	if !ok {
		f = &Fault{Kind: Refused, Err: err}
	}
	return s.explain(f, label)
}
