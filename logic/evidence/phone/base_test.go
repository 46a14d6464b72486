package phone

import (
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"backupdoctor/assets"
	"backupdoctor/logic/evidence/phone/fakephone"
	"backupdoctor/logic/knowledge"
)

// All requests of all tests: nothing else may ever be asked, since nothing may be written to a phone.
var (
	hubsMu sync.Mutex
	hubs   []*fakephone.Hub
)

func TestMain(m *testing.M) {
	code := m.Run()
	for _, h := range hubs {
		if others := h.Others(); len(others) > 0 {
			fmt.Printf("a phone was asked for %q\n", others)
			code = 1
		}
	}
	os.Exit(code)
}

// hub starts a usbmuxd with phones on the cable.
func hub(t testing.TB, phones ...*fakephone.Phone) *fakephone.Hub {
	t.Helper()
	h, err := fakephone.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	hubsMu.Lock()
	hubs = append(hubs, h)
	hubsMu.Unlock()
	for _, p := range phones {
		h.Attach(p, false)
	}
	return h
}

const (
	oneUDID     = "00008101-000A1C2E3F4A001E"
	anotherUDID = "00008110-001122334455667E"
)

// quick is a source that waits for no answer for long.
func quick(h *fakephone.Hub) *Source {
	return &Source{Address: h.Address(), System: "linux", patient: 300 * time.Millisecond}
}

// What the source says is in the knowledge base.
func TestTheAnswersAreThoseOfTheChecks(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	for check, answers := range map[string][]string{
		switchCheck: {switchOn, switchOff}, lastCheck: {lastNever}, spaceCheck: {spaceEnough, spaceLittle},
		managedCheck: {profileListed, managedByOrg}, clockCheck: {clockWrong},
		systemCheck: {systemBeta, systemTooOld},
	} {
		k := base.Check(check)
		if k == nil {
			t.Errorf("there is no check %s", check)
			continue
		}
		for _, answer := range answers {
			if k.Answer(answer) == nil {
				t.Errorf("the check %s has no answer %s", check, answer)
			}
			if !slices.ContainsFunc(k.Readers, func(r knowledge.Reader) bool {
				return r.Source == "phone" && slices.Contains(r.Answers, answer)
			}) {
				t.Errorf("the check %s does not say how well a phone tells %s", check, answer)
			}
		}
	}
	if base.Check(lastCheck).AnswerByAge(time.Hour) == "" {
		t.Errorf("%s does not go by age", lastCheck)
	}
}
