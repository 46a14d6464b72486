package evidence

import "testing"

// A defect of one part waits for the others and then is that of the one who waits.
func TestADefectOfAPartIsThatOfTheLook(t *testing.T) {
	var c Crew
	ended := make([]bool, 3)
	for i := range ended {
		c.Go(func() {
			ended[i] = true
			if i == 1 {
				panic("a defect")
			}
		})
	}
	defer func() {
		if defect := recover(); defect != "a defect" {
			t.Errorf("it raises %v", defect)
		}
		for i, e := range ended {
			if !e {
				t.Errorf("part %d did not run", i)
			}
		}
	}()
	c.Wait()
	t.Error("the defect is lost")
}
