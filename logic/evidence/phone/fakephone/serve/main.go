// Command serve plays usbmuxd with one iPhone until its input ends, for tools that are tried against it:
//
//	go run ./logic/evidence/phone/fakephone/serve -address 127.0.0.1:27016 -fault locked
//	USBMUXD_SOCKET_ADDRESS=127.0.0.1:27016 ideviceinfo -s
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"backupdoctor/logic/evidence/phone/fakephone"
)

func main() {
	address := flag.String("address", "127.0.0.1:0", "")
	fault := flag.String("fault", "", "")
	at := flag.Int("at", 0, "the answer at which the fault happens")
	backup := flag.Duration("backup", time.Hour, "age of the last backup")
	flag.Parse()
	h, err := fakephone.Start(*address)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p := fakephone.NewPhone("00008101-000A1C2E3F4A001E")
	p.BackedUp(time.Now().Add(-*backup))
	p.Be(fakephone.Fault(*fault), *at)
	h.Attach(p, false)
	fmt.Println(h.Address())
	_, _ = io.Copy(io.Discard, os.Stdin)
	h.Close()
}
