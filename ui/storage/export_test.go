package storage

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk/desktest"
)

func TestThePlanIsSavedAsATable(t *testing.T) {
	w, p := openSpaced(t)
	in := w.Desk.View().Plan.Inputs.Clone()
	in.Copies = []string{"leave-out-apps", "message-attachments", "long-videos"}
	in.Devices = append(in.Devices, storage.Device{Name: "=Old iPad", Gone: true, Last: size.Of(0.9e9, size.Phone)})
	desktest.Must(w.Desk.Session.Count(in, nil))
	path := filepath.Join(t.TempDir(), "plan.csv")
	p.write(path)
	data, err := os.ReadFile(path)
	desktest.Must(err)
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, want := range []string{"50,50,50,GB", "0.99", "USD", "1.8,1.8,1.8", "4.1,4.1,4.1", "Old iPad"} {
		if !strings.Contains(text, want) {
			t.Errorf("the table of %d rows lacks %q", len(rows), want)
		}
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.ContainsAny(cell, "{}[]") || strings.HasPrefix(cell, "=") {
				t.Errorf("a cell is %q", cell)
			}
		}
	}
	if got := p.bars.status.Text(); !strings.Contains(got, "plan.csv") {
		t.Errorf("after saving it says %q", got)
	}
}

func TestAFailedSaveIsTold(t *testing.T) {
	w, p := openSpaced(t)
	p.write(filepath.Join(t.TempDir(), "gone", "plan.csv"))
	if told := w.Problem; !strings.Contains(told, "plan.csv could not be saved") || p.bars.status.Text() != "" {
		t.Errorf("a folder that is gone is told as %v, and the pane says %q", told, p.bars.status.Text())
	}
}
