package report_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/report"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// planted is what a person would not like to hand over.
type planted struct{ names, accounts []string }

var (
	aName = rapid.StringMatching(`(Zq|Xv|Jw)[aeiouäé]{1,2}(kk|zz|wq|xx)[aeiou](q|zk|vv)?`)
	aMail = rapid.StringMatching(`[a-z]{3,8}\.[a-z]{2,8}(\+[a-z]{1,3})?@[a-z]{3,9}\.(example|com|co\.uk)`)
	// A serial number has a letter and a digit at least, as Apple's have.
	aSerial = rapid.StringMatching(`[BCDFGHJK][0-9][BCDFGHJKLMNPQRTVWXYZ0-9]{8,10}`)
	aPhone  = rapid.StringMatching(`\+[1-9][0-9] [1-9][0-9]{2}[ -][0-9]{3}[ -]?[0-9]{3,4}`)
	anIMEI  = rapid.StringMatching(`35[0-9]{13}|35 [0-9]{6} [0-9]{6} [0-9]`)
	aPath   = rapid.StringMatching(`/Users/[a-z]{4,9}qz/Library/[A-Za-z]{4,9}\.log|C:\\Users\\[a-z]{4,9}qz\\[a-z]{3,8}\.txt`)
)

// aPrivateCase is a case with secrets in every place where a person can put them.
func aPrivateCase(t *rapid.T, base *knowledge.Base) (casefile.Case, planted) {
	var p planted
	name := func(label string) string {
		n := aName.Draw(t, label)
		p.names = append(p.names, n)
		return n
	}
	account := func(g *rapid.Generator[string], label string) string {
		a := g.Draw(t, label)
		p.accounts = append(p.accounts, a)
		return a
	}
	owner, device, relative := name("owner"), name("device"), name("relative")
	c := casefile.Case{
		Name:   rapid.SampledFrom([]string{owner, owner + "’s iPhone", owner + "'s old iPad", "iPhone von " + owner, "the phone of " + owner}).Draw(t, "name"),
		Device: rapid.SampledFrom([]string{apple.IPhone, apple.IPad}).Draw(t, "kind"), Version: "18.4",
		Model:   rapid.SampledFrom([]string{"iPhone 13", owner + "s iPhone 13", "iPhone 13 " + account(aSerial, "in the model")}).Draw(t, "model"),
		Country: rapid.SampledFrom([]string{"us", "", "of " + owner}).Draw(t, "country"),
	}
	in := numbers(5e9, 49e8, 3e9).Inputs
	in.Devices = append(in.Devices, storage.Device{Name: device, Last: size.Of(1e9, size.Phone)})
	in.People = []storage.Person{{Name: relative, Used: size.Of(2e9, size.Phone)}}
	events := []casefile.Event{{Source: casefile.FromStorage, What: casefile.Counted{Inputs: in}}}
	pieces := []func() string{
		func() string { return owner + "’s iPhone was not backed up." },
		func() string { return "It says “" + strings.ToUpper(relative) + "” at the top" },
		func() string { return "(" + device + ", " + relative + ")" },
		func() string { return "Signed in as " + account(aMail, "mail") + "." },
		func() string { return "Serial number: " + account(aSerial, "serial") },
		func() string { return "IMEI " + account(anIMEI, "imei") },
		func() string { return "Call " + account(aPhone, "phone") + " or write." },
		func() string { return "See " + account(aPath, "path") + " for more" },
		func() string { return "Apple Account: " + account(aMail, "account") },
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "messages") {
		var text []string
		for j := range rapid.IntRange(1, 4).Draw(t, "pieces") {
			text = append(text, rapid.SampledFrom(pieces).Draw(t, fmt.Sprintf("piece %d.%d", i, j))())
		}
		said := casefile.Said{Text: strings.Join(text, rapid.SampledFrom([]string{" ", "\n", "\r\n\t"}).Draw(t, "between"))}
		if rapid.Bool().Draw(t, "known") {
			said.Message = rapid.SampledFrom(base.Messages).Draw(t, "message").ID
		}
		events = append(events, casefile.Event{What: said})
	}
	events = append(events,
		casefile.Event{What: casefile.Answered{Check: owner, Answer: account(aMail, "in an answer")}},
		casefile.Event{What: casefile.Tried{Fix: account(aSerial, "in a fix"), Outcome: casefile.Failed}},
		casefile.Event{What: casefile.Said{Message: relative, Text: device}},
		casefile.Event{What: casefile.Confirmed{Gate: owner}})
	c.Events = at(events...)
	return c, p
}

// everything is a document in all its forms, each without spaces, since lines are broken, and in lower case.
func everything(t failer, d *report.Document) map[string]string {
	t.Helper()
	var page bytes.Buffer
	if err := d.HTML(&page); err != nil {
		t.Fatal(err)
	}
	file := pdfOf(t, d)
	forms := map[string]string{
		"Markdown": strings.ReplaceAll(d.Markdown(), "\\", ""), "plain text": d.Text(), "web page": page.String(),
		"PDF": strings.Join(pdfPages(t, file), "\n"), "title": d.Title,
		"inside of the PDF": string(utf16.Decode(units(file))) + string(utf16.Decode(units(file[1:]))) + string(file),
	}
	for name, text := range forms {
		forms[name] = strings.ToLower(folded(text))
	}
	return forms
}

func units(raw []byte) []uint16 {
	list := make([]uint16, len(raw)/2)
	for i := range list {
		list[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return list
}

func TestNothingPrivateIsInAReport(t *testing.T) {
	lib := small(t)
	rapid.Check(t, func(t *rapid.T) {
		c, secret := aPrivateCase(t, lib.Base)
		v := lib.Derive(c, now)
		o := rapid.SampledFrom([]report.Options{{}, {Names: true}, {Accounts: true}}).Draw(t, "ticked")
		o.For = rapid.SampledFrom([]report.Audience{report.ForSupport, report.ForOwner}).Draw(t, "audience")
		d := report.New(lib, v, now, o)
		if err := d.Illustrate(context.Background(), blackboard{}, nil); err != nil {
			t.Fatal(err)
		}
		var hidden []string
		if !o.Names {
			hidden = append(hidden, secret.names...)
		}
		if !o.Accounts {
			hidden = append(hidden, secret.accounts...)
		}
		for form, text := range everything(t, d) {
			for _, s := range hidden {
				if strings.Contains(text, strings.ToLower(folded(s))) {
					t.Fatalf("with %+v the %s tells %q:\n%s", o, form, s, d.Markdown())
				}
			}
		}
		if d.LeftOut == "" {
			t.Fatal("nobody is told that something was left out")
		}
		for form, text := range everything(t, d) {
			if form != "title" && form != "inside of the PDF" && !strings.Contains(text, strings.ToLower(folded(d.LeftOut))) {
				t.Fatalf("the %s does not tell that %s were left out", form, d.LeftOut)
			}
		}
	})
}

func TestWhatIsTickedIsThere(t *testing.T) {
	lib := small(t)
	rapid.Check(t, func(t *rapid.T) {
		c, secret := aPrivateCase(t, lib.Base)
		d := report.New(lib, lib.Derive(c, now), now, full)
		text := strings.ToLower(folded(d.Text()))
		for _, s := range append(secret.names[:1], secret.names[2:]...) { // the device's own name may be in no text
			if !strings.Contains(text, strings.ToLower(folded(s))) {
				t.Fatalf("the report lacks %q:\n%s", s, d.Markdown())
			}
		}
		if d.LeftOut != "" {
			t.Fatalf("%+v is left out although everything was asked for", d.LeftOut)
		}
	})
}

func TestTheNameThatTheProgramGaveIsNobodys(t *testing.T) {
	lib := small(t)
	c := casefile.Case{Name: lib.Words.Text("case.first"), Device: apple.IPhone}
	d := report.New(lib, lib.Derive(c, now), now, report.Options{})
	if want := "iCloud Backup report: " + c.Name; d.Title != want || d.LeftOut != "" {
		t.Errorf("the title is %q, want %q", d.Title, want)
	}
}

// manyNames is a case of years of storage events, in each of which all devices have new names.
func manyNames() casefile.Case {
	c := casefile.Case{Name: "Anna", Device: apple.IPhone, Version: "18.4"}
	var events []casefile.Event
	for i := range 1500 {
		in := numbers(5e9, 49e8, 3e9).Inputs
		for j := range 28 {
			in.Devices = append(in.Devices, storage.Device{Name: fmt.Sprintf("Zora%dx%d iPad", i, j), Last: size.Of(1e9, size.Phone)})
		}
		events = append(events, casefile.Event{Source: casefile.FromStorage, What: casefile.Counted{Inputs: in}})
	}
	for range 20 {
		text := strings.Repeat("The backup of zora7x7 was not completed. ", 50)
		events = append(events, casefile.Event{What: casefile.Said{Text: text}})
	}
	c.Events = at(events...)
	return c
}

// The time of redaction does not grow with words times names.
func BenchmarkManyNames(b *testing.B) {
	lib := small(b)
	v := lib.Derive(manyNames(), now)
	for b.Loop() {
		report.New(lib, v, now, report.Options{})
	}
}

func TestManyNamesAreLeftOut(t *testing.T) {
	lib := small(t)
	d := report.New(lib, lib.Derive(manyNames(), now), now, report.Options{})
	if text := strings.ToLower(d.Text()); strings.Contains(text, "zora") || strings.Contains(text, "anna") {
		t.Error("a name of a device is told")
	}
}

// However much of a text is left out, what its cut went through is not shown.
func TestNothingPrivateIsShownWhereALongTextIsCut(t *testing.T) {
	lib := small(t)
	secret := "+1 (415) 555-2671"
	for length := 3970; length < 4010; length++ {
		long := ("/Users/anna" + strings.Repeat("/Library", 600))[:length] // one path, of which nothing is shown
		c := casefile.Case{Device: apple.IPhone, Events: at(casefile.Event{What: casefile.Said{Text: long + " " + secret + strings.Repeat(" end", 99)}})}
		d := report.New(lib, lib.Derive(c, now), now, report.Options{})
		for _, part := range []string{"415", "anna"} {
			if text := d.Text(); strings.Contains(text, part) {
				t.Fatalf("at %d it shows %q:\n%s", length, part, text)
			}
		}
	}
}

// Twenty pasted logs, each as long as a case takes.
func BenchmarkLongPastes(b *testing.B) {
	lib := small(b)
	text := strings.Repeat("Anna's iPhone at 192.168.0.4: backup failed, see /Users/anna/x.log and call +1 415 555 2671.\n", 690)
	var events []casefile.Event
	for range 20 {
		events = append(events, casefile.Event{What: casefile.Said{Text: text}})
	}
	v := lib.Derive(casefile.Case{Device: apple.IPhone, Events: at(events...)}, now)
	for b.Loop() {
		report.New(lib, v, now, report.Options{})
	}
}
