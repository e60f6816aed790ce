package desk_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nkeys"

	"sitrep/data/desk"
)

// one starts a single server without JetStream, and returns its address without a scheme.
func one(t *testing.T, o *server.Options) string {
	t.Helper()
	o.Host, o.Port, o.NoLog, o.NoSigs = "127.0.0.1", -1, true, true
	s, err := server.NewServer(o)
	check(t, err)
	s.Start()
	t.Cleanup(func() {
		s.Shutdown()
		s.WaitForShutdown()
	})
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("the server does not start")
	}
	return s.Addr().String()
}

// dial connects and returns the error.
func dial(c desk.Config) error {
	d, err := desk.Dial(context.Background(), c)
	if err == nil {
		d.Close()
	}
	return err
}

func write(t *testing.T, name string, data []byte, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	check(t, os.WriteFile(path, data, mode))
	return path
}

// newKey returns a key, its public key and its seed.
func newKey(t *testing.T, create func() (nkeys.KeyPair, error)) (key nkeys.KeyPair, public string, seed []byte) {
	t.Helper()
	key, err := create()
	check(t, err)
	public, err = key.PublicKey()
	check(t, err)
	seed, err = key.Seed()
	check(t, err)
	return key, public, seed
}

func TestCredentials(t *testing.T) {
	t.Parallel()
	operator, operatorID, _ := newKey(t, nkeys.CreateOperator)
	account, accountID, _ := newKey(t, nkeys.CreateAccount)
	_, userID, seed := newKey(t, nkeys.CreateUser)
	claims := jwt.NewAccountClaims(accountID)
	accountToken, err := claims.Encode(operator)
	check(t, err)
	userToken, err := jwt.NewUserClaims(userID).Encode(account)
	check(t, err)
	creds, err := jwt.FormatUserConfig(userToken, seed)
	check(t, err)
	trusted := jwt.NewOperatorClaims(operatorID)
	accounts := &server.MemAccResolver{}
	check(t, accounts.Store(accountID, accountToken))
	byToken := "nats://" + one(t, &server.Options{TrustedOperators: []*jwt.OperatorClaims{trusted}, AccountResolver: accounts})
	byKey := "nats://" + one(t, &server.Options{Nkeys: []*server.NkeyUser{{Nkey: userID}}})
	_, _, stranger := newKey(t, nkeys.CreateUser)
	_, _, other := newKey(t, nkeys.CreateAccount)

	for name, test := range map[string]struct{ server, file, want string }{
		"token":             {byToken, write(t, "a.creds", creds, 0o600), ""},
		"key":               {byKey, write(t, "a.nk", append(seed, '\n'), 0o600), ""},
		"key of a stranger": {byKey, write(t, "a.nk", stranger, 0o600), "the desk cannot be reached: Authorization Violation"},
		"no file":           {byKey, filepath.Join(t.TempDir(), "none"), "there are no credentials at "},
		"no credentials":    {byKey, write(t, "a.nk", []byte("SUsecretsecret"), 0o600), "a.nk has no credentials"},
		"empty":             {byKey, write(t, "a.nk", nil, 0o600), "a.nk has no credentials"},
		"key of an account": {byKey, write(t, "a.nk", other, 0o600), "a.nk has no credentials"},
		"for all to read":   {byKey, write(t, "a.nk", seed, 0o644), "can be read by others (0644)"},
	} {
		if name == "for all to read" && runtime.GOOS == "windows" {
			continue
		}
		err := dial(desk.Config{Name: "ops", Servers: []string{test.server}, Credentials: test.file})
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want %q", name, err, test.want)
		}
		if err != nil && strings.Contains(err.Error()+hint(err), "secret") {
			t.Errorf("%s: the error tells what is secret: %v", name, err)
		}
		if follows := desk.Follow(canceled(), desk.Config{Name: "ops", Servers: []string{test.server}, Credentials: test.file, Folder: t.TempDir()}, func(desk.State) {}, nil); follows == nil {
			t.Errorf("%s: following ends without an error", name)
		}
	}
}

func canceled() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

func hint(err error) string {
	if hinted, ok := err.(interface{ Hint() string }); ok {
		return hinted.Hint()
	}
	return ""
}

func TestConfigurations(t *testing.T) {
	good := desk.Config{Name: "ops", Servers: []string{"nats://127.0.0.1:1"}}
	for want, change := range map[string]func(*desk.Config){
		"the desk cannot be reached":             func(*desk.Config) {},
		"no desk can be called":                  func(c *desk.Config) { c.Name = "a.b" },
		"no desk can be called \"\"":             func(c *desk.Config) { c.Name = "" },
		"no stream can be called":                func(c *desk.Config) { c.Stream = "A.>" },
		"there is no marking":                    func(c *desk.Config) { c.Max = "PURPLE" },
		"no address of a server is known":        func(c *desk.Config) { c.Servers = nil },
		"has a name or password in it":           func(c *desk.Config) { c.Servers = []string{"nats://me:secret@example.org"} },
		"the address of a server cannot be read": func(c *desk.Config) { c.Servers = []string{"nats://secret%zz"} },
		"a server cannot be reached by":          func(c *desk.Config) { c.Servers = []string{"https://example.org"} },
		"a certificate needs its key":            func(c *desk.Config) { c.Certificate = "a.pem" },
	} {
		c := good
		change(&c)
		if err := dial(c); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error()+hint(err), "secret") || hint(err) == "" {
			t.Errorf("%v %s; want %q", err, hint(err), want)
		}
	}
}

// certify returns a certificate and its key, made by an authority or by itself.
func certify(t *testing.T, name string, parent *x509.Certificate, parentKey *ecdsa.PrivateKey) (*x509.Certificate, *ecdsa.PrivateKey, tls.Certificate, []byte, []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	c := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: parent == nil, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}}
	if parent == nil {
		parent, parentKey = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, parentKey)
	check(t, err)
	c, err = x509.ParseCertificate(der)
	check(t, err)
	coded, err := x509.MarshalECPrivateKey(key)
	check(t, err)
	return c, key, tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key},
		pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: coded})
}

func TestTLS(t *testing.T) {
	t.Parallel()
	authority, authorityKey, _, authorityPEM, _ := certify(t, "authority", nil, nil)
	_, _, _, otherPEM, _ := certify(t, "other", nil, nil)
	_, _, served, _, _ := certify(t, "server", authority, authorityKey)
	_, _, _, clientPEM, clientKeyPEM := certify(t, "client", authority, authorityKey)
	pool := x509.NewCertPool()
	pool.AddCert(authority)
	address := one(t, &server.Options{TLS: true, TLSVerify: true, TLSTimeout: 10, TLSConfig: &tls.Config{Certificates: []tls.Certificate{served}, ClientCAs: pool, ClientAuth: tls.RequireAndVerifyClientCert}})
	ca, other := write(t, "ca.pem", authorityPEM, 0o600), write(t, "other.pem", otherPEM, 0o600)
	certificate, key := write(t, "client.pem", clientPEM, 0o600), write(t, "client-key.pem", clientKeyPEM, 0o600)
	for name, test := range map[string]struct {
		c    desk.Config
		want bool
	}{
		"all":                 {desk.Config{CA: ca, Certificate: certificate, Key: key}, true},
		"another authority":   {desk.Config{CA: other, Certificate: certificate, Key: key}, false},
		"no authority":        {desk.Config{Certificate: certificate, Key: key}, false},
		"no certificate":      {desk.Config{CA: ca}, false},
		"no file":             {desk.Config{CA: ca + "x", Certificate: certificate, Key: key}, false},
		"key for certificate": {desk.Config{CA: ca, Certificate: key, Key: certificate}, false},
	} {
		test.c.Name, test.c.Servers = "ops", []string{"tls://" + address}
		if err := dial(test.c); (err == nil) != test.want || err != nil && hint(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}

	// What is to be encrypted is not sent to a server that does not encrypt.
	plain := one(t, &server.Options{})
	if err := dial(desk.Config{Name: "ops", Servers: []string{"tls://" + plain}}); err == nil {
		t.Error("a server without TLS is used")
	}
}
