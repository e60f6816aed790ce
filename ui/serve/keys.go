package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"golang.org/x/crypto/ssh"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// client is a key that is let in, and what its line says of it.
type client struct {
	key         string // as it is sent
	fingerprint string
	name        string       // "" if it has none
	max         briefing.TLP // the highest marking that it is shown
}

// called returns the name of a client for the log.
func (c client) called() string {
	if c.name != "" {
		return c.name
	}
	return c.fingerprint
}

// folder returns the name of the folder of the client's notebooks.
func (c client) folder() string {
	if c.name != "" {
		return c.name
	}
	const bytes = 16
	sum := sha256.Sum256([]byte(c.key))
	return "key-" + hex.EncodeToString(sum[:bytes])
}

// keyFile is the file of the keys that are let in, in the format of OpenSSH's
// authorized_keys. It is read for each key that a client offers.
type keyFile struct {
	path string
	log  *logger

	mu      sync.Mutex
	text    []byte
	failure string // why it could not be read; "" if it could be
	byKey   map[string]client
}

// openKeys returns the keys of a file. It says in the log what is wrong with lines of
// it. It returns an error if there is no such file.
func openKeys(path string, to *logger) (*keyFile, error) {
	k := &keyFile{path: path, log: to}
	k.read()
	if k.failure != "" {
		return nil, errors.New(k.failure)
	}
	return k, nil
}

// find returns the client with a key, as the file is now.
func (k *keyFile) find(key string) (client, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.read()
	c, ok := k.byKey[key]
	return c, ok
}

// clearances returns the highest markings that the clients are shown, each once.
func (k *keyFile) clearances() []briefing.TLP {
	k.mu.Lock()
	defer k.mu.Unlock()
	var out []briefing.TLP
	for _, c := range k.byKey {
		if !slices.Contains(out, c.max) {
			out = append(out, c.max)
		}
	}
	return out
}

// read reads the file if it has changed. Nobody is let in while it cannot be read.
func (k *keyFile) read() {
	text, err := readKeys(k.path)
	failure := ""
	if err != nil {
		failure = k.path + ": " + err.Error()
	}
	if failure != "" && failure != k.failure && k.byKey != nil {
		k.log.say("nobody is let in: " + failure)
	}
	if k.failure = failure; failure != "" {
		k.text, k.byKey = nil, map[string]client{}
		return
	}
	if k.byKey != nil && k.text != nil && bytes.Equal(text, k.text) {
		return
	}
	var problems []string
	k.text = append([]byte{}, text...)
	k.byKey, problems = parseKeys(string(text))
	for _, p := range problems {
		k.log.say(k.path + ":" + p)
	}
	if len(k.byKey) == 0 {
		k.log.say(k.path + ": no key in it is let in")
	}
}

func readKeys(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		if p := (*os.PathError)(nil); errors.As(err, &p) {
			err = p.Err
		}
		return nil, err
	}
	const othersMayWrite = 0o022
	if isUnix && info.Mode().Perm()&othersMayWrite != 0 {
		return nil, errors.New("others can write to it; chmod go-w takes that from them")
	}
	return file.ReadBytes(path)
}

// parseKeys returns the keys of a file and what is wrong with its lines, with their
// numbers. A line with something that is not understood lets nobody in: it might have
// been meant to restrict the key.
func parseKeys(text string) (byKey map[string]client, problems []string) {
	byKey = map[string]client{}
	lines := map[string]int{}
	for n, line := range strings.Split(text, "\n") {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		c, err := parseKey(line)
		if err != nil {
			problems = append(problems, fmt.Sprintf("%d: not let in: %v", n, err))
		}
		if c.key == "" {
			continue
		}
		if first := lines[c.key]; first > 0 {
			delete(byKey, c.key)
			problems = append(problems, fmt.Sprintf("%d: not let in: the key is on line %d too, and one line has to say what it may see", n, first))
			continue
		}
		lines[c.key] = n
		if err == nil {
			byKey[c.key] = c
		}
	}
	return byKey, problems
}

// allowed are the options of OpenSSH that ask for nothing but what is so here anyway.
var allowed = []string{"restrict", "pty", "no-agent-forwarding", "no-port-forwarding", "no-x11-forwarding", "no-user-rc"}

// clientName is what a client may be called, since a folder is.
var clientName = lazily(`^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$`)

// parseKey returns what a line says. With an error the client has its key, if the line
// has one.
func parseKey(line string) (c client, err error) {
	key, _, options, _, err := ssh.ParseAuthorizedKey([]byte(line))
	if err != nil {
		return c, errors.New("no public key")
	}
	c = client{key: string(key.Marshal()), fingerprint: ssh.FingerprintSHA256(key), max: briefing.TLPs[0].Value}
	seen := map[string]bool{}
	for _, option := range options {
		name, value, _ := strings.Cut(option, "=")
		name = strings.ToLower(name)
		value = strings.TrimSuffix(strings.TrimPrefix(value, `"`), `"`)
		if seen[name] {
			return c, fmt.Errorf("%s is there twice", name)
		}
		seen[name] = true
		switch {
		case slices.Contains(allowed, name):
		case name == "clearance":
			max, ok := briefing.ParseTLP(value)
			if !ok {
				return c, fmt.Errorf("clearance=%q is no label; there are %s", value, strings.Join(briefing.TLPs.Values(), ", "))
			}
			c.max = max
		case name == "name":
			if !clientName().MatchString(value) {
				return c, fmt.Errorf("name=%q is no name of letters, digits and . _ @ -", value)
			}
			c.name = value
		default:
			return c, fmt.Errorf("the option %s is not known here; there are clearance and name", name)
		}
	}
	return c, nil
}
