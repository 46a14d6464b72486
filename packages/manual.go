package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"backupdoctor/logic/plainfile"
)

// command is a command of the program, as its help tells it.
type command struct{ Form, Does string }

// readHelp reads the texts of the help from a file of texts, in their order there.
func (p *Product) readHelp(path string) error {
	content, err := plainfile.Read(path, 1<<24)
	if err != nil {
		return err
	}
	texts := json.NewDecoder(bytes.NewReader(content))
	if _, err := texts.Token(); err != nil {
		return err
	}
	for texts.More() {
		key, err := texts.Token()
		if err != nil {
			return err
		}
		var value any
		if err := texts.Decode(&value); err != nil {
			return err
		}
		text, isText := value.(string)
		name, isHelp := strings.CutPrefix(fmt.Sprint(key), "cli.help.")
		switch {
		case !isText || !isHelp:
		case name == "title":
			p.Introduction = text
		case name == "window":
			p.Window = text
		case name == "codes":
			p.ExitCodes = text
		case strings.HasSuffix(name, ".form"):
			p.Commands = append(p.Commands, command{Form: text})
		case len(p.Commands) > 0 && p.Commands[len(p.Commands)-1].Does == "":
			p.Commands[len(p.Commands)-1].Does = text
		}
	}
	if p.Introduction == "" || p.Window == "" || p.ExitCodes == "" || len(p.Commands) < 5 {
		return fmt.Errorf("%s: the texts of the help are not there", path)
	}
	return nil
}

// roff writes a text so that the manual's typesetter takes no sign of it for an order.
func roff(text string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "’", `\(cq`, "“", `\(lq`, "”", `\(rq`).Replace(text)
}
