//go:build e2e && linux

package e2e

import (
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	ours  = flag.String("ours", "", "the program that BenchmarkStart measures")
	floor = flag.String("floor", "", "the smallest program of the toolkit, built alike, that it is compared with")
)

// The targets: how many times the smallest program's time and memory ours may take.
const (
	windowTarget = 1.25
	memoryTarget = 1.3
)

// settled is how long after its window a program's memory is read.
const settled = 1500 * time.Millisecond

// started is how one start went.
type started struct{ window, content, memory float64 } // ms, ms, MB

// BenchmarkStart compares the start of the program with that of the smallest one, in turn on the same screen,
// each in a fresh home, and prints medians and ratios. Only the ratios of one run mean something; the machine
// disturbs both alike.
func BenchmarkStart(b *testing.B) {
	if *ours == "" || *floor == "" {
		b.Skip("make startup builds what is compared")
	}
	screen := NewScreen(b, 1280, 800)
	programs := []string{absolute(b, *ours), absolute(b, *floor)}
	for _, program := range programs {
		screen.start(b, program) // fills the caches
	}
	starts := make([][]started, len(programs))
	for b.Loop() {
		for p, program := range programs {
			starts[p] = append(starts[p], screen.start(b, program))
		}
	}
	fmt.Printf("\nmedians of %-13d       ours      floor    ratio   target\n", b.N)
	for _, row := range []struct {
		name, unit string
		of         func(started) float64
		target     float64
	}{
		{"window on the screen", "ms", func(s started) float64 { return s.window }, windowTarget},
		{"first words to read", "ms", func(s started) float64 { return s.content }, 0},
		{"memory held", "MB", func(s started) float64 { return s.memory }, memoryTarget},
	} {
		a, f := median(starts[0], row.of), median(starts[1], row.of)
		verdict := ""
		if row.target > 0 {
			verdict = fmt.Sprintf("%5.2f missed", row.target)
			if a/f <= row.target {
				verdict = fmt.Sprintf("%5.2f met", row.target)
			}
		}
		fmt.Printf("%-22s %7.0f %-2s %6.0f %-2s %7.2f   %s\n", row.name, a, row.unit, f, row.unit, a/f, verdict)
		b.ReportMetric(a/f, strings.ReplaceAll(row.name, " ", "-")+"-ratio")
	}
}

// start starts a program, measures it, and ends it.
func (s *Screen) start(b *testing.B, binary string) started {
	begin := time.Now()
	p := s.Start(b, Launch{Binary: binary})
	defer p.Kill()
	since := func() float64 { return float64(time.Since(begin).Microseconds()) / 1000 }
	var m started
	WaitFor(b, "window of "+binary, slow, func() bool {
		out, err := s.xdotool("search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid))
		return err == nil && out != ""
	})
	m.window = since()
	WaitFor(b, "words in the window of "+binary, slow, func() bool { return s.written(b) })
	m.content = since()
	time.Sleep(settled)
	m.memory = resident(b, p.cmd.Process.Pid)
	return m
}

// written tells whether the upper left of the screen, where the window stands, has more than one color. It
// looks at the bytes of the picture, since decoding it would take time from the program.
func (s *Screen) written(b *testing.B) bool {
	const width, height = 1000, 700
	data, err := os.ReadFile(s.frame)
	if err != nil || len(data) < 100 {
		b.Fatalf("the screen shows nothing: %v", err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	stride, pixels := word(12), word(0)+12*word(19)
	at := func(x, y int) uint32 { return binary.LittleEndian.Uint32(data[pixels+y*stride+4*x:]) }
	first := at(0, 0)
	for y := 0; y < height; y += 2 {
		for x := 0; x < width; x += 2 {
			if at(x, y) != first {
				return true
			}
		}
	}
	return false
}

// resident is the memory that a process holds, in MB.
func resident(b *testing.B, pid int) float64 {
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "status"))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if size, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kB, err := strconv.ParseFloat(strings.Fields(size)[0], 64)
			if err != nil {
				b.Fatal(err)
			}
			return kB / 1024
		}
	}
	b.Fatal("the system does not tell a process's memory")
	return 0
}

func median(list []started, of func(started) float64) float64 {
	values := make([]float64, len(list))
	for i, s := range list {
		values[i] = of(s)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

func absolute(b *testing.B, path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		b.Fatal(err)
	}
	return full
}
