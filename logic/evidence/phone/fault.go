package phone

import (
	"context"
	"errors"
	"net"
	"os"

	"backupdoctor/logic/words"
)

// Kind says what keeps a phone from being read.
type Kind string

// The kinds of faults.
const (
	NoService    Kind = "no-service"    // nobody answers where usbmuxd should be
	NotAttached  Kind = "not-attached"  // no phone is connected
	Several      Kind = "several"       // more than one is, and it is not known which is meant
	OnWiFi       Kind = "on-wifi"       // several are reached by Wi-Fi and none by cable
	Gone         Kind = "gone"          // the connection ended in the middle
	Silent       Kind = "silent"        // no answer in time
	Garbled      Kind = "garbled"       // the answer makes no sense
	Locked       Kind = "locked"        // the phone wants its passcode first
	NotTrusted   Kind = "not-trusted"   // the phone was never told to trust this computer
	TrustAsked   Kind = "trust-asked"   // the phone shows the question and waits
	TrustDenied  Kind = "trust-denied"  // somebody tapped Don't Trust
	TrustRemoved Kind = "trust-removed" // the phone has forgotten this computer
	Impostor     Kind = "impostor"      // the certificate is not that of the phone that was trusted
	NotByWiFi    Kind = "not-by-wifi"   // works on the cable only
	Managed      Kind = "managed"       // an organization forbids it
	NoSuch       Kind = "no-such"       // this version does not have the service
	Prohibited   Kind = "prohibited"    // the phone does not give this value away
	Missing      Kind = "missing"       // the phone has no such value
	Ended        Kind = "ended"         // the session is over
	Refused      Kind = "refused"       // anything else that the phone said
)

// kindOf tells what the errors of lockdownd mean, by their names.
var kindOf = map[string]Kind{
	"PasswordProtected":                   Locked,
	"PairingDialogResponsePending":        TrustAsked,
	"UserDeniedPairing":                   TrustDenied,
	"InvalidHostID":                       TrustRemoved,
	"InvalidPairRecord":                   TrustRemoved,
	"MissingHostID":                       TrustRemoved,
	"MissingPairRecord":                   NotTrusted,
	"PairingProhibitedOverThisConnection": NotByWiFi,
	"MCProtected":                         Managed,
	"MCChallengeRequired":                 Managed,
	"ServiceProhibited":                   Managed,
	"InvalidService":                      NoSuch,
	"ServiceLimit":                        Refused,
	"GetProhibited":                       Prohibited,
	"MissingValue":                        Missing,
	"MissingKey":                          Missing,
	"SessionInactive":                     Ended,
	"InvalidSessionID":                    Ended,
}

// Fault is the error of everything that talks to a phone.
type Fault struct {
	Kind Kind
	Word string // what the phone or the system called it, nothing personal; may be empty
	Err  error  // the error behind it; may be nil
}

// Error returns the fault in English.
func (f *Fault) Error() string { return words.English(f) }

// Unwrap returns the error behind the fault.
func (f *Fault) Unwrap() error { return f.Err }

// Tell implements words.Teller.
func (f *Fault) Tell(c *words.Catalog) string {
	return c.Text("evidence.phone.fault."+string(f.Kind), "Word", f.Word)
}

// KindOf is the kind of fault of an error; empty for nil, and Refused for an error of somebody else.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.Kind
	}
	return Refused
}

// fail makes a fault.
func fail(kind Kind, word string) *Fault { return &Fault{Kind: kind, Word: word} }

// answeredWith makes the fault of an error that lockdownd answered with.
func answeredWith(name string) *Fault {
	kind, known := kindOf[name]
	if !known {
		kind = Refused
	}
	return fail(kind, plain(name))
}

// broken makes the fault of a connection.
func broken(ctx context.Context, err error) error {
	if _, ok := errors.AsType[*Fault](err); ok {
		return err
	}
	kind := Gone
	trouble, isNet := errors.AsType[net.Error](err)
	if ctx.Err() != nil || errors.Is(err, os.ErrDeadlineExceeded) || isNet && trouble.Timeout() {
		kind = Silent
	}
	return &Fault{Kind: kind, Err: err}
}
