package prices

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"backupdoctor/logic/tomlfile"
)

// Whatever a price list holds, it is read within bounds, and either it is whole or each problem is told with its line;
// a person's own list as well.
func FuzzPlans(f *testing.F) {
	f.Add(smallList)
	f.Add(strings.ReplaceAll(smallList, "0.99", "-1e308"))
	f.Add("[meta]\ndate = 2026-09-16\nsource = \"https://example.org\"\n[[market]]\nid = \"us\"\nname = \"a\"\ncurrency = \"USD\"\n" +
		"tax = \"added\"\ncountries = [\"us\", \"840\"]\nprice = { small = \"1\", big = \"2.50\" }\n")
	f.Add("[[plan]]\nid = 'a'\ncapacity_gb = 99999999999999999999\n[[market.price]]\n\"\" = '1,50'\nnote = '''\n\n")
	f.Add("[meta]\nx = " + strings.Repeat("[", 60) + "\n[[bundle]]\nprice = { us = \"0.001\" }\nnot_sold = [1]")
	list, err := load(smallList)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{"p.toml": {Data: []byte(text)}}
		for _, read := range []func() (*List, error){
			func() (*List, error) { return Load(fsys, "p.toml") },
			func() (*List, error) { return list.Overlay(fsys, "p.toml") },
		} {
			got, err := read()
			if err != nil {
				checkProblems(t, text, err)
				continue
			}
			checkList(t, got)
		}
	})
}

func checkProblems(t *testing.T, text string, err error) {
	problems, ok := errors.AsType[tomlfile.Problems](err)
	if !ok || len(problems) == 0 {
		t.Fatalf("the error is %#v", err)
	}
	for _, p := range problems {
		if p.File != "p.toml" || p.Line < 1 || p.Line > 1+strings.Count(text, "\n") || p.Error() == "" {
			t.Fatalf("no place: %+v", p)
		}
	}
}

// checkList looks whether a list that was taken is one that the program can reckon with.
func checkList(t *testing.T, list *List) {
	for _, m := range list.Markets {
		if m.ID == "" || m.Currency == "" || m.Date.IsZero() || m.Source == "" {
			t.Fatalf("a market lacks something: %+v", m)
		}
		last := ""
		for i, plan := range list.Plans {
			price, ok := m.Price(plan.ID)
			if ok == plan.Free || i > 0 && plan.Capacity <= list.Plans[i-1].Capacity {
				t.Fatalf("plan %s in %s: %v", plan.ID, m.ID, ok)
			}
			if plan.Free {
				continue
			}
			if price.Month.CurrencyCode() != m.Currency || !price.Month.IsPositive() || price.Month.Number() == last {
				t.Fatalf("plan %s in %s costs %v, the one before %s", plan.ID, m.ID, price.Month, last)
			}
			last = price.Month.Number()
		}
	}
}
