package settings

import (
	"fmt"
	"net/netip"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// Desk is a library that a team shares over the network: where its servers are,
// and by which files the user is known to them. Secrets are in those files alone.
type Desk struct {
	Name    string
	Servers []string // addresses
	// Credentials is a file with the user's secret. CA is a file with the certificates
	// that vouch for the servers, Certificate and Key are those that vouch for the user.
	// The paths are as the settings have them; see [Settings.Path].
	Credentials, CA, Certificate, Key string
	Stream                            string       // empty for the usual one
	Max                               briefing.TLP // nothing higher is asked for; empty for all that the server allows
}

// deskNames are the keys of a desk.
var deskNames = []string{"servers", "credentials", "ca", "certificate", "key", "stream", "max-tlp"}

const (
	deskExample    = "for example desks: {ops: {servers: tls://nats.example.org:4222}}"
	serversExample = "for example servers: [tls://nats-1.example.org:4222, tls://nats-2.example.org:4222]"
	maxDeskName    = 40
	maxServers     = 16
)

// desks reads the desks. One in which something is wrong is left out: without a line
// that limits what it may do, it would do more than is meant.
func (f *settingsFile) desks(t *file.Tree) {
	if t.Form == file.Nothing {
		return
	}
	if t.Form != file.Mapping {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected names with their servers", t.Form), deskExample)
		return
	}
	for kid := range f.each(t, "desks") {
		before := len(f.settings.Problems)
		if d := f.desk(kid); len(f.settings.Problems) == before {
			f.settings.Desks = append(f.settings.Desks, Choice[Desk]{d, f.settings.inFile(kid.KeyPos)})
		}
	}
}

func (f *settingsFile) desk(t *file.Tree) Desk {
	d := Desk{Name: t.Key}
	if !isDeskName(t.Key) {
		f.problem(t.KeyPos, file.CodeBadValue, fmt.Sprintf("%q cannot be the name of a desk", short(t.Key)),
			fmt.Sprintf("a name has up to %d small letters, digits and hyphens, and begins with no hyphen", maxDeskName))
	}
	if t.Form != file.Mapping {
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected the settings of a desk", t.Form), deskExample)
		return d
	}
	paths := map[string]*string{"credentials": &d.Credentials, "ca": &d.CA, "certificate": &d.Certificate, "key": &d.Key}
	for kid := range f.each(t, t.Key) {
		switch kid.Key {
		case "servers":
			f.servers(kid, &d.Servers)
		case "credentials", "ca", "certificate", "key":
			f.path(kid, paths[kid.Key])
		case "stream":
			f.stream(kid, &d.Stream)
		case "max-tlp":
			f.label(kid, &d.Max)
		default:
			f.problem(kid.KeyPos, file.CodeUnknownKey, fmt.Sprintf("there is no setting %q under desks: %s", short(kid.Key), short(t.Key)), suggest(kid.Key, deskNames, "there are "+strings.Join(deskNames, ", ")))
		}
	}
	switch {
	case len(d.Servers) == 0:
		f.problem(t.Pos, file.CodeMissingKey, fmt.Sprintf("%q has no servers", short(t.Key)), serversExample)
	case (d.Certificate == "") != (d.Key == ""):
		f.problem(t.Pos, file.CodeMissingKey, fmt.Sprintf("%q has one of certificate and key", short(t.Key)), "a certificate needs its key, and a key its certificate")
	}
	return d
}

func isDeskName(s string) bool {
	return s != "" && len(s) <= maxDeskName && s[0] != '-' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// servers reads addresses: a list, or one. What is wrong with one is said without the
// address, which may have a secret in it.
func (f *settingsFile) servers(t *file.Tree, to *[]string) {
	words := t.Kids
	switch t.Form {
	case file.Word:
		words = []file.Tree{*t}
	case file.List:
	default:
		f.problem(t.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected addresses", t.Form), serversExample)
		return
	}
	if len(words) > maxServers {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("%d addresses; at most %d", len(words), maxServers), "a few are enough: the servers tell of the others")
		return
	}
	for i := range words {
		w := &words[i]
		if w.Form != file.Word {
			f.problem(w.Pos, file.CodeWrongKind, fmt.Sprintf("found %s, expected an address", w.Form), serversExample)
			continue
		}
		if message, hint := wrongServer(w.Text); message != "" {
			f.problem(w.Pos, file.CodeBadValue, message, hint)
			continue
		}
		*to = append(*to, w.Text)
	}
}

// serverSchemes are what an address can begin with.
var serverSchemes = []string{"tls", "nats"}

// wrongServer returns what is wrong with an address and what to do, or "".
func wrongServer(address string) (message, hint string) {
	u, err := url.Parse(address)
	switch {
	case strings.Contains(address, "@"):
		return "an address with a user or password in it", "the settings are no place for secrets: name a file under credentials"
	case err != nil || !slices.Contains(serverSchemes, u.Scheme) || u.Hostname() == "" ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || !isHost(u.Hostname()) || !isPort(u.Port()):
		return "no address of a server", serversExample
	}
	return "", ""
}

// isHost reports whether a name can be that of a host, in ASCII.
func isHost(s string) bool {
	if _, err := netip.ParseAddr(s); err == nil {
		return true
	}
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-._") == ""
}

func isPort(s string) bool {
	const most = 65535
	n, err := strconv.Atoi(s)
	return s == "" || err == nil && n > 0 && n <= most
}

// path reads the path of a file. What could be the secret itself is refused, without a
// word of it.
func (f *settingsFile) path(t *file.Tree, to *string) {
	if !f.isWord(t, "the path of a file", "~/.config/sitrep/ops."+t.Key) {
		return
	}
	switch {
	case isSecret(t.Text):
		f.problem(t.Pos, file.CodeBadValue, t.Key+" is the path of a file, and no secret itself", "put the secret into a file that only you can read, and name that")
	case t.Text == "":
		f.problem(t.Pos, file.CodeBadValue, t.Key+" is no path of a file", "for example "+t.Key+": ~/.config/sitrep/ops."+t.Key)
	default:
		*to = t.Text
	}
}

// isSecret reports whether a text seems to be a key, a token or a file of them.
func isSecret(text string) bool {
	const seedLength = 58 // of an nkey
	return strings.Contains(text, "-----") || strings.HasPrefix(text, "eyJ") ||
		len(text) == seedLength && strings.HasPrefix(text, "S") && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == ""
}

func (f *settingsFile) stream(t *file.Tree, to *string) {
	if !f.isWord(t, "the name of a stream", "BRIEFINGS") {
		return
	}
	const longest = 64
	if t.Text == "" || len(t.Text) > longest || strings.Trim(strings.ToLower(t.Text), "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("%q is no name of a stream", short(t.Text)), "for example stream: BRIEFINGS")
		return
	}
	*to = t.Text
}

func (f *settingsFile) label(t *file.Tree, to *briefing.TLP) {
	const example = "for example max-tlp: AMBER"
	if !f.isWord(t, "a label", "AMBER") {
		return
	}
	label, ok := briefing.ParseTLP(t.Text)
	if !ok {
		f.problem(t.Pos, file.CodeBadValue, fmt.Sprintf("no label %q; there are %s", short(t.Text), strings.Join(briefing.TLPs.Values(), ", ")), example)
		return
	}
	*to = label
}

// Desk returns the desk with a name.
func (s *Settings) Desk(name string) (d Desk, ok bool) {
	for _, c := range s.Desks {
		if c.Value.Name == name {
			return c.Value, true
		}
	}
	return d, false
}

// Path returns the path of a file that the settings name: one that begins with ~/ is in
// the home folder, and a relative one in the folder of the settings. "" stays "".
func (s *Settings) Path(name, home string) string {
	rest, inHome := strings.CutPrefix(name, "~/")
	switch {
	case name == "" || filepath.IsAbs(name):
		return name
	case inHome:
		return filepath.Join(home, rest)
	}
	return filepath.Join(filepath.Dir(s.File), name)
}
