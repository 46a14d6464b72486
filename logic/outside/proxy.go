package outside

import (
	"context"
	"io"
	"os/exec"
	"time"
)

// maxSettings bounds what a program of the desktop may print, in bytes.
const maxSettings = 64 << 10

// ProxySettings returns the proxy settings of the GNOME desktop and those that share them, one key and value a line. It is empty on
// other systems, and where nobody answers within a second.
func (c Computer) ProxySettings() string {
	if c.os() != "linux" {
		return ""
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Second)
	defer stop()
	program := exec.CommandContext(ctx, "gsettings", "list-recursively", "org.gnome.system.proxy")
	program.WaitDelay = time.Second / 10
	pipe, err := program.StdoutPipe()
	if err != nil || program.Start() != nil {
		return ""
	}
	text, err := io.ReadAll(io.LimitReader(pipe, maxSettings))
	if err != nil || program.Wait() != nil {
		return ""
	}
	return string(text)
}
