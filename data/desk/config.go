// Package desk is a library that a team shares over NATS JetStream. Whoever
// publishes puts a version of a briefing into a stream, and every reader follows
// the stream into a folder of its own, which package library indexes and searches
// like any other.
//
// Each version is a message on the subject briefings.<tlp>.<desk>.<id>. The server
// decides by subject who may read what. What comes from it is as untrusted as any
// file.
package desk

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// Config says where a desk is and how to sign in.
type Config struct {
	Name    string   // letters, digits, - and _
	Servers []string // addresses: nats://, tls://
	// Credentials is the path of a file of credentials or of an nkey seed. CA,
	// Certificate and Key are those of PEM files. Each may be empty.
	Credentials, CA, Certificate, Key string
	Stream                            string       // empty for BRIEFINGS
	Max                               briefing.TLP // nothing above it is asked for or published; empty for no limit
	Folder                            string       // for what is received
	Author                            string       // who publishes, for others; may be empty
	// Retry has [Follow] connect again at once when it receives a value. It may be nil.
	Retry <-chan struct{} `json:"-"`
}

// DefaultStream is the name of the stream if the settings have none.
const DefaultStream = "BRIEFINGS"

// prefix begins all subjects.
const prefix = "briefings"

// maxName is how many bytes the name of a desk or stream may have.
const maxName = 64

// IsName reports whether a desk can have this name.
func IsName(name string) bool {
	return name != "" && len(name) <= maxName && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
}

// Error is an error with what to do about it.
type Error struct {
	message, hint string
	cause         error
}

func (e *Error) Error() string { return e.message }

// Hint returns what to do about it.
func (e *Error) Hint() string { return e.hint }

// Unwrap returns the error of the system or of the server, or nil.
func (e *Error) Unwrap() error { return e.cause }

// check returns an error unless the configuration can be used.
func (c *Config) check() error {
	switch {
	case !IsName(c.Name):
		return &Error{message: fmt.Sprintf("no desk can be called %s", clean.Quoted(c.Name)), hint: "use letters, digits, - and _"}
	case c.Stream != "" && !IsName(c.Stream):
		return &Error{message: fmt.Sprintf("no stream can be called %s", clean.Quoted(c.Stream)), hint: "use letters, digits, - and _"}
	case c.Max != "" && !briefing.TLPs.Has(c.Max):
		return &Error{message: "there is no marking " + c.Max.String(), hint: "use one of " + strings.Join(briefing.TLPs.Values(), ", ")}
	case len(c.Servers) == 0:
		return &Error{message: "no address of a server is known", hint: "write servers: tls://nats.example.org:4222 under the desk in the settings"}
	case (c.Certificate == "") != (c.Key == ""):
		return &Error{message: "a certificate needs its key, and a key its certificate", hint: "write both under the desk in the settings"}
	}
	for _, server := range c.Servers {
		if err := checkServer(server); err != nil {
			return err
		}
	}
	return nil
}

// checkServer returns an error unless a server can have this address. What may be a
// password in it is not part of the error.
func checkServer(server string) error {
	const hint = "write it as tls://nats.example.org:4222"
	u, err := url.Parse(server)
	switch {
	case err != nil || u.Host == "":
		return &Error{message: "the address of a server cannot be read", hint: hint}
	case u.User != nil:
		return &Error{message: "the address of " + clean.Line(u.Host) + " has a name or password in it", hint: "write the path of a file of credentials as credentials"}
	case u.Scheme != "nats" && u.Scheme != "tls":
		return &Error{message: fmt.Sprintf("a server cannot be reached by %s", clean.Quoted(u.Scheme)), hint: hint}
	}
	return nil
}

func (c *Config) stream() string { return cmp.Or(c.Stream, DefaultStream) }

// labels returns the markings that may be asked for and published, the least
// restricted first.
func (c *Config) labels() []briefing.TLP {
	var list []briefing.TLP
	for _, t := range briefing.TLPs {
		if c.Max == "" || t.Value.Within(c.Max) {
			list = append(list, t.Value)
		}
	}
	return list
}

// subject returns the subject of a briefing with a marking; ">" as the id stands for
// all of the desk.
func (c *Config) subject(label briefing.TLP, id string) string {
	return c.subjectOf(library.Token(label), id)
}

func (c *Config) subjectOf(token, id string) string {
	return strings.Join([]string{prefix, token, c.Name, id}, ".")
}

// parseSubject returns the marking and the id in a subject of the desk.
func (c *Config) parseSubject(subject string) (label briefing.TLP, id string, ok bool) {
	parts := strings.Split(subject, ".")
	const tokens = 4
	if len(parts) != tokens || parts[0] != prefix || parts[2] != c.Name || !file.IsID(parts[3]) {
		return "", "", false
	}
	label, ok = library.ParseToken(parts[1])
	return label, parts[3], ok
}
