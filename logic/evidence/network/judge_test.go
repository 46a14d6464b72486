package network

import (
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	"backupdoctor/logic/evidence"
)

// What the results of single servers mean together. Each letter is a server: w works, u can't be reached, b is blocked,
// i is intercepted.
func TestWhatResultsMeanTogether(t *testing.T) {
	faults := map[rune]fault{'w': none, 'u': unreachable, 'b': blocked, 'i': intercepted}
	for _, test := range []struct {
		servers string
		page    signIn
		others  bool // other names are found
		proxied bool // a proxy stands between
		state   evidence.State
		answer  string // empty for no fact
		names   string // that are told, in this order
	}{
		{"www", signIn{answered: true}, true, false, evidence.Found, "reached", ""},
		{"www", signIn{}, false, false, evidence.Found, "reached", ""},
		{"www", signIn{answered: true, intercepted: true}, true, false, evidence.Found, "login-page", ""},
		{"uuu", signIn{answered: true, intercepted: true}, false, false, evidence.Found, "login-page", ""},
		{"wwi", signIn{answered: true}, true, false, evidence.Found, "warning", "s2"},
		{"bui", signIn{}, false, false, evidence.Found, "warning", "s2"},
		{"uuu", signIn{}, false, false, evidence.Needs, "", ""},
		{"bbb", signIn{}, false, false, evidence.Needs, "", ""},
		{"uuu", signIn{answered: true}, false, false, evidence.Found, "fails", "s0, s1, s2"},
		{"uuu", signIn{}, true, false, evidence.Found, "fails", "s0, s1, s2"},
		{"wbw", signIn{answered: true}, true, false, evidence.Found, "fails", "s1"},
		{"wbw", signIn{answered: true}, false, false, evidence.Failed, "", "s1"},
		{"wuw", signIn{answered: true}, true, false, evidence.Failed, "", "s1"},
		{"wu", signIn{answered: true}, true, false, evidence.Failed, "", "s1"}, // half of them
		{"wuu", signIn{answered: true}, true, false, evidence.Found, "fails", "s1, s2"},
		{"ub", signIn{answered: true}, true, false, evidence.Found, "fails", "s1, s0"}, // the worst first
		{"w", signIn{}, false, false, evidence.Found, "reached", ""},
		{"www", signIn{answered: true}, true, true, evidence.Found, "reached", ""},
		{"wbw", signIn{answered: true}, true, true, evidence.Failed, "", ""},
		{"wuu", signIn{answered: true}, true, true, evidence.Failed, "", ""},
		{"wwi", signIn{answered: true}, true, true, evidence.Found, "warning", "s2"},
	} {
		var results []result
		for i, letter := range test.servers {
			results = append(results, result{name: fmt.Sprintf("s%d", i), fault: faults[letter], issuer: "Proxy", lacksIPv6: i == 0})
		}
		r := judge(results, test.page, lookup{found: test.others}, test.proxied)
		got := ""
		if len(r.Reading.Facts) > 0 {
			got = r.Reading.Facts[0].Answer
		}
		name := fmt.Sprintf("%s with %+v, others %v", test.servers, test.page, test.others)
		if r.State != test.state || got != test.answer || r.Trouble != (got != "" && got != reached) {
			t.Errorf("%s: state %s with %q, trouble %v: %s", name, r.State.Name(), got, r.Trouble, r.What.String())
		}
		if said := r.What.String(); !strings.Contains(said, test.names) {
			t.Errorf("%s: %q is not told in %q", name, test.names, said)
		}
		if (got != "") != !r.Asks.IsZero() || (got != "") == r.Brief.IsZero() {
			t.Errorf("%s: asks %q, in brief %q", name, r.Asks.String(), r.Brief.String())
		}
		if r.State != evidence.Needs && !test.proxied && (len(r.More) != 1 || !strings.Contains(r.More[0].String(), "s0")) {
			t.Errorf("%s: of IPv6 is said %v", name, r.More)
		}
	}
}

// A name of a certificate comes from a stranger: in one line, without control characters, and not too long.
func TestNamesOfCertificatesAreBearable(t *testing.T) {
	for name, want := range map[string]string{
		"Corp":                   "Corp",
		" Corp\x1b[31m\nProxy  ": "Corp [31m Proxy",
		"Corp\xff":               "Corp",
		strings.Repeat("é", 80):  strings.Repeat("é", 80),
		strings.Repeat("é", 81):  strings.Repeat("é", 79) + "…",
	} {
		if got := readable(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

func TestANameThatIsNotThereIsToldFromNoAnswer(t *testing.T) {
	for _, test := range []struct {
		err  error
		want bool
	}{
		{nil, true},
		{&net.DNSError{IsNotFound: true}, true},
		{fmt.Errorf("wrapped: %w", &net.DNSError{IsNotFound: true}), true},
		{&net.DNSError{IsTimeout: true}, false},
		{errors.New("broken on purpose"), false},
	} {
		if got := notFound(test.err); got != test.want {
			t.Errorf("%v means that there is no such name: %v", test.err, got)
		}
	}
}

func TestAtMostSomeServersAreTested(t *testing.T) {
	if got := (&Source{}).hosts(); !slices.Equal(got, appleHosts) {
		t.Errorf("by itself it tests %v", got)
	}
	own := slices.Repeat([]string{"one.test"}, 32)
	for n, want := range map[int]int{1: 1, 32: 32} {
		if got := (&Source{Hosts: own[:n]}).hosts(); len(got) != want {
			t.Errorf("of %d servers %d are tested", n, len(got))
		}
	}
	if got := (&Source{Hosts: append(own, "two.test")}).hosts(); !slices.Equal(got, own) {
		t.Errorf("of 33 servers %d are tested", len(got))
	}
}
