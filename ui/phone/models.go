package phone

import (
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
	switch d := apple.Of(kind, model, apple.Version{}, ""); {
	case kind == apple.IPad && d.HomeButton:
		return restartTopHome
	case kind == apple.IPad:
		return restartTop
	case d.Restart == apple.ByVolume:
		return restartVolume
	case d.Restart == apple.ByHome:
		return restartHome
	case d.HomeButton:
		return restartSideSE
	}
	return restartSide
}
