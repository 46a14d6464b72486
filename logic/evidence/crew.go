package evidence

import "sync"

// Crew runs parts of a look side by side. A defect in one of them ends the look and not the program: Wait
// raises it in the goroutine of the look. The zero value is ready.
type Crew struct {
	all    sync.WaitGroup
	mu     sync.Mutex
	defect any // the first
}

// Go runs a part in a goroutine of its own.
func (c *Crew) Go(part func()) {
	c.all.Go(func() {
		defer func() {
			if defect := recover(); defect != nil {
				c.mu.Lock()
				defer c.mu.Unlock()
				if c.defect == nil {
					c.defect = defect
				}
			}
		}()
		part()
	})
}

// Wait returns when all parts have ended. It panics with the first defect, if one had any.
func (c *Crew) Wait() {
	c.all.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.defect != nil {
		panic(c.defect) //nolint:forbidigo // a defect goes on as one, where somebody can end the look for it
	}
}
