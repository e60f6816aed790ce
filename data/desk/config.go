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
	"errors"
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
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
}

// DefaultStream is the name of the stream if the settings have none.
const DefaultStream = "BRIEFINGS"

// prefix begins all subjects.
const prefix = "briefings"

// maxName is how many bytes the name of a desk may have.
const maxName = 64

// IsName reports whether a desk can have this name.
func IsName(name string) bool {
	return name != "" && len(name) <= maxName && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
}

// token returns the part of a subject that stands for a marking: amber-strict.
func token(label briefing.TLP) string {
	return strings.ToLower(strings.ReplaceAll(string(label), "+", "-"))
}

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

// subject returns the subject of a briefing, or of all of a desk for the id ">".
func (c *Config) subject(tlp, id string) string {
	return strings.Join([]string{prefix, tlp, c.Name, id}, ".")
}

// parseSubject returns the label and the id in a subject of the desk.
func (c *Config) parseSubject(subject string) (label briefing.TLP, id string, err error) {
	parts := strings.Split(subject, ".")
	const tokens = 4
	if len(parts) != tokens || parts[0] != prefix || parts[2] != c.Name || !file.IsID(parts[3]) {
		return "", "", errors.New("it came on the subject of something else")
	}
	i := slices.IndexFunc(briefing.TLPs, func(t briefing.Term[briefing.TLP]) bool { return token(t.Value) == parts[1] })
	if i < 0 {
		return "", "", fmt.Errorf("there is no marking %q", parts[1])
	}
	return briefing.TLPs[i].Value, parts[3], nil
}
