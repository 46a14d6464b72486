package ui

// Spaces on the 4-point grid.
const (
	spaceXS float32 = 4
	spaceS  float32 = 8
	spaceM  float32 = 12
	spaceL  float32 = 16
	spaceXL float32 = 24
)
