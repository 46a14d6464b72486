package phone

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"howett.net/plist"
)

// Bounds of property lists: those of phones are a few levels deep, and binary ones are only pair records and
// lists of profiles.
const (
	maxDepth  = 32
	maxBinary = 128 << 10
)

// decode reads a property list into v: an XML one, or a binary one into a struct without interfaces, so that
// shared values can't grow without bound. Fields of another type than the list's are an error.
func decode(data []byte, v any) (err error) {
	defer func() {
		if defect := recover(); defect != nil { // the library panics on some lists
			err = &Fault{Kind: Garbled, Err: fmt.Errorf("%v", defect)}
		}
	}()
	if bytes.HasPrefix(data, []byte("bplist")) {
		if len(data) > maxBinary {
			return fail(Garbled, "")
		}
	} else if err := judgeXML(data); err != nil {
		return err
	}
	if _, err := plist.Unmarshal(data, v); err != nil {
		return &Fault{Kind: Garbled, Err: err}
	}
	return nil
}

// judgeXML says whether a text is an XML property list of bounded depth. The library takes other texts for
// older kinds of lists.
func judgeXML(data []byte) error {
	depth, whole := 0, false
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && whole:
			return nil
		case err != nil:
			return &Fault{Kind: Garbled, Err: err}
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth || depth == 1 && (token.Name.Local != "plist" || whole) {
				return fail(Garbled, "")
			}
			whole = true
		case xml.EndElement:
			depth--
		}
	}
}

// encode writes a property list.
func encode(fields map[string]any) ([]byte, error) { return plist.Marshal(fields, plist.XMLFormat) }

// typeName names the type of a value as property lists do.
func typeName(v any) string {
	switch v.(type) {
	case nil:
		return "nothing"
	case bool:
		return "boolean"
	case uint64, int64:
		return "integer"
	case float64:
		return "real"
	case string:
		return "string"
	case []byte:
		return "data"
	case time.Time:
		return "date"
	case []any:
		return "array"
	case map[string]any:
		return "dictionary"
	}
	return "other"
}

// maxText bounds short texts from a phone, in bytes; a case keeps no longer ones.
const maxText = 200

// plain makes one short line of a text from outside.
func plain(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
	}), " ")
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	return text
}
