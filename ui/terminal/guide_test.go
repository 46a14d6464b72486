package terminal_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
)

// talk plays a script of lines on a case with the small base.
func talk(t tb, path string, lines ...string) outcome {
	t.Helper()
	return play(t, filepath.Join(filepath.Dir(path), "home"), strings.Join(lines, "\n")+"\n", "text", "-knowledge", small, path)
}

// whole is a case from the message to a finished backup, with everything else on the way.
var whole = []string{
	"Not enough iCloud storage", "", // the message
	"?", "c", "", "h", "", // look around
	"s", "3.1 GB of 5 GB", "4.8 GB", "", // storage numbers, and nothing more about it
	"u", "r", "p",
	"2",     // the larger plan did not help
	"b",     // but it did after a while
	"1",     // it was changed
	"1", "", // and a backup finished, without its time
	"q",
}

func TestAWholeCase(t *testing.T) {
	path := write(t, "case.toml", head)
	o := talk(t, path, whole...)
	if o.code != 0 || o.err != "" {
		t.Fatalf("code %d, message %q", o.code, o.err)
	}
	want := "says=not-enough-storage storage buy-storage=failed buy-storage=done proof=finished"
	if got := told(t, path); got != want {
		t.Errorf("the file tells %q, want %q", got, want)
	}
	at := 0
	for _, part := range []string{
		"Anna: iPhone, iOS 18.4",
		"What’s wrong with the backup?",
		"Taken as: There is not enough storage available to back up this iPhone.",
		"iCloud has less room than the backup needs.",
		"Get more iCloud storage",
		"A larger plan makes room at once.",
		"2 to 6 minutes. Easy. Costs money.",
		"What it costs: The plan costs money every month.",
		" 1. Choose a plan under “Change Storage Plan”.",
		"What you should see: The plan is larger.",
		"How did it go?",
		"1. Done",
		"4. Not now",
		"From here it takes about",
		"Not enough room in iCloud",
		"Points to it strongly: It says “There is not enough storage",
		"Restart and reset",
		"How large is the iCloud plan",
		"The next backup needs 2.9 GB more than is free.",
		"Clean-ups may make enough room, free of charge.",
		"$0.99 a month is likely enough for years.",
		"Taken back: Storage: 3.1 GB of 5 GB used, next backup 4.8 GB",
		"Brought back: Storage: 3.1 GB of 5 GB used, next backup 4.8 GB",
		"iCloud Backup report: [name left out]",
		"So far: it didn’t help",
		"Now see one backup finish",
		"1. A new date or time",
		"Your iPhone has made a backup",
		"The last step was: Get",
		"The case is saved in " + path[:8],
	} {
		next := strings.Index(o.out[at:], part)
		if next < 0 {
			t.Fatalf("%q is missing or too early in:\n%s", part, o.out)
		}
		at += next + len(part)
	}
}

func TestTheInputMayEndAnywhere(t *testing.T) {
	t.Parallel()
	script := strings.Join(whole, "\n") + "\n"
	for cut := range len(script) {
		path := write(t, "case.toml", head)
		o := play(t, t.TempDir(), script[:cut], "text", "-knowledge", small, path)
		if o.code != 0 || o.err != "" {
			t.Fatalf("after %q: code %d, message %q", script[:cut], o.code, o.err)
		}
		told(t, path)
	}
}

func TestWhatWasTypedBeforeTheEndIsKept(t *testing.T) {
	path := write(t, "case.toml", head)
	talk(t, path, "Not enough iCloud storage")
	if got := told(t, path); got != "says=not-enough-storage" {
		t.Errorf("the file tells %q", got)
	}
}

func TestEveryEventIsSavedAtOnce(t *testing.T) {
	path := write(t, "case.toml", head)
	for _, tt := range []struct{ line, want string }{
		{"\n2", "backup-switch=off"},
		{"2", "backup-switch=off turn-on-backup=failed"},
		{"u", "backup-switch=off"},
		{"u", ""},
	} {
		talk(t, path, tt.line)
		if got := told(t, path); got != tt.want {
			t.Errorf("after %q the file tells %q, want %q", tt.line, got, tt.want)
		}
	}
}

func TestAnswersAndBack(t *testing.T) {
	for _, tt := range []struct{ name, script, want, says string }{
		{"an answer and its note", "\n2\nq", "backup-switch=off", "Then this is very likely the reason."},
		{"can't tell", "\n3\nq", "backup-switch=cant-tell", ""},
		{"not now", "\n4\nq", "backup-switch=not-now", ""},
		{"back to change an answer", "\n2\nb\n1\nq", "backup-switch=off backup-switch=on", "So far: It is off"},
		{"nothing to go back to", "\nb\nq", "", "There’s no page before this one."},
		{"nothing to undo", "\nu\nq", "", "There’s nothing to undo."},
		{"nothing to redo", "\nr\nq", "", "There’s nothing to redo."},
		{"a row of the checklist", "\nc\n2\n1\nq", "next-backup-fits=fits", "Compare “Next Backup Size” with what is free."},
		{"a row that is not there", "\nc\n99\n\nq", "", "Type a number up to"},
		{"a number that is not there", "\n9\n0\n-1\nq", "", "That doesn’t mean anything here."},
		{"a message that nobody knows", "the cat ate it\nreally\n\nq", "says=", "No known message reads like this."},
		{"none of the messages", "not enough\n\n0\nq", "says=", "Is it one of these?"},
		{"keeping the words of a message", "not enough\n\n\nq", "says=", "Enter keeps your words as they are"},
		{"dropping a message", "not enough\n\n-\nq", "", "Is it one of these?"},
		{"the complaint taken back", "Not enough iCloud storage\n\nu\n\nq", "", "Taken back: "},
		{"a number that is none", "\ns\n5 GB\nlots\n3 GB\n\nq", "storage", ""},
		{"storage numbers, all skipped", "\ns\n\n\n\nq", "", "The numbers haven’t changed."},
		{"quitting at once", "q", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, "case.toml", head)
			o := talk(t, path, tt.script)
			if got := told(t, path); got != tt.want || o.code != 0 {
				t.Errorf("code %d; the file tells %q, want %q:\n%s", o.code, got, tt.want, o.out)
			}
			if !strings.Contains(o.out, tt.says) {
				t.Errorf("%q was not said:\n%s", tt.says, o.out)
			}
		})
	}
}

// Whoever wants to leave while the device is asked for, leaves; other commands say when they work.
func TestCommandsWhileTheDeviceIsAskedFor(t *testing.T) {
	path := write(t, "case.toml", "[case]\nname = \"Old\"\n")
	o := talk(t, path, "s", "u", "h", "2", "q")
	if got := strings.Count(strings.Join(strings.Fields(o.out), " "), "then the commands work"); got != 3 {
		t.Errorf("the commands are explained %d times, want 3:\n%s", got, o.out)
	}
	if strings.Contains(o.out, "Type a number up to") || strings.Contains(o.out, "This is no version") {
		t.Errorf("a command is taken for a wrong answer:\n%s", o.out)
	}
	if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), `device = "ipad"`) {
		t.Errorf("what was answered before leaving is lost: %v\n%s", err, data)
	}
}

func TestTheWayFollowsTheVersion(t *testing.T) {
	path := write(t, "case.toml", "[case]\nname = \"Old\"\ndevice = \"ipad\"\n")
	o := talk(t, path, "", "17", "", "d", "", "none", "18.2", "q")
	for _, want := range []string{"iPad, iPadOS 17", "Where: Settings › your name › iCloud Backup › Back Up This iPad", "That isn’t a version."} {
		if !strings.Contains(o.out, want) {
			t.Errorf("%q is missing:\n%s", want, o.out)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), `version = "18.2"`) {
		t.Errorf("the version is not kept: %v\n%s", err, data)
	}
}

// The answer that there is a message leads to the question what it says.
func TestTheMessageIsAskedForAfterItsAnswer(t *testing.T) {
	path := write(t, "case.toml", head)
	lines := []string{"", "", "c", "1", "2", "iCloud Storage Full", "", "q"}
	o := play(t, t.TempDir(), strings.Join(lines, "\n")+"\n", "text", path)
	want := "message-shown=shown says=icloud-storage-full"
	if got := told(t, path); got != want || o.code != 0 {
		t.Errorf("code %d; the file tells %q, want %q:\n%s", o.code, got, want, o.out)
	}
}

// The shipped base knows languages, so that the phone's is asked for too.
func TestTheWayFollowsTheLanguageOfThePhone(t *testing.T) {
	path := write(t, "case.toml", "[case]\nname = \"Oma\"\nversion = \"17.5\"\n[[event]]\ncheck = \"back-up-switch\"\nanswer = \"on\"\n")
	o := play(t, t.TempDir(), strings.Join([]string{"", "d", "", "", "99", "klingon", "3", "d", "", "", "", "u", "q", ""}, "\n"), "text", path)
	for _, want := range []string{
		"Which language is it set to? 1 English, 2 English (UK), 3 German", "Enter keeps English:", "Enter keeps German:",
		"Where: Einstellungen › ", "Where: Settings › ", "Taken back: About this device",
	} {
		if !strings.Contains(strings.Join(strings.Fields(o.out), " "), want) {
			t.Errorf("%q is missing:\n%s", want, o.out)
		}
	}
	if strings.Contains(o.out, "““") {
		t.Errorf("labels stand in quotation marks twice:\n%s", o.out)
	}
	if data, err := os.ReadFile(path); err != nil || strings.Contains(string(data), "language") {
		t.Errorf("the language is still there after undo: %v\n%s", err, data)
	}
}

func TestAnythingMayBeTyped(t *testing.T) {
	t.Parallel()
	folder, runs := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		dir := filepath.Join(folder, strconv.Itoa(runs))
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		script := string(rapid.SliceOfN(rapid.Byte(), 0, 2000).Draw(t, "script"))
		if o := play(t, dir, script, "text", "-knowledge", small, filepath.Join(dir, "new.toml")); o.code != 0 {
			t.Fatalf("code %d, message %q", o.code, o.err)
		}
	})
}

func TestALongLineIsCut(t *testing.T) {
	path := write(t, "case.toml", head)
	if o := talk(t, path, strings.Repeat("word ", 1<<18), "", "q"); o.code != 0 || strings.Contains(o.out, "did not work") {
		t.Errorf("code %d, message %q:\n%.2000s", o.code, o.err, o.out)
	}
	if info, err := os.Stat(path); err != nil || info.Size() > 70<<10 {
		t.Errorf("the case has %d bytes: %v", info.Size(), err)
	}
}

func TestACaseCannotSteerTheTerminal(t *testing.T) {
	path := write(t, "case.toml", head+"[[event]]\nkind = \"message\"\ntext = \"\\u001b[2J\\u202egnp\\u0007 evil\"\n")
	o := talk(t, path, "p", "?", "q")
	if strings.ContainsAny(o.out, "\x1b\x07\u202e") || !strings.Contains(o.out, "evil") {
		t.Errorf("what was pasted reaches the terminal: %q", o.out)
	}
}

func TestWhatWasFoundCanBeFixedAtOnce(t *testing.T) {
	path := write(t, "case.toml", head+`
[[event]]
message = "MSG01"

[[event]]
check = "low-data-mode"
answer = "on"
`)
	o := play(t, t.TempDir(), "f\n3\nf\nq\n", "text", path)
	offer, page := strings.Index(o.out, "There’s a step for what you found"), strings.Index(o.out, "How did it go?")
	if offer < 0 || page < offer {
		t.Errorf("the fix is not offered or not shown:\n%s", o.out)
	}
	if got := told(t, path); !strings.HasSuffix(got, "turn-off-low-data-mode=unsure") {
		t.Errorf("the file tells %q", got)
	}
	if !strings.Contains(o.out, "Nothing was found that a harmless fix") {
		t.Errorf("it is offered a second time:\n%s", o.out)
	}
}

func TestTheHandOverPage(t *testing.T) {
	path := write(t, "case.toml", nearReset)
	o := talk(t, path, "confirm", "confirm", "2", "2", "", "q")
	for _, want := range []string{"likely to help at home. Apple Support can", "iCloud Backup report: [name left out]", "Give this page to Apple Support", "Reset all settings: it didn’t help"} {
		if !strings.Contains(o.out, want) {
			t.Errorf("%q is missing:\n%s", want, o.out)
		}
	}
}

func TestWithoutAFileTheDataFolderIsUsed(t *testing.T) {
	home := t.TempDir()
	run := func(script string) outcome { return play(t, home, script, "text", "-knowledge", small) }
	if o := run("1\n18.4\n\n2\nq\n"); o.code != 0 {
		t.Fatalf("code %d: %s", o.code, o.err)
	}
	first := filepath.Join(casefile.ShelfDir(home), "My iPhone.backupcase")
	if got := told(t, first); got != "backup-switch=off" {
		t.Fatalf("the file tells %q", got)
	}
	if o := run("\nq\n"); !strings.Contains(o.out, "1. My iPhone: In progress, changed") || !strings.Contains(o.out, "Turn on iCloud Backup") {
		t.Errorf("the case is not offered or does not go on:\n%s", o.out)
	}
	run("n\n2\n17\n\nq\n")
	run("9\nq\n")
	run("")
	items, err := filepath.Glob(filepath.Join(casefile.ShelfDir(home), "*.backupcase"))
	if err != nil || len(items) != 2 {
		t.Errorf("cases %v, %v; want two", items, err)
	}
}

func TestACaseThatIsOpenElsewhereCanBeReadOnly(t *testing.T) {
	path := write(t, "case.toml", head)
	file, _, err := casefile.Open(path, base(t), clock())
	if err != nil {
		t.Fatal(err)
	}
	o := talk(t, path, "", "2", "d", "", "", "", "q")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if o.code != 0 || told(t, path) != "" {
		t.Errorf("code %d, message %q, the file tells %q", o.code, o.err, told(t, path))
	}
	if strings.Count(o.out, "open elsewhere") < 2 || !strings.Contains(o.out, "Anna") {
		t.Errorf("it is not said at the start and with the answer that nothing can be changed:\n%s", o.out)
	}
}

func TestAnOddVersionAndAMissingFileAreTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "garndma.toml")
	o := talk(t, path, "", "5", "", "q")
	for _, want := range []string{"There was no file garndma.toml.", "iCloud doesn’t accept new backups"} {
		if !strings.Contains(strings.Join(strings.Fields(o.out), " "), want) {
			t.Errorf("%q is missing:\n%s", want, o.out)
		}
	}
	if o = talk(t, path, "q"); strings.Contains(o.out, "There was no file") {
		t.Errorf("the file that is there now is missed:\n%s", o.out)
	}
}

// Where there is no folder nothing could be kept, so it is said before a question is asked.
func TestNoCaseIsStartedWithoutItsFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "home", "nodir")
	o := talk(t, filepath.Join(folder, "grandma.toml"), "", "5", "", "q")
	if o.code == 0 || o.out != "" || !strings.Contains(o.err, "There is no folder "+folder) {
		t.Errorf("code %d, message %q after\n%s", o.code, o.err, o.out)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder was made: %v", err)
	}
}

// A fraud is warned of wherever it is said, also when the input ends behind it, and in a case that is opened again.
func TestAFraudIsWarnedOf(t *testing.T) {
	const warning = "This looks like fraud, not like Apple"
	fraud := "We’ve blocked your account! Your photos and videos will be deleted on May 3"
	for name, script := range map[string]string{"ended": fraud, "sent off": fraud + "\n\nq\n"} {
		path := write(t, "case.toml", "[case]\nname = 'Anna'\nversion = '18'\n")
		home := t.TempDir()
		if o := play(t, home, script, "text", path); !strings.Contains(o.out, warning) {
			t.Errorf("%s: no warning:\n%s%s", name, o.out, o.err)
		}
		if o := play(t, home, "q\n", "text", path); !strings.Contains(o.out, warning) {
			t.Errorf("%s: no warning when the case is opened again:\n%s", name, o.out)
		}
		if o := play(t, home, "", "report", path); !strings.Contains(o.out, warning) {
			t.Errorf("%s: no warning in the report:\n%s", name, o.out)
		}
	}
}

func TestTheFixOfThePageIsTold(t *testing.T) {
	path := write(t, "case.toml", head+"[[event]]\ncheck = \"backup-switch\"\nanswer = \"off\"\n")
	o := talk(t, path, "f", "q")
	if !strings.Contains(o.out, "Turn on iCloud Backup") || !strings.Contains(o.out, "This step is the fix.") {
		t.Errorf("the fix is not told:\n%s", o.out)
	}
}

func TestCommandsAreNoMessage(t *testing.T) {
	path := write(t, "case.toml", head)
	o := talk(t, path, "u", "r", "q")
	if got := told(t, path); got != "" || o.code != 0 {
		t.Errorf("the file tells %q, code %d:\n%s", got, o.code, o.out)
	}
}

// What a machine read or another program wrote after a change is not what is taken back.
func TestUndoNamesWhatItTook(t *testing.T) {
	path := write(t, "case.toml", head+`
[[event]]
kind = "answer"
time = 2026-11-20T10:00:00Z
source = "person"
check = "backup-switch"
answer = "off"

[[event]]
kind = "observation"
time = 2026-11-20T10:05:00Z
source = "phone"
fact = "version"
value = "18.4"
`)
	o := talk(t, path, "u", "r", "q")
	if n := strings.Count(o.out, "Taken back: Is “Back Up This iPhone” on? It is off"); n != 1 {
		t.Errorf("the answer is not named:\n%s%s", o.out, o.err)
	}
}
