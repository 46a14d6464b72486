package phone

import (
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
)

// hardwareFor returns the picture of a thing outside Settings.
func hardwareFor(device, model string, thing knowledge.Thing) hardwareKind {
	switch thing {
	case knowledge.ThingCharging:
		return chargingSymbol
	case knowledge.ThingWifi:
		return wifiSymbol
	case knowledge.ThingLock:
		return lockSymbol
	case knowledge.ThingNight:
		return nightScreen
	case knowledge.ThingResting:
		return restingScreen
	}
	return restartFor(device, model)
}

// restartFor returns the buttons that force a model to restart; they differ by family [B7, W49, W50].
func restartFor(kind, model string) hardwareKind {
	name, n := strings.ToLower(model), apple.Generation(model)
	if kind == apple.IPad {
		if apple.HasHomeButton(kind, name) {
			return restartTopHome
		}
		return restartTop
	}
	switch {
	case strings.Contains(name, ","):
		return restartSide
	case apple.HasWord(name, "se"):
		if n == 1 || n == 2016 {
			return restartHome
		}
		return restartSideSE
	case n == 8:
		return restartSideSE
	case n == 7:
		return restartVolume
	case n >= 4 && n <= 6:
		return restartHome
	}
	return restartSide
}
