package desk

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nkeys"

	"sitrep/briefing/clean"
	"sitrep/briefing/file"
)

const (
	// dialTimeout is how long one server may take to answer: four times there and back
	// with TLS, by way of a satellite.
	dialTimeout = 5 * time.Second
	// pingEvery is how often the server is asked whether it is there. A connection is
	// given up after two that it did not answer.
	pingEvery = 10 * time.Second
	// answerTimeout is how long a request may take. Electing a leader takes some seconds.
	answerTimeout = 10 * time.Second
)

// errRefused says that the server does not allow what was asked for.
var errRefused = errors.New("the server does not allow it")

// link is a connection to one of the servers. It ends when that is lost.
type link struct {
	config *Config
	nc     *nats.Conn
	js     jetstream.JetStream
	lost   chan struct{} // closed when the connection is

	mu      sync.Mutex
	waiting map[string]context.CancelCauseFunc // by the subject of what was asked
}

// connect connects to one of the servers.
func connect(ctx context.Context, c *Config) (*link, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	l := &link{config: c, lost: make(chan struct{}), waiting: map[string]context.CancelCauseFunc{}}
	options := []nats.Option{nats.Name("sitrep"), nats.NoReconnect(), nats.IgnoreDiscoveredServers(), nats.Timeout(dialTimeout), nats.PingInterval(pingEvery), nats.MaxPingsOutstanding(2),
		nats.ClosedHandler(func(*nats.Conn) { close(l.lost) }), nats.ErrorHandler(l.failed)}
	signIn, err := c.signIn()
	if err != nil {
		return nil, err
	}
	if l.nc, err = dial(ctx, c.Servers, append(options, signIn...)); err != nil {
		return nil, err
	}
	if l.js, err = jetstream.New(l.nc, jetstream.WithDefaultTimeout(answerTimeout)); err != nil {
		l.nc.Close()
		return nil, err
	}
	return l, nil
}

// dial connects to one of the servers, until ctx is done.
func dial(ctx context.Context, servers []string, options []nats.Option) (*nats.Conn, error) {
	var nc *nats.Conn
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		nc, err = nats.Connect(strings.Join(servers, ","), options...)
	}()
	select {
	case <-done:
		if err != nil {
			return nil, noConnection(err)
		}
		return nc, nil
	case <-ctx.Done():
		go func() {
			if <-done; err == nil {
				nc.Close()
			}
		}()
		return nil, ctx.Err()
	}
}

// IsUnknown reports whether an error says that the server does not know the credentials.
func IsUnknown(err error) bool {
	return errors.Is(err, nats.ErrAuthorization) || errors.Is(err, nats.ErrAuthExpired) || errors.Is(err, nats.ErrAuthRevoked)
}

func noConnection(err error) error {
	hint := "check servers in the settings, and the network"
	switch {
	case IsUnknown(err):
		hint = "the server does not know the credentials; ask who runs it"
	case errors.Is(err, nats.ErrSecureConnRequired), strings.Contains(err.Error(), "certificate"):
		hint = "check ca, certificate and key in the settings"
	}
	return &Error{message: "the desk cannot be reached: " + clean.Line(strings.TrimPrefix(err.Error(), "nats: ")), hint: hint, cause: err}
}

func (l *link) close() {
	l.nc.Close()
	<-l.lost
}

// failed is called with what the server says that answers no request: that something
// is not allowed.
func (l *link) failed(_ *nats.Conn, _ *nats.Subscription, err error) {
	if !errors.Is(err, nats.ErrPermissionViolation) {
		return // the connection is lost, which is seen there
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for subject, cancel := range l.waiting {
		if strings.Contains(strings.ToLower(err.Error()), `"`+strings.ToLower(subject)+`"`) {
			cancel(errRefused)
		}
	}
}

// ask calls do, whose request goes to a subject. The error is errRefused if the server
// does not allow that: it says so instead of answering.
func (l *link) ask(ctx context.Context, subject string, do func(context.Context) error) error {
	ctx, end := context.WithTimeout(ctx, answerTimeout)
	defer end()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stop := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.waiting, subject)
	})
	defer stop()
	l.mu.Lock()
	l.waiting[subject] = cancel
	l.mu.Unlock()
	err := do(ctx)
	l.mu.Lock()
	delete(l.waiting, subject)
	l.mu.Unlock()
	if err != nil && errors.Is(context.Cause(ctx), errRefused) {
		return errRefused
	}
	return err
}

// signIn returns the options with which the server knows who this is.
func (c *Config) signIn() ([]nats.Option, error) {
	var options []nats.Option
	if c.CA != "" {
		options = append(options, nats.RootCAs(c.CA))
	}
	if c.Certificate != "" {
		options = append(options, nats.ClientCert(c.Certificate, c.Key))
	}
	if c.Credentials == "" {
		return options, nil
	}
	if err := onlyForUser(c.Credentials); err != nil {
		return nil, err
	}
	text, err := file.ReadBytes(c.Credentials)
	if err != nil {
		return nil, &Error{message: "the credentials cannot be read: " + clean.Line(err.Error()), hint: "check the path in the settings", cause: err}
	}
	wrong := &Error{message: clean.Line(c.Credentials) + " has no credentials", hint: "it must be a .creds file, or the seed of a user's nkey"}
	key, err := nkeys.ParseDecoratedUserNKey(text)
	if err != nil {
		return nil, wrong
	}
	user, err := key.PublicKey()
	if err != nil {
		return nil, wrong
	}
	if options = append(options, nats.CustomInboxPrefix("_INBOX."+user)); !strings.Contains(string(text), "BEGIN NATS USER JWT") {
		return append(options, nats.Nkey(user, key.Sign)), nil
	}
	token, err := nkeys.ParseDecoratedJWT(text)
	if err != nil {
		return nil, wrong
	}
	return append(options, nats.UserJWT(func() (string, error) { return token, nil }, key.Sign)), nil
}

// onlyForUser returns an error if others can read a file.
func onlyForUser(path string) error {
	info, err := os.Stat(path)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return &Error{message: fmt.Sprintf("%s can be read by others (%#o)", clean.Line(path), info.Mode().Perm()), hint: "chmod 600 " + clean.Line(path)}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return &Error{message: "there are no credentials at " + clean.Line(path), hint: "check the path in the settings", cause: err}
	}
	return nil // reading it says why it cannot be
}

// newName returns a name for a consumer that nobody can guess.
func newName() string { return "sitrep-" + rand.Text() }
