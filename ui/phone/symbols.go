package phone

import "image/color"

// battery draws a battery; level is its charge, 0 to 1. It is made of filled shapes, so that it is sharp at
// any size.
func (p *pen) battery(a area, level float32, ink, ground color.Color) {
	line := max(a.h*0.1, 1)
	tip := a.h * 0.16
	shell := area{a.x, a.y, a.w - tip - line*0.8, a.h}
	p.rect(area{a.right() - tip*1.6, a.y + a.h*0.32, tip * 1.6, a.h * 0.36}, tip*0.8, ink)
	p.rect(area{shell.right(), a.y, line * 0.8, a.h}, 0, ground)
	p.rect(shell, a.h*0.28, ink)
	p.rect(shell.grown(-line), a.h*0.28-line, ground)
	in := shell.grown(-line * 2)
	p.rect(area{in.x, in.y, in.w * level, in.h}, max(a.h*0.28-2*line, line*0.6), ink)
}
