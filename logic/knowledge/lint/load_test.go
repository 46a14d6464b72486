package lint

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"backupdoctor/logic/tomlfile"
)

// broken breaks the small base in one place and says which defects must be found, each as "file:line: id"
// with a part of the words. The line is given by a part of the text that stands on it after the change; ^
// means the line above.
type broken struct {
	name     string
	file     string
	old, new string
	at       string // on the line of the defect
	id, what string
	want     string
	more     int // defects that follow from the same change
}

// reader is a line of a check with a machine that reads its answer.
func reader(source, answer, wrong string) string {
	return fmt.Sprintf("dont_know = 0.05\nread = [{ source = %q, answers = [%q], wrong = %s, why = \"E: x\" }]\n", source, answer, wrong)
}

func TestLoadNamesEveryDefect(t *testing.T) {
	cases := []broken{
		{
			"unknown key", "base", `stops = "none"`, "stops = \"none\"\nweight = 3", "weight = 3", "just-slow",
			`unknown key "weight"`, "prior_why", 0,
		},
		{
			"unknown key in a nested table", "base", `why = "E: the usual reason" }`, `why = "E: x", q = 1 }`,
			"given = [ { causes = [\"no-wifi\"], p = 0.4", "last-backup-not-completed", `unknown key "q"`, "causes, p, why", 0,
		},
		{
			"unknown section", "base", "[[gate]]", "[[door]]\nid = \"x\"\n[[gate]]", "[[door]]", "",
			`unknown section "door"`, "gate", 0,
		},
		{
			"wrong type", "base", "prior = 10", `prior = "10"`, `prior = "10"`, "no-wifi", "prior is a string",
			"a finite number", 0,
		},
		{
			"wrong type in an array", "base", "minutes = [1, 3]", "minutes = [1, 3, 5]", "minutes = [1, 3, 5]",
			"join-wifi", "minutes is an array of 3", "2 numbers", 0,
		},
		{
			"not a number", "base", "prior = 10", "prior = nan", "prior = nan", "no-wifi",
			"prior is the number NaN", "finite", 0,
		},
		{
			"table for an array of tables", "phone", "[[route]]", "[route]", "[route]", "", "route is a table",
			"[[route]]", 2,
		},
		{
			"complaint without a likelihood", "base", "[[gate]]",
			"[[complaint]]\nid = \"slow\"\nref = \"SAY01\"\ntitle = \"x\"\nline = \"x\"\nshort = \"x\"\nicon = \"x\"\nwhy = \"E: x\"\n[[gate]]",
			"[[complaint]]", "slow", "base is 0", "a probability", 0,
		},
		{
			"complaint that says all there is to say", "base", "[[gate]]",
			"[[complaint]]\nid = \"slow\"\nref = \"SAY01\"\ntitle = \"x\"\nline = \"x\"\nshort = \"x\"\nicon = \"x\"\nbase = 0.1\nwhy = \"E: x\"\nmessages = [\"unheard-of\"]\n[[gate]]",
			"messages = [", "slow", `message "unheard-of" does not exist`, "the id of a [[message]]", 0,
		},
		{
			"other kind that leads nowhere", "base", "[[gate]]",
			"[[elsewhere]]\nid = \"fraud\"\ntitle = \"x\"\ntext = \"x\"\nwhy = \"E: x\"\n[[gate]]",
			"[[elsewhere]]", "fraud", "do is missing", "a text", 0,
		},
		{
			"wording of two complaints", "base", "[[gate]]",
			"[[elsewhere]]\nid = \"a\"\ntitle = \"x\"\ntext = \"x\"\ndo = [\"x\"]\nwhy = \"E: x\"\nwords = { en = [\"it hangs\"] }\n[[elsewhere]]\nid = \"b\"\ntitle = \"x\"\ntext = \"x\"\ndo = [\"x\"]\nwhy = \"E: x\"\nwords = { en = [\"It hangs.\"] } # b\n[[gate]]",
			"# b", "b", `wording "It hangs." belongs to "a" too`, "of its own", 0,
		},
		{"no TOML", "phone", "[[route]]", "[[route", "id = \"wifi\"\nwalk", "", "not TOML", "", 0},
		{
			"missing id", "base", "id = \"just-slow\"\n", "", "^ref = \"C25\"", "", "the cause has no id",
			"lower-case", 1,
		},
		{
			"ill-formed id", "base", `id = "account-notice"`, `id = "Account_Notice"`, "Account_Notice",
			"Account_Notice", "not well formed", "joined by -", 0,
		},
		{
			"duplicate id", "base", `id = "just-slow"`, `id = "no-wifi"`, "^ref = \"C25\"", "no-wifi",
			`"no-wifi" is already used by the cause at kb/base.toml:19`, "own", 1,
		},
		{
			"duplicate ref", "base", `ref = "C25"`, `ref = "C14"`, "^group = \"wifi\"\ntitle = \"It only",
			"just-slow", `ref "c14" is already used`, "own", 0,
		},
		{
			"missing text", "base", "summary = \"Nothing is wrong.\"\n", "", "^id = \"just-slow\"", "just-slow",
			"summary is missing", "a text", 0,
		},
		{
			"check without a name for its row", "base", "short = \"Wi-Fi\"\n", "", "^id = \"wifi-connected\"",
			"wifi-connected", "short is missing", "a text", 0,
		},
		{
			"name of a row that is too long", "base", `short = "Wi-Fi"`, `short = "Wi-Fi as one sees it on this one"`,
			`short = "Wi-Fi`, "wifi-connected", "has more than 28 characters", "at most 28", 0,
		},
		{
			"missing reference", "base", `group = "wifi"` + "\ntitle = \"Join",
			`group = "cable"` + "\ntitle = \"Join", `group = "cable"`, "join-wifi", `group "cable" does not exist`, "[[group]]", 0,
		},
		{
			"dangling route", "base", `route = "wifi"` + "\nrisk", `route = "wi"` + "\nrisk", `route = "wi"`,
			"join-wifi", `route "wi" does not exist`, "[[route]]", 0,
		},
		{
			"dangling source", "base", `sources = ["A1"]` + "\n\n[[cause]]\nid = \"stale",
			`sources = ["A1", "A2"]` + "\n\n[[cause]]\nid = \"stale", `"A2"`, "no-wifi", `source "A2" does not exist`, "[[source]]", 0,
		},
		{
			"dangling stale_after", "base", `stale_after = ["join-wifi"]`, `stale_after = ["leave-wifi"]`,
			"leave-wifi", "wifi-connected", `"leave-wifi", which is no fix`, "[[fix]]", 0,
		},
		{
			"dangling gate", "base", `gates = ["computer-backup"]`, `gates = ["computer-backup", "oath"]`,
			"oath", "sign-out-sign-in", `gate "oath" does not exist`, "[[gate]]", 0,
		},
		{
			"dangling need", "base", `"a computer"]`, `"sign-in-twice"]`, "sign-in-twice", "sign-out-sign-in",
			`"sign-in-twice", which does not exist`, "plain words", 0,
		},
		{
			"dangling cause", "base", `causes = ["no-wifi"], p = 0.4`, `causes = ["no-wife"], p = 0.4`,
			"no-wife", "last-backup-not-completed", `cause "no-wife" does not exist`, "[[cause]]", 0,
		},
		{
			"cause in two rows", "base", `{ causes = ["just-slow"]`, `{ causes = ["stale-account", "just-slow"]`,
			`"stale-account", "just-slow"`, "account-notice", `cause "stale-account" has a row already`, "one row", 1,
		},
		{
			"row without the sum 1", "base", "{ yes = 0.1, no = 0.1, long = 0.8 }",
			"{ yes = 0.1, no = 0.1, long = 0.7 }", "long = 0.7", "account-notice", "given[1].p sums to 0.9", "sum of 1", 0,
		},
		{
			"certainty", "base", "p = { works = 0.05, not-connected = 0.95 }",
			"p = { works = 0, not-connected = 1 }", "works = 0,", "wifi-connected", "given[0].p.works is 0", "0.005 to 0.995", 1,
		},
		{
			"missing answer in a row", "base", "default = { yes = 0.1, no = 0.8, long = 0.1 }",
			"default = { yes = 0.1, no = 0.9 }", "no = 0.9", "account-notice", `no probability for answer "long"`, "every answer", 0,
		},
		{
			"unknown answer in a row", "base", "default = { works = 0.9, not-connected = 0.1 }",
			"default = { works = 0.9, not-connected = 0.05, gone = 0.05 }", "gone", "wifi-connected", `answer "gone"`, "this check’s answers", 0,
		},
		{
			"reserved answer", "base", `{ id = "long", label`, `{ id = "not-now", label`, `id = "not-now"`,
			"account-notice", `"not-now" is reserved`, "another id", 7,
		},
		{
			"cure without a chance", "base", `p = 0.9, why = "E: removes the cause" } ]` + "\n\n[[fix]]",
			`p = 1.5, why = "E: removes the cause" } ]` + "\n\n[[fix]]", "p = 1.5", "join-wifi", "cures[0].p is 1.5", "0.995", 0,
		},
		{
			"missing prior", "base", "prior = 4\n", "", "^id = \"just-slow\"", "just-slow", "prior is missing",
			"above 0", 0,
		},
		{
			"prior beyond all others", "base", "prior = 4\n", "prior = 1e308\n", "prior = 1e308", "just-slow",
			"prior is missing or 1e+308", "at most 1000", 0,
		},
		{
			"prior of what is not the reason", "base", "unfixable = true", "not_the_reason = true", "prior = 4",
			"just-slow", "prior is 4", "no prior", 0,
		},
		{
			"cause without a fix", "base", "unfixable = true\n", "", "^id = \"just-slow\"", "just-slow",
			"no fix cures", "unfixable = true", 0,
		},
		{
			"cause that can't be told apart", "base", "{ yes = 0.1, no = 0.1, long = 0.8 }",
			"{ yes = 0.8, no = 0.1, long = 0.1 }", "^id = \"just-slow\"", "just-slow", `apart from the likelier "stale-account" (best ratio 2)`, "ratio of at least 3", 0,
		},
		{
			"no something-else", "base", `id = "something-else"`, `id = "anything-else"`, "[meta]",
			"something-else", "stands for everything else is missing", "something-else", 6,
		},
		{
			"data fix without the gate", "base", "gates = [\"computer-backup\"]\n", "",
			"^id = \"sign-out-sign-in\"", "sign-out-sign-in", `does not name the gate "computer-backup"`, "gates = ", 0,
		},
		{
			"data fix without a loss", "base", "loses = \"What is not in iCloud\"\n", "",
			"^id = \"sign-out-sign-in\"", "sign-out-sign-in", "loses is missing", "a text", 0,
		},
		{
			"answer that goes on to no check", "base", `{ id = "works", label`, `{ id = "works", then = "moon", label`, "then = ",
			"wifi-connected", `check "moon" does not exist`, "check", 0,
		},
		{
			"condition about an answer that is none", "base", `answers = ["works"] } ]`, `answers = ["maybe"] } ]`, "never_after = ",
			"sign-out-sign-in", `no answer "maybe" of a check "wifi-connected"`, "some of its answers", 0,
		},
		{
			"condition about a check that is none", "base", `never_after = [ { check = "wifi-connected"`,
			`never_after = [ { check = "notice"`, "never_after = ", "sign-out-sign-in", `check "notice" does not exist`, "check", 0,
		},
		{
			"condition that always holds", "base", `answers = ["not-connected"] } ]`, `answers = ["not-connected", "works"] } ]`,
			"locked_by = ", "sign-out-sign-in", `none or all of the answers`, "not all", 0,
		},
		{
			"conditions that contradict each other", "base", "never_after = [",
			"needs = [ { check = \"wifi-connected\", answers = [\"works\"] } ]\nnever_after = [", "never_after = ",
			"sign-out-sign-in", "both opens and shuts", "only one", 0,
		},
		{
			"first that is none", "base", "verify = 1\n", "verify = 1\nfirst = [\"wifi-connected\", \"dance\"]\n", "first = ",
			"join-wifi", `first names "dance"`, "another check or fix", 0,
		},
		{
			"first that is itself", "base", "verify = 1\n", "verify = 1\nfirst = [\"join-wifi\"]\n", "first = ",
			"join-wifi", `first names "join-wifi"`, "another check or fix", 0,
		},
		{
			"what loses before what does not", "base", "[[gate]]", strings.Join([]string{
				"[[fix]]", `id = "delete-it"`, `group = "wifi"`, `title = "Delete it"`, `why = "It is in the way."`, "minutes = [1, 2]",
				`minutes_why = "E: a tap"`, `line = [ { kind = "step", text = "Delete it." } ]`, `risk = "content"`, `loses = "It."`,
				"verify = 1", `sources = ["A1"]`, `cures = [ { causes = ["no-wifi"], p = 0.3, why = "E: now and then" } ]`, "", "[[gate]]",
			}, "\n"), "[[fix]]\nid = \"delete-it\"", "delete-it", "may come before \"join-wifi\"", `"join-wifi" in first`, 0,
		},
		{
			"answer that repeats itself", "base", `label = "It works", status = "fine"`,
			`label = "It works", status = "fine", repeats = { check = "wifi-connected", answers = ["works"] }`, "label = \"It works\"",
			"wifi-connected", `check "wifi-connected" does not exist`, "the id of a [[check]]", 0,
		},
		{
			"answer that repeats none", "base", `label = "It works", status = "fine"`,
			`label = "It works", status = "fine", repeats = { check = "account-notice", answers = ["maybe"] }`, "label = \"It works\"",
			"wifi-connected", `check account-notice has no answer "maybe"`, "an answer of the check", 0,
		},
		{
			"cause for a version that is none", "base", "id = \"no-wifi\"\n", "id = \"no-wifi\"\nsince = \"soon\"\n", "since = ",
			"no-wifi", `since is "soon"`, "a version such as", 0,
		},
		{
			"content without a loss", "base", `risk = "none"`, `risk = "content"`, "[[fix]]",
			"join-wifi", "loses is missing", "a text", 0,
		},
		{
			"proof that is none", "base", "verify = 1\n", "verify = 1\nproof = \"soon\"\n", "proof = ",
			"join-wifi", `proof is "soon"`, "now, tonight, organization", 0,
		},
		{
			"waiting without anything to do", "base", "verify = 1\n", "verify = 1\nproof = \"apple\"\n", "[[fix]]",
			"join-wifi", "meanwhile is missing", "while waiting", 0,
		},
		{
			"a page of others to open", "base", "minutes = [1, 3]", "minutes = [1, 3]\nopens = [\"storage\", \"https://example.com\"]",
			"opens = ", "join-wifi", `opens[1] is "https://example.com"`, "a page of Apple’s", 0,
		},
		{
			"no minutes", "base", "minutes = [1, 3]", "minutes = [0, 3]", "minutes = [0, 3]", "join-wifi",
			"minutes is [0, 3]", "(0, 240]", 0,
		},
		{
			"too many minutes", "base", "minutes = [1, 3]", "minutes = [1, 241]", "minutes = [1, 241]",
			"join-wifi", "minutes is [1, 241]", "(0, 240]", 0,
		},
		{
			"reader that is no source", "base", "dont_know = 0.05\n", reader("fridge", "works", "0.01"), "read = ",
			"wifi-connected", `source is "fridge"`, "phone, backup, status or network", 0,
		},
		{
			"reader of another answer", "base", "dont_know = 0.05\n", reader("phone", "gone", "0.01"), "read = ",
			"wifi-connected", `answer "gone"`, "this check’s answers", 0,
		},
		{
			"reader that only guesses", "base", "dont_know = 0.05\n", reader("phone", "works", "0.5"), "read = ",
			"wifi-connected", "wrong is 0.5", "0 to 0.2", 0,
		},
		{
			"reader that never errs", "base", "dont_know = 0.05\n", reader("phone", "works", "0"), "read = ",
			"wifi-connected", "wrong is 0", "0 to 0.2", 0,
		},
		{
			"ages with a gap", "base", `{ id = "yes", label = "Yes", status = "problem" }`,
			`{ id = "yes", label = "Yes", status = "problem", days = [1, 7] }`, `days = [1, 7]`, "account-notice",
			`days of answer "yes" do not follow`, "[0, 1]", 0,
		},
		{
			"missing reason", "base", "minutes_why = \"E: many pages\"\n", "", "^id = \"sign-out-sign-in\"",
			"sign-out-sign-in", "minutes_why is missing", "E: ", 0,
		},
		{
			"reason without a grade", "base", `prior_why = "E: named often"`, `prior_why = "named often"`,
			`"named often"`, "no-wifi", "does not start with a grade", "A, A', B", 0,
		},
		{
			"unknown placeholder", "base", "Is the {device} on Wi-Fi?", "Is the {phone} on Wi-Fi?", "{phone}",
			"wifi-connected", "unknown placeholder {phone}", "{device}", 0,
		},
		{
			"row that does not exist", "base", "{row:wifi.network}", "{row:wifi.net}", "{row:wifi.net}",
			"wifi-connected", "{row:wifi.net}, which does not exist", "screen.row", 0,
		},
		{
			"three sentences", "base", "A checkmark stands before it.", "A checkmark stands before it. It is blue.",
			"It is blue", "wifi-connected", "line 1 has 3 sentences", "two sentences", 0,
		},
		{
			"unpaired bold", "base", "Look at **{row", "Look at {row", "Look at {row", "wifi-connected",
			"odd number of **", "both sides", 0,
		},
		{
			"a word that sounds translated", "base", "A checkmark stands before it.", "A tick stands before it.", "tick", "wifi-connected",
			"sounds translated", "checkmark", 0,
		},
		{
			"brackets", "base", "A checkmark stands before it.", "[Your name] stands before it.", "[Your name]", "wifi-connected",
			"square brackets", "plain words", 0,
		},
		{
			"character outside the font", "base", "A backup needs it.", "Wi-Fi → backup.", "→", "join-wifi",
			"U+2192", "bundled font", 0,
		},
		{
			"messages that say too much", "base", `p = 0.4, why`, `p = 0.99, why`, "^id = \"no-wifi\"",
			"no-wifi", "sum to 0.99", "below 0.98", 0,
		},
		{
			"wording of another message", "base", "[[check]]\nid = \"wifi",
			"[[message]]\nid = \"other\"\ntext = \"The last backup couldn’t be completed\"\nexact = \"close\"\nwhere = \"x\"\nmeans = \"x\"\nbase = 0.01\nwhy = \"E: x\"\n[[check]]\nid = \"wifi", "^id = \"other\"", "other", "belongs to \"last-backup-not-completed\" too", "its own", 0,
		},
		{
			"check that does not say where", "base", `kind = "ask"`, `kind = "look"`, "^id = \"account-notice\"",
			"account-notice", "does not say where to look", "a route", 0,
		},
		{
			"fix that does not say what", "base", "line = [ { kind = \"step\", text = \"Sign out.\" } ]\n", "",
			"^id = \"sign-out-sign-in\"", "sign-out-sign-in", "does not say what to do", "numbered lines", 0,
		},
		{
			"unknown kind of line", "base", `{ kind = "step", text = "Sign out." }`,
			`{ kind = "hint", text = "Sign out." }`, `"hint"`, "sign-out-sign-in", `kind of line 1 is "hint"`, "step, note", 1,
		},
		{
			"version that is none", "base", `since = "18.4"`, `since = "eighteen"`, "eighteen", "wifi-connected",
			`since is "eighteen"`, "18.4", 0,
		},
		{
			"until before since", "base", `since = "18.4"`, `since = "18.4", until = "17"`, `until = "17"`,
			"wifi-connected", "until 17 lies before since 18.4", "from since on", 0,
		},
		{
			"walk that does not lead on", "phone", `leads = "wifi"`, `leads = "cellular"`, `"wifi.network"]`,
			"wifi", `row "settings.wifi" leads to "cellular", not to "wifi" on iPhone 17, 18, 18.3, 18.4, 26; iPad 17, 18, 18.3, 18.4, 26`, "leads = ", 1,
		},
		{
			"walk over a row of other devices", "phone", `"settings.wifi", "wifi.network"`,
			`"settings.cellular", "cellular.data"`, "settings.cellular", "wifi", `row "settings.cellular" is not there on iPad`, "these devices", 3,
		},
		{
			"walk over a missing row", "phone", `"settings.wifi", "wifi.network"`, `"settings.wifi", "wifi.net"`,
			"wifi.net", "wifi", `row "wifi.net" does not exist`, "screen.row", 0,
		},
		{
			"walk that starts elsewhere", "phone", `"settings.wifi", "wifi.network"`, `"wifi.network"`,
			"wifi.network", "wifi", `the walk starts on "wifi"`, "settings", 1,
		},
		{
			"no walk for a version", "phone", `["settings.wifi", "wifi.network"] }`,
			`["settings.wifi", "wifi.network"], since = "18" }`, "walk = [", "wifi", "no walk holds on iPhone 17; iPad 17", "a walk", 1,
		},
		{
			"no label on a version", "phone", `until = "18.3"`, `until = "17"`, "label = [", "settings",
			`row "wifi" has not exactly one label on iPhone 18, 18.3; iPad 18, 18.3`, "one label", 2,
		},
		{
			"two labels on a version", "phone", `since = "18.4"`, `since = "18.3"`, "label = [", "settings",
			`row "wifi" has not exactly one label on iPhone 18.3; iPad 18.3`, "one label", 2,
		},
		{
			"no title", "phone", "title = [ { text = \"Wi-Fi\", grade = \"B\" } ]\n", "",
			"[[screen]]\nid = \"wifi\"", "wifi", "title is missing", "one label", 1,
		},
		{
			"text with a row that other devices lack", "base", "{row:wifi.network}",
			"{row:settings.wifi} {row:cellular.data}", "", "", "", "", 0,
		},
		{
			"label without a grade", "phone", `{ text = "Cellular Data", grade = "B" }`,
			`{ text = "Cellular Data" }`, "Cellular Data", "cellular", `grade of label "Cellular Data" is ""`, "A, A', B", 0,
		},
		{
			"row that leads nowhere", "phone", `leads = "cellular"`, `leads = "radio"`, "radio", "settings",
			`row "cellular" leads to "radio"`, "[[screen]]", 0,
		},
		{
			"unknown kind of row", "phone", `kind = "text"`, `kind = "line"`, `kind = "line"`, "wifi",
			`kind of row "network" is "line"`, "link", 0,
		},
		{
			"message text with odd language", "base", `lang = "ja"`, `lang = "Japanese"`, "Japanese",
			"last-backup-not-completed", `lang is "Japanese"`, "pt-BR", 0,
		},
		{
			"unknown risk", "base", `risk = "none"`, `risk = "low"`, `risk = "low"`, "join-wifi",
			`risk is "low"`, "money", 0,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			files := soundFiles(t)
			name := "kb/" + c.file + ".toml"
			before := string(files[name].Data)
			if strings.Count(before, c.old) != 1 {
				t.Fatalf("%q stands %d times in %s", c.old, strings.Count(before, c.old), name)
			}
			text := strings.Replace(before, c.old, c.new, 1)
			files[name].Data = []byte(text)
			_, err := Load(files, "kb")
			if c.what == "" {
				if err != nil {
					t.Errorf("not a defect, but:\n%v", err)
				}
				return
			}
			defects, ok := errors.AsType[tomlfile.Problems](err)
			if !ok {
				t.Fatalf("error is %v", err)
			}
			mark, above := strings.CutPrefix(c.at, "^")
			head, _, found := strings.Cut(text, mark)
			if !found {
				t.Fatalf("%q is not in the broken file", mark)
			}
			line := strings.Count(head, "\n") + 1
			if above {
				line--
			}
			place := fmt.Sprintf("%s:%d:%s", name, line, c.id)
			hit := false
			for _, d := range defects {
				if fmt.Sprintf("%s:%d:%s", d.File, d.Line,
					d.Where) == place && strings.Contains(d.What.String(), c.what) && strings.Contains(d.Want.String(), c.want) {
					hit = true
				}
			}
			if !hit {
				t.Errorf("want %s %q; found\n%v", place, c.what, err)
			}
			if len(defects) != 1+c.more {
				t.Errorf("found %d defects, want %d:\n%v", len(defects), 1+c.more, err)
			}
		})
	}
}

func TestLoadSaysEverythingAtOnceInOrder(t *testing.T) {
	files := soundFiles(t)
	text := string(files["kb/base.toml"].Data)
	text = strings.Replace(text, "prior = 10", "prior = -1", 1)
	text = strings.Replace(text, "minutes = [1, 3]", `minutes = "short"`, 1)
	text = strings.Replace(text, `confirm = "I have this backup"`, "", 1)
	files["kb/base.toml"].Data = []byte(text)
	files["kb/phone.toml"].Data = append(files["kb/phone.toml"].Data, "\n[extra]\n"...)
	_, err := Load(files, "kb")
	defects, ok := errors.AsType[tomlfile.Problems](err)
	if !ok {
		t.Fatalf("error is %v", err)
	}
	var got []string
	for _, d := range defects {
		got = append(got, d.File+" "+d.Where)
	}
	want := "kb/base.toml no-wifi, kb/base.toml join-wifi, kb/base.toml computer-backup, kb/phone.toml "
	if strings.Join(got, ", ") != want {
		t.Errorf("defects are %s, want %s:\n%v", strings.Join(got, ", "), want, err)
	}
	for i, d := range defects {
		if i > 0 && d.File == defects[i-1].File && d.Line < defects[i-1].Line {
			t.Errorf("line %d stands after line %d", d.Line, defects[i-1].Line)
		}
	}
}

func TestLintGoesOnWithoutALostFileButDoesNotJudgeMeaning(t *testing.T) {
	files := soundFiles(t)
	files["kb/phone.toml"].Data = []byte("[[screen]]\nid = \"settings\nrow = 1\n")
	base, report, err := Lint(files, "kb")
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Problems) != 1 || report.Problems[0].File != "kb/phone.toml" || report.Problems[0].Line != 2 {
		t.Errorf("defects:\n%v", report.Problems)
	}
	if report.Files != 2 || base.Cause("no-wifi") == nil {
		t.Errorf("read %d files; the causes are there: %v", report.Files, base.Cause("no-wifi") != nil)
	}
}
