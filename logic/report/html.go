package report

import (
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"reflect"

	"backupdoctor/logic/words"
)

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"kind":    func(b Block) string { return reflect.TypeOf(b).Elem().Name() },
	"drawn":   (*Figures).drawn,
	"words":   (*Figure).words,
	"format":  (*Figure).format,
	"picture": dataURI,
}).Parse(pageHTML))

// dataURI returns a picture as an address that holds the whole drawing.
func dataURI(f *Figure) template.URL {
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(f.Drawing.SVG()))) //nolint:gosec // our own drawing in base64
}

// HTML writes the document as one web page for screens, light or dark, and for paper. The page loads nothing.
func (d *Document) HTML(w io.Writer) error {
	if err := pageTemplate.Execute(w, d); err != nil {
		return words.Wrap(err, "report.error.page")
	}
	return nil
}
