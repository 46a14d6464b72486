package phone

import (
	"maps"
	"slices"
	"sync"
	"time"

	"backupdoctor/logic/evidence"
)

// request is one of the few things that usbmuxd and a phone are asked. Nothing else is ever sent, and none of
// them changes anything on the phone.
type request string

const (
	// to usbmuxd
	listDevices    request = "ListDevices"
	listen         request = "Listen"
	connect        request = "Connect"
	readPairRecord request = "ReadPairRecord"
	// to lockdownd
	queryType    request = "QueryType"
	getValue     request = "GetValue"
	startSession request = "StartSession"
	stopSession  request = "StopSession"
	startService request = "StartService"
	// to the service of profiles
	getProfileList        request = "GetProfileList"
	getCloudConfiguration request = "GetCloudConfiguration"
)

// The services that are started.
const (
	logService     = "com.apple.syslog_relay"
	profileService = "com.apple.mobile.MCInstall"
)

// whereItStands is the key under which the service that is asked looks for the request: the list of all that
// may be sent.
var whereItStands = map[request]string{
	listDevices: "MessageType", listen: "MessageType", connect: "MessageType", readPairRecord: "MessageType",
	queryType: "Request", getValue: "Request", startSession: "Request",
	stopSession: "Request", startService: "Request",
	getProfileList: "RequestType", getCloudConfiguration: "RequestType",
}

// body writes a request with its fields: the only way for anything to become a frame.
func (r request) body(fields map[string]any) ([]byte, error) {
	key, allowed := whereItStands[r]
	if service, named := fields["Service"]; r == startService && named {
		allowed = slices.Contains([]any{logService, profileService}, service)
	}
	if !allowed {
		return nil, fail(Refused, string(r))
	}
	all := map[string]any{key: string(r), "Label": programName}
	if key == "MessageType" {
		all = map[string]any{
			key: string(r), "ProgName": programName, "ClientVersionString": programName,
			"kLibUSBMuxVersion": 3,
		}
	}
	maps.Copy(all, fields)
	return encode(all)
}

// programName is how the program names itself to usbmuxd and to the phone.
const programName = "backupdoctor"

// journal is what was asked and, without any value, what came: for people who look for the reason of a
// failure.
type journal struct {
	mu  sync.Mutex
	all []evidence.Exchange
}

// note writes down one question that began at a time. A nil journal forgets it.
func (j *journal) note(asked, answered string, begin time.Time) {
	if j == nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.all = append(j.all, evidence.Exchange{Asked: asked, Answered: answered, Took: time.Since(begin)})
}

// exchanges are those so far.
func (j *journal) exchanges() []evidence.Exchange {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.all)
}

// outcome names the result of a question in one word.
func outcome(err error) string {
	if err == nil {
		return "ok"
	}
	return string(KindOf(err))
}
