package fakephone

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"sync"
	"time"

	"howett.net/plist"
)

// trust is what a computer and its phones know of each other. All fakes of a process share one, for keys take
// long to make.
type trust struct {
	device, stranger tls.Certificate
	host, root       []byte // DER
	record           []byte
}

var sharedTrust = sync.OnceValue(func() trust {
	own, theirs := newKey(), newKey()
	root := certify(1, own, own, nil)
	host := certify(2, own, own, root)
	device := certify(3, theirs, own, root)
	stranger := certify(4, theirs, own, root)
	key := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(own)})
	record, err := plist.Marshal(map[string]any{
		"HostID": "11111111-2222-3333-4444-555555555555", "SystemBUID": buid,
		"WiFiMACAddress":  "02:00:00:00:00:00",
		"HostCertificate": certificatePEM(host), "HostPrivateKey": key,
		"RootCertificate": certificatePEM(root), "RootPrivateKey": key,
		"DeviceCertificate": certificatePEM(device),
	}, plist.XMLFormat)
	if err != nil {
		panic(err)
	}
	return trust{
		device:   tls.Certificate{Certificate: [][]byte{device}, PrivateKey: theirs},
		stranger: tls.Certificate{Certificate: [][]byte{stranger}, PrivateKey: theirs},
		host:     host, root: root, record: record,
	}
})

const buid = "99999999-8888-7777-6666-555555555555"

// judge accepts the two certificates of the record: tools show either.
func (t trust) judge(shown [][]byte, _ [][]*x509.Certificate) error {
	if len(shown) == 0 || !bytes.Equal(shown[0], t.host) && !bytes.Equal(shown[0], t.root) {
		return errors.New("a stranger")
	}
	return nil
}

func newKey() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return key
}

func certify(serial int64, whose, by *rsa.PrivateKey, parent []byte) []byte {
	own := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{}, NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().AddDate(10, 0, 0), BasicConstraintsValid: true, IsCA: parent == nil,
	}
	issuer := own
	if parent != nil {
		issuer, _ = x509.ParseCertificate(parent)
	}
	der, err := x509.CreateCertificate(rand.Reader, own, issuer, &whose.PublicKey, by)
	if err != nil {
		panic(err)
	}
	return der
}

func certificatePEM(der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}
