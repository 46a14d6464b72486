package diagnosis

// Reader is how well a machine reads the answer to a check.
type Reader struct {
	Answers []int   // indexes of the answers that it can tell apart; empty for all
	Wrong   float64 // chance that it reads another answer than is so, above 0
}

// A machine that the model does not describe reads nearly surely. A likelihood of at most slip stands for a person who
// looked wrongly; of a machine's reading it is at most misread. Higher ones are how often a phone is so, whoever looks.
const (
	slip    = 0.02
	misread = 0.001
)

// readBy returns the check with the likelihoods of what a machine reads.
func (k *Check) readBy(source string) (read *Check, wrong float64) {
	r, ok := k.Readers[source]
	if !ok {
		r.Wrong = misread
	}
	tells := make([]bool, len(k.Answers))
	for a := range tells {
		tells[a] = len(r.Answers) == 0
	}
	for _, a := range r.Answers {
		tells[a] = true
	}
	copied := *k
	copied.P = make([][]float64, len(k.P))
	for h, row := range k.P {
		copied.P[h] = sharpened(row, tells, r.Wrong)
	}
	return &copied, r.Wrong
}

// sharpened is the distribution of a machine's answers for one cause: only those that it can tell apart, and without the
// mistakes of people.
func sharpened(row []float64, tells []bool, wrong float64) []float64 {
	p := make([]float64, len(row))
	sum, known := 0.0, 0.0
	for a := range row {
		switch {
		case !tells[a]:
			continue
		case row[a] <= slip:
			p[a] = min(row[a], wrong)
		default:
			p[a] = row[a]
		}
		sum += p[a]
		known++
	}
	for a := range p {
		switch {
		case sum > 0:
			p[a] /= sum
		case tells[a]:
			p[a] = 1 / known // the cause shows itself by none of these
		}
	}
	return p
}
