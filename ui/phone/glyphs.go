package phone

import (
	"embed"
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The drawings have no strokes: Fyne's renderer does not scale the thickness of strokes.
//
//go:embed glyphs/*.svg
var glyphFiles embed.FS

// glyph is the name of a file in the folder glyphs, without its ending.
type glyph string

// glyph draws a sign in a square; hole is the colour of the parts that are cut out of the sign.
func (p *pen) glyph(g glyph, a area, sign, hole color.Color) {
	if p.isOutside(a.y, a.h) {
		return
	}
	data, err := glyphFiles.ReadFile("glyphs/" + string(g) + ".svg")
	if err != nil {
		fyne.LogError("drawing of the phone", err)
		return
	}
	in, out := hex(sign), hex(hole)
	svg := strings.NewReplacer("signColor", in, "holeColor", out).Replace(string(data))
	// the name holds the colours, because Fyne caches drawings by name
	file := fyne.NewStaticResource("phone-"+string(g)+in[1:]+out[1:]+".svg", []byte(svg))
	i := canvas.NewImageFromResource(file)
	i.FillMode = canvas.ImageFillContain
	p.place(i, a)
}

// hex writes a colour as SVG needs it: #rrggbb.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}

// The colours of the tiles behind the signs. They carry no meaning; white on each has a contrast of at least
// 4:1.
var (
	slate  = color.NRGBA{0x5B, 0x66, 0x75, 0xFF}
	blue   = color.NRGBA{0x2F, 0x6F, 0xDE, 0xFF}
	teal   = color.NRGBA{0x0F, 0x7F, 0x86, 0xFF}
	green  = color.NRGBA{0x2C, 0x83, 0x50, 0xFF}
	amber  = color.NRGBA{0xA3, 0x66, 0x00, 0xFF}
	red    = color.NRGBA{0xB8, 0x40, 0x38, 0xFF}
	violet = color.NRGBA{0x6C, 0x57, 0xC4, 0xFF}
)

// tile is the sign in front of a row.
type tile struct {
	sign  glyph
	color color.NRGBA
}

// tiles are the signs of rows, by plainID of the row.
var tiles = map[string]tile{
	"airplane-mode": {"airplane", amber}, "wifi": {"wifi", blue}, "bluetooth": {"link", blue},
	"cellular": {"antenna", green}, "personal-hotspot": {"link", green}, "battery": {"battery", green},
	"vpn": {"shield", blue}, "notice": {"info", red}, "family": {"people", teal},
	"notifications": {"bell", red}, "sounds": {"speaker", red}, "focus": {"moon", violet},
	"screen-time": {"hourglass", violet}, "general": {"gear", slate},
	"accessibility": {"accessibility", blue}, "apple-pencil": {"pencil", slate}, "camera": {"camera", slate},
	"control-center": {"sliders", slate}, "display": {"sun", blue}, "home-screen": {"grid", violet},
	"multitasking": {"windows", slate}, "wallpaper": {"picture", teal}, "search": {"search", slate},
	"siri": {"spark", violet}, "apple-intelligence": {"spark", violet}, "standby": {"screen", slate},
	"home-button": {"handset", slate}, "face-id": {"lock", green}, "emergency": {"plus", red},
	"privacy": {"shield", blue}, "game-center": {"pad", violet}, "icloud": {"cloud", blue},
	"wallet": {"card", slate}, "apps": {"grid", blue}, "app-store": {"bag", blue},
	"passwords": {"key", slate},

	"about": {"info", slate}, "software-update": {"update", slate}, "applecare": {"heart", red},
	"airdrop": {"waves", blue}, "airplay": {"screen", slate}, "picture": {"pip", slate},
	"carplay": {"car", green}, "screen-capture": {"camera", slate}, "storage": {"drive", slate},
	"background-refresh": {"refresh", slate}, "autofill": {"key", slate}, "date-time": {"calendar", blue},
	"dictionary": {"book", blue}, "fonts": {"letter", slate}, "keyboard": {"keyboard", slate},
	"language": {"globe", blue}, "vpn-device-management": {"shield", slate}, "legal": {"document", slate},
	"transfer-reset": {"reset", slate},

	"photos": {"picture", amber}, "drive": {"folder", blue}, "icloud-drive": {"folder", blue},
	"mail": {"mail", blue}, "keychain": {"key", slate}, "messages": {"bubble", green},
	"notes": {"note", amber}, "contacts": {"person", slate}, "calendars": {"calendar", red},
	"safari": {"compass", blue}, "health": {"heart", red}, "backup": {"reset", teal},
	"backups": {"reset", teal}, "private-relay": {"globe", blue}, "hide-my-email": {"eye", blue},
	"email-domain": {"mail", violet}, "advanced-data-protection": {"lock", blue},
	"web-access": {"globe", slate}, "app": {"app", slate},

	"account": {"person", slate}, "person": {"person", slate}, "intro": {"cloud", blue},
	"prepare": {"handset", slate}, "update": {"gear", slate}, "name": {"document", slate},
	"plan": {"cloud", blue}, "profile": {"document", slate}, "management": {"document", slate},
	"icloud-plus": {"cloud", blue}, "other": {"app", slate}, "this-device": {"handset", slate},
	"other-device": {"tablet", slate}, "find-my": {"pin", green}, "media-purchases": {"bag", blue},
	"sign-in-with-apple": {"key", slate}, "contact-key": {"key", slate},
}

// tileFor returns the sign of a row on its screen, and false when the row has none there. From version 18 on
// more screens have signs.
func tileFor(screen, row string, since18 bool) (tile, bool) {
	switch screen {
	case "settings", "icloud", "icloud-apps", "icloud-storage", "device-storage", "backups", "subscriptions":
	case "general":
		if !since18 {
			return tile{}, false
		}
	case "device-backup", "cellular":
		if !strings.HasPrefix(row, "app") || row == "apps" {
			return tile{}, false
		}
	case "account", "backup":
		if !strings.HasSuffix(row, "-device") && row != "icloud" && row != "family" && row != "find-my" && row != "media-purchases" &&
			row != "sign-in-with-apple" {
			return tile{}, false
		}
	default:
		return tile{}, false
	}
	t, ok := tiles[plainID(row)]
	return t, ok
}

// plainID returns the id of a row without the endings that tell places, versions and repetitions apart.
func plainID(id string) string {
	for _, end := range []string{"-earlier", "-top", "-switch", "-second", "-third"} {
		id = strings.TrimSuffix(id, end)
	}
	return id
}

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
