package redaction

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkText(b *testing.B) {
	const sentence = "The last backup could not be completed. Your iPhone hasn't been backed up in 3 weeks, says Mara. "
	for _, n := range []int{1, 640} {
		text := strings.Repeat(sentence, n)
		b.Run(fmt.Sprint(len(text)), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				New(nil, Keep{}, bare).Text(text)
			}
		})
	}
}

// Forty thousand names, and the texts in which they are looked for.
func BenchmarkManyNames(b *testing.B) {
	names := make([]string, 42_000)
	for i := range names {
		names[i] = fmt.Sprintf("Tablet%dof Room%d", i, i%700)
	}
	text := strings.Repeat("The backup of this tablet in the living room was not completed. ", 20)
	for b.Loop() {
		r := New(names, Keep{}, bare)
		for range 100 {
			r.Text(text)
		}
	}
}
