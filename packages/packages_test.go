package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"backupdoctor/assets"
)

// filled are the texts that a package gets.
func filled(t *testing.T, change func(*Product)) (Product, map[string][]byte) {
	t.Helper()
	p, err := product("..")
	if err != nil {
		t.Fatal(err)
	}
	p.Root, p.System, p.Processor = "build/packages/linux-arm64", "linux", "arm64"
	if change != nil {
		change(&p)
	}
	files, err := p.texts("..")
	if err != nil {
		t.Fatal(err)
	}
	return p, files
}

func TestEachFileNamesTheSameProgram(t *testing.T) {
	p, files := filled(t, func(p *Product) { p.Version = "7.8.9" })
	const share = "linux/usr/share/"
	for name, wants := range map[string][]string{
		share + "applications/" + p.ID + ".desktop": {
			"\nName=" + p.Name + "\n", "\nIcon=" + p.ID + "\n", "\nMimeType=" + p.MediaType + ";\n", "\nStartupWMClass=" + p.Name + "\n",
		},
		share + "metainfo/" + p.ID + ".metainfo.xml": {"<id>" + p.ID + "</id>", `version="7.8.9"`, p.MediaType},
		share + "mime/packages/" + p.ID + ".xml":     {p.MediaType, "*." + p.Suffix},
		p.ID + ".yml":                                {"id: " + p.ID + "\n", "path: ../backupdoctor-7.8.9-linux-arm64.tar.xz\n"},
		"macos/Info.plist":                           {"<string>" + p.ID + "</string>", "<string>7.8.9</string>", "<string>" + p.Suffix + "</string>"},
		"nfpm.yaml":                                  {"arch: arm64", `version: "7.8.9"`, "build/packages/linux-arm64/linux/usr"},
	} {
		for _, want := range wants {
			if !bytes.Contains(files[name], []byte(want)) {
				t.Errorf("%s does not say %q:\n%s", name, want, files[name])
			}
		}
	}
	for name, text := range files {
		if bytes.Contains(text, []byte("<no value>")) || strings.Contains(name, "{{") {
			t.Errorf("%s has a gap", name)
		}
	}
}

// TestWhatIsNotKnownIsLeftOut proves that the page of the project and the pictures of this version are named when there are any,
// and not otherwise.
func TestWhatIsNotKnownIsLeftOut(t *testing.T) {
	for _, known := range []struct{ address, files string }{
		{}, {"https://doctor.example/project", ""}, {"https://doctor.example/project", "https://files.doctor.example/project/0123abc"},
	} {
		p, files := filled(t, func(p *Product) { p.Address, p.Files = known.address, known.files })
		name := "linux/usr/share/metainfo/" + p.ID + ".metainfo.xml"
		for part, text := range map[string][]byte{name: files[name], "nfpm.yaml": files["nfpm.yaml"]} {
			named := bytes.Contains(text, []byte("homepage"))
			if named != (known.address != "") || !bytes.Contains(text, []byte(known.address)) {
				t.Errorf("with %q, %s says\n%s", known, part, text)
			}
		}
		pictures := strings.Split(string(files[name]), "<image>")[1:]
		if len(pictures) != map[bool]int{true: 3}[known.files != ""] {
			t.Errorf("with %q, stores show %d pictures", known, len(pictures))
		}
		for _, picture := range pictures {
			at, _, _ := strings.Cut(picture, "</image>")
			below, ok := strings.CutPrefix(at, known.files+"/")
			if _, err := os.Stat(filepath.Join("..", below)); err != nil || !ok {
				t.Errorf("a store shows %s: %v", at, err)
			}
		}
		validate(t, name, files[name])
	}
}

// validate asks the validator of stores, where it is installed, as .ci/setup does for packages.
func validate(t *testing.T, name string, text []byte) {
	t.Helper()
	validator, err := exec.LookPath("appstreamcli")
	if err != nil {
		t.Log(err)
		return
	}
	path := filepath.Join(t.TempDir(), filepath.Base(name))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	if told, err := exec.Command(validator, "validate", "--no-net", path).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s\n%s", err, told, text)
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	p, files := filled(t, func(p *Product) { p.Address, p.Files = "https://doctor.example", "https://files.doctor.example" })
	found := 0
	for name, text := range files {
		if end := path.Ext(name); end != ".xml" && end != ".svg" && end != ".plist" {
			continue
		}
		found++
		for decoder := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s of %s: %v", name, p.Name, err)
			}
		}
	}
	if found < 2 {
		t.Errorf("only %d files are looked at", found)
	}
}

// TestTheManualHasEveryCommand looks for the commands in the page that people read with man.
func TestTheManualHasEveryCommand(t *testing.T) {
	p, files := filled(t, nil)
	packed, err := gzip.NewReader(bytes.NewReader(files["linux/usr/share/man/man1/backupdoctor.1.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"text", "report", "next", "facts", "lint", "version", "help"} {
		if !bytes.Contains(text, []byte("\n.B "+name)) {
			t.Errorf("the manual has no command %s", name)
		}
	}
	for _, c := range p.Commands {
		if c.Form == "" || c.Does == "" || !bytes.Contains(text, []byte(roff(c.Does))) {
			t.Errorf("the manual does not tell what %q does", c.Form)
		}
	}
	if bytes.Contains(text, []byte(" -")) && !bytes.Contains(text, []byte(`\-`)) {
		t.Error("hyphens of options are no signs that can be copied")
	}
}

func icons(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	if err := (Product{ID: "org.example", MediaType: "application/x"}).addIcons("..", files); err != nil {
		t.Fatal(err)
	}
	return files
}

// macSides are the sides that macOS expects of the pictures in an icon file, by their kind.
var macSides = map[string]int{
	"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512,
}

func TestIconsHaveTheirSizes(t *testing.T) {
	files := icons(t)
	pictures := 0
	for name, content := range files {
		if path.Ext(name) != ".png" {
			continue
		}
		picture, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pictures++
		side := picture.Bounds().Dx()
		if side != picture.Bounds().Dy() {
			t.Errorf("%s is no square", name)
		}
		_, _, _, corner := picture.At(0, 0).RGBA()
		_, _, _, middle := picture.At(side/2, side/2).RGBA()
		if corner != 0 || middle != 0xffff {
			t.Errorf("%s: the corner is not clear, or the middle is", name)
		}
	}
	if pictures < 4*len(sizes) {
		t.Errorf("%d pictures", pictures)
	}
	for _, name := range []string{"backupdoctor", "case"} {
		file := files["macos/"+name+".icns"]
		if string(file[:4]) != "icns" || int(binary.BigEndian.Uint32(file[4:])) != len(file) {
			t.Fatalf("%s.icns does not tell its length", name)
		}
		for i := 8; i < len(file); {
			length := int(binary.BigEndian.Uint32(file[i+4:]))
			picture, err := png.Decode(bytes.NewReader(file[i+8 : i+length]))
			if err != nil || picture.Bounds().Dx() != macSides[string(file[i:i+4])] {
				t.Errorf("%s.icns, %s: %v", name, file[i:i+4], err)
			}
			i += length
		}
	}
}

// TestTheWindowsIconIsTheDrawnOne compares the picture that the program carries with the drawing.
func TestTheWindowsIconIsTheDrawnOne(t *testing.T) {
	files := icons(t)
	drawing, err := png.Decode(bytes.NewReader(files["windows/backupdoctor-512.png"]))
	if err != nil {
		t.Fatal(err)
	}
	carried, err := png.Decode(bytes.NewReader(assets.Icon))
	if err != nil {
		t.Fatal(err)
	}
	other := 0
	for y := range 512 {
		for x := range 512 {
			r, g, b, a := drawing.At(x, y).RGBA()
			r2, g2, b2, a2 := carried.At(x, y).RGBA()
			if max(r, r2)-min(r, r2)+max(g, g2)-min(g, g2)+max(b, b2)-min(b, b2)+max(a, a2)-min(a, a2) > 0x4000 {
				other++
			}
		}
	}
	if other > 512*512/100 { // edges are smoothed in another way
		t.Errorf("%d dots differ", other)
	}
}
