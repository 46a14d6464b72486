package desk

import "time"

// Watch is how a machine watches the device for a new backup.
type Watch struct {
	Can         bool          // a machine that is on can
	Reached     bool          // it reaches the device at the moment
	Brief       string        // how the machine is doing, in a few words
	Since       time.Time     // zero while nothing watches
	For         time.Duration // since then
	Begin, Stop func()
}

// Watch tells how the device is being watched.
func (d *Desk) Watch() Watch {
	if d.hooks.Watch == nil {
		return Watch{}
	}
	return d.hooks.Watch()
}
