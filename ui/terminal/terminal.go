// Package terminal is the program without a window: the report, the next step for other programs, the linter
// of the knowledge base, and the whole guide in plain lines for screen readers and remote shells.
package terminal

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/casefile/filename"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// Exit codes of Run.
const (
	exitFine  = 0
	exitInput = 1 // a file or folder is wrong
	exitUsage = 2 // the command line is wrong
)

// Takes reports whether a command line is one for Run. The window takes a command line without arguments, or
// with one case file, which its name tells.
func Takes(args []string) bool {
	return len(args) > 1 || len(args) == 1 && !filename.IsCase(args[0])
}

// Console is the surroundings of the program when it has no window.
type Console struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
	Edition  string // the program's version in FyneApp.toml
	// Sources makes the sources of facts as the settings say; nil for none.
	Sources func(home string, s settings.Settings) []evidence.Source
}

// Run runs one command: report, next, lint, text, facts, version or help. A command reads the shipped knowledge
// base, the words for the locale in the environment and the person's own prices. Run returns the exit code: 0
// on success, 1 for a wrong file or folder, 2 for a wrong command line.
func (c Console) Run(args []string) int { return c.start(words.Sentence{}, args) }

// start is Run, which first tells why there is no window; the zero sentence tells nothing.
func (c Console) start(why words.Sentence, args []string) int {
	p := &program{
		in: newInput(c.In), out: newPrinter(c.Out, width(c.Getenv)), err: c.Err,
		getenv: c.Getenv, now: c.Now, edition: c.Edition, sources: c.Sources,
	}
	var err error
	if p.words, err = words.Load(assets.Files, assets.Translations, p.locale()); err != nil {
		fmt.Fprintln(p.err, "backupdoctor:", err)
		return exitInput
	}
	if !why.IsZero() {
		fmt.Fprintln(p.err, "backupdoctor:", p.text("fallback.text", "Why", why.Tell(p.words)))
	}
	err = p.run(args)
	if trouble := p.out.flush(); err == nil {
		err = trouble
	}
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, new(*usageError)):
		fmt.Fprintf(p.err, "backupdoctor: %s\n%s\n", err, p.text("cli.see-help"))
		return exitUsage
	case errors.Is(err, errReported):
		return exitInput
	}
	fmt.Fprintln(p.err, "backupdoctor:", clean(p.words.Sentence(err)))
	return exitInput
}

// Instead tells why there is no window and does the window's job in the terminal. Args are the arguments of
// the window.
func (c Console) Instead(why words.Sentence, args []string) int {
	return c.start(why, append([]string{"text"}, args...))
}

// program is one run of a command.
type program struct {
	in      *input
	out     *printer
	err     io.Writer
	getenv  func(string) string
	now     func() time.Time
	edition string
	words   *words.Catalog
	shelf   *casefile.Shelf // of the data folder; nil while the case was named on the command line
	sources func(home string, s settings.Settings) []evidence.Source
}

func (p *program) text(key string, values ...any) string { return p.words.Text(key, values...) }

// usageError is the error of a wrong command line.
type usageError struct{ what string }

func (e *usageError) Error() string { return e.what }

// errReported is a failure that was reported already.
var errReported = errors.New("failed")

// options are the options and arguments of a command line.
type options struct {
	json      bool
	names     bool     // put names into the report
	accounts  bool     // put accounts and numbers into the report
	owner     bool     // the report is for the owner
	html      bool     // the report is a web page
	only      string   // the one source to look with
	watch     bool     // stay with the source
	keys      bool     // list what the machines have, without values
	knowledge string   // folder with a knowledge base in place of the shipped one
	files     []string // arguments that are no options
}

// command is a command that Run knows.
type command struct {
	name        string
	options     []string // names of its options; parse binds each
	least, most int      // number of files
	run         func(p *program, o options) error
}

// commands returns the commands in the order of the help.
func commands() []command {
	return []command{
		{"text", []string{"knowledge"}, 0, 1, (*program).guide},
		{"report", []string{"names", "accounts", "owner", "html", "knowledge"}, 1, 1, (*program).report},
		{"next", []string{"json", "knowledge"}, 1, 1, (*program).next},
		{"facts", []string{"json", "only", "watch", "keys"}, 0, 1, (*program).facts},
		{"lint", nil, 0, 1, (*program).lint},
		{"version", nil, 0, 0, (*program).version},
		{"help", nil, 0, 1, (*program).help},
	}
}

func (p *program) run(args []string) error {
	if len(args) == 0 {
		return &usageError{p.text("cli.no-command")}
	}
	name := strings.TrimLeft(args[0], "-")
	if name == "h" || name == "?" {
		name = "help"
	}
	for _, c := range commands() {
		if c.name != name {
			continue
		}
		o, err := p.parse(c, args[1:])
		if errors.Is(err, flag.ErrHelp) {
			return p.help(options{})
		}
		if err != nil {
			return err
		}
		return c.run(p, o)
	}
	return &usageError{p.text("cli.unknown-command", "Command", clean(args[0]))}
}

// parse reads the options and files of a command. Options may stand before and after files.
func (p *program) parse(c command, args []string) (options, error) {
	var o options
	set := flag.NewFlagSet(c.name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	for _, name := range c.options {
		if text := map[string]*string{"knowledge": &o.knowledge, "only": &o.only}[name]; text != nil {
			set.StringVar(text, name, "", "")
			continue
		}
		set.BoolVar(map[string]*bool{
			"json": &o.json, "names": &o.names, "accounts": &o.accounts, "owner": &o.owner, "html": &o.html,
			"watch": &o.watch, "keys": &o.keys,
		}[name], name, false, "")
	}
	for {
		if err := set.Parse(args); errors.Is(err, flag.ErrHelp) {
			return o, err
		} else if err != nil {
			return o, &usageError{c.name + ": " + clean(err.Error())}
		}
		if args = set.Args(); len(args) == 0 {
			break
		}
		o.files, args = append(o.files, args[0]), args[1:]
	}
	if len(o.files) < c.least || len(o.files) > c.most {
		return o, &usageError{p.text("cli.files."+c.name, "Count", len(o.files))}
	}
	return o, nil
}

// help lists the commands.
func (p *program) help(o options) error {
	if len(o.files) > 0 && !slices.ContainsFunc(commands(), func(c command) bool { return c.name == o.files[0] }) {
		return &usageError{p.text("cli.unknown-command", "Command", clean(o.files[0]))}
	}
	p.out.line(p.text("cli.help.title"))
	p.out.blank()
	p.out.line(p.text("cli.help.window"))
	for _, c := range commands() {
		p.out.blank()
		p.out.line("backupdoctor " + p.text("cli.help."+c.name+".form"))
		p.out.item("  ", p.text("cli.help."+c.name))
	}
	p.out.blank()
	p.out.line(p.text("cli.help.codes"))
	return nil
}
