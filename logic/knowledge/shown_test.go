package knowledge_test

import (
	"math"
	"os"
	"testing"

	"backupdoctor/logic/knowledge"
)

// What the messages leave to no message is the likelihood of none, cause by cause.
func TestNoMessageIsAsLikelyAsTheMessagesLeave(t *testing.T) {
	base, err := knowledge.Load(os.DirFS("../../assets"), "knowledge")
	if err != nil {
		t.Fatal(err)
	}
	k := base.MessageCheck()
	if k == nil {
		t.Fatal("no check asks whether a message is shown")
	}
	rows := map[string]knowledge.Chances{}
	for _, row := range k.Given {
		for _, id := range row.Causes {
			rows[id] = row.P
		}
	}
	for _, c := range base.Causes {
		p, ok := rows[c.ID]
		if !ok {
			p = k.Default
		}
		all := 0.0
		for i := range base.Messages {
			m := &base.Messages[i]
			one := float64(m.Base)
			for _, row := range m.Given {
				for _, id := range row.Causes {
					if id == c.ID {
						one = float64(row.P)
					}
				}
			}
			all += one
		}
		if none := float64(p["none"]); math.Abs(none-(1-all)) > 1e-9 || none < 0.01 {
			t.Errorf("%s: no message has %.3f, the messages have %.3f", c.ID, none, all)
		}
	}
}
