package settings

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const desks = `desks:
  ops:
    servers: [tls://nats-1.example.org:4222, "tls://[::1]:4223", nats://n_3.example.org/]
    credentials: ~/.config/sitrep/ops.creds
    ca: ca.pem
    certificate: "/etc/a key.pem"
    key: client.key
    stream: TEAM_2
    max-tlp: amber strict
  2-quick: {servers: nats://127.0.0.1}
`

// desksOf returns the desks without their origins.
func desksOf(s *Settings) (out []Desk) {
	for _, c := range s.Desks {
		out = append(out, c.Value)
	}
	return out
}

func TestDesks(t *testing.T) {
	want := []Desk{
		{Name: "ops", Servers: []string{"tls://nats-1.example.org:4222", "tls://[::1]:4223", "nats://n_3.example.org/"}, Credentials: "~/.config/sitrep/ops.creds",
			CA: "ca.pem", Certificate: "/etc/a key.pem", Key: "client.key", Stream: "TEAM_2", Max: "AMBER+STRICT"},
		{Name: "2-quick", Servers: []string{"nats://127.0.0.1"}},
	}
	s := read(t, desks)
	if diff := cmp.Diff(want, desksOf(s)); diff != "" || len(s.Problems) > 0 {
		t.Errorf("%s%q", diff, lines(s))
	}
	if d, ok := s.Desk("2-quick"); !ok || d.Name != "2-quick" {
		t.Errorf("found %v, %v", d, ok)
	}
	if d, ok := s.Desk("other"); ok {
		t.Errorf("found %v", d)
	}
	var out bytes.Buffer
	if err := s.Write(&out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, desksOf(read(t, out.String()))); diff != "" {
		t.Errorf("what is written reads back as something else: %s\n%s", diff, out.String())
	}
}

const seed = "SUAMK2FG4MI6UE3ACF3FK3OIQBCEIEZV7NSWFFEW63UXMRLFM2XLAXK4GY"

// wrongDesks maps the settings of a desk to the problem that they have.
var wrongDesks = map[string]string{
	"{}":                                `missing-key: "a" has no servers`,
	"x":                                 "wrong-kind: found one word, expected the settings of a desk",
	"{servers: []}":                     "missing-key",
	"{servers: {b: c}}":                 "wrong-kind",
	"{servers: [[]]}":                   "wrong-kind",
	"{servers: nats.example}":           "bad-value: no address of a server",
	"{servers: 'http://n:4222'}":        "no address",
	"{servers: 'nats://n:0'}":           "no address",
	"{servers: 'nats://n:65536'}":       "no address",
	"{servers: 'nats://n:4222/x'}":      "no address",
	"{servers: 'nats://n:4222?tls=no'}": "no address",
	"{servers: 'nats://'}":              "no address",
	"{servers: 'nats://ñ:1'}":           "no address",
	"{servers: \"nats://n\\e[31m\"}":    "no address",
	"{servers: [" + strings.Repeat("'nats://n',", 17) + "]}": "17 addresses; at most 16",
	"{servers: 'nats://anna:HUSH@n'}":                        "bad-value: an address with a user or password in it",
	"{servers: 'nats://HUSH@n'}":                             "an address with a user or password",
	"{servers: 'nats://n', credentials: " + seed + "}":       "credentials is the path of a file, and no secret itself",
	"{servers: 'nats://n', credentials: eyJ0eXAiOiJKV1Q}":    "no secret itself",
	"{servers: 'nats://n', key: '-----BEGIN HUSH'}":          "no secret itself",
	"{servers: 'nats://n', credentials: ''}":                 "credentials is no path",
	"{servers: 'nats://n', ca: [x]}":                         "wrong-kind",
	"{servers: 'nats://n', key: x}":                          "missing-key: \"a\" has one of certificate and key",
	"{servers: 'nats://n', stream: 'A.>'}":                   `"A.>" is no name of a stream`,
	"{servers: 'nats://n', max-tlp: PINK}":                   `no label "PINK"`,
	"{servers: 'nats://n', max-tlp: ''}":                     `no label ""`,
	"{servers: 'nats://n', max-tlp: RED, max-tlp: GREEN}":    "duplicate-key",
	"{servers: 'nats://n', max_tlp: GREEN}":                  `unknown-key: there is no setting "max_tlp" under desks: a`,
	"{servers: 'nats://n', password: HUSH}":                  "unknown-key",
}

// TestWrongDesks leaves out a desk with anything wrong in it, says what it is, and
// keeps the others.
func TestWrongDesks(t *testing.T) {
	for text, want := range wrongDesks {
		s := read(t, "desks:\n  a: "+text+"\n  b: {servers: 'nats://b'}\n")
		if len(s.Problems) == 0 || !strings.Contains(lines(s)[0], want) {
			t.Errorf("%s: %q", text, lines(s))
		}
		if got := desksOf(s); len(got) != 1 || got[0].Name != "b" {
			t.Errorf("%s: the desks are %v", text, got)
		}
		for _, p := range s.Problems {
			if said := p.String() + p.Hint; strings.Contains(said, "HUSH") || strings.Contains(said, seed) || strings.Contains(said, "eyJ0") {
				t.Errorf("%s: a secret is said: %s", text, said)
			}
			if p.Hint == "" {
				t.Errorf("%s: no hint", text)
			}
		}
	}
}

// TestWrongDeskNames: a name is one of a folder and a part of a subject.
func TestWrongDeskNames(t *testing.T) {
	for text, want := range map[string]string{
		"desks: x":                                    ":1:8: wrong-kind: found one word, expected names with their servers",
		"desks: {A: {servers: 'nats://n'}}":           `"A" cannot be the name of a desk`,
		"desks: {../a: {servers: 'nats://n'}}":        "cannot be the name",
		"desks: {a.b: {servers: 'nats://n'}}":         "cannot be the name",
		"desks: {-a: {servers: 'nats://n'}}":          "cannot be the name",
		"desks: {'': {servers: 'nats://n'}}":          "cannot be the name",
		"desks: {" + strings.Repeat("a", 41) + ": x}": "cannot be the name",
	} {
		if s := read(t, text); len(s.Problems) == 0 || !strings.Contains(lines(s)[0], want) || len(s.Desks) > 0 {
			t.Errorf("%s: %q, %v", text, lines(s), s.Desks)
		}
	}
	if s := read(t, "desks:"); len(s.Problems) > 0 {
		t.Errorf("no desks: %q", lines(s))
	}
}

func TestPath(t *testing.T) {
	folder := t.TempDir()
	s := &Settings{File: filepath.Join(folder, "config.yaml")}
	root := filepath.Join(folder, "x")
	for name, want := range map[string]string{
		"": "", "~/a/b": filepath.Join("home", "a", "b"), root: root, "a/b": filepath.Join(folder, "a", "b"), "~a": filepath.Join(folder, "~a"),
	} {
		if got := s.Path(name, "home"); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
