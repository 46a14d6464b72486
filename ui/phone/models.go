package phone

import (
	"strings"

	"backupdoctor/logic/knowledge"
)

// BodyFor is the shape of a device.
func BodyFor(d knowledge.Device) Body {
	if d.HomeButton {
		return HomeButton
	}
	return FullScreen
}

// RestartFor tells from the name of a model which buttons force it to restart; the ways differ by family [B7, W49, W50].
func RestartFor(kind, model string) HardwareKind {
	name, n := strings.ToLower(model), knowledge.Generation(model)
	if kind == knowledge.IPad {
		if knowledge.HasHomeButton(kind, name) {
			return RestartTopHome
		}
		return RestartTop
	}
	switch {
	case strings.Contains(name, ","):
		return RestartSide
	case knowledge.Called(name, "se"):
		if n == 1 || n == 2016 {
			return RestartHome
		}
		return RestartSideSE
	case n == 8:
		return RestartSideSE
	case n == 7:
		return RestartVolume
	case n >= 4 && n <= 6:
		return RestartHome
	}
	return RestartSide
}
