//go:build unix

package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/data/desk"
)

// TestDeskIsFollowed shows what is published while the list is open, without a key, also
// after the server was away.
func TestDeskIsFollowed(t *testing.T) {
	t.Parallel()
	n, config, publish := publishing(t)
	publish("Bridge closed", 1)
	s := start(t, launch{args: []string{"desk:ops"}, env: []string{"SITREP_CONFIG=" + config}, w: 80, h: 24})
	s.expectAgain("Bridge closed", 1)
	s.expectAgain("desk: connected", 1)
	publish("Dockers march", 2)
	s.expectAgain("Dockers march", 1)
	n.stop()
	s.expectAgain("offline since", 1)
	must(t, n.start())
	publish("Port quiet", 3)
	s.expectAgain("Port quiet", 1)
	s.press("q")
	s.wantExit(exitFine)
}

// publishing returns a server, the settings with a desk on it, and what publishes a
// briefing there.
func publishing(t *testing.T) (n *natsServer, config string, publish func(title string, version int)) {
	t.Helper()
	n, err := newNATS(t.TempDir())
	must(t, err)
	t.Cleanup(func() { n.stop() })
	work := t.TempDir()
	config = filepath.Join(work, "config.yaml")
	must(t, os.WriteFile(config, fmt.Appendf(nil, "desks: {ops: {servers: %q}}", n.ClientURL()), 0o600))
	return n, config, func(title string, version int) {
		t.Helper()
		text := strings.Replace(small, "The harbour bridge", title, 1)
		text = strings.Replace(text, "id: ", fmt.Sprintf("version: %d\ntlp: GREEN\nid: ", version), 1)
		path := filepath.Join(work, "b.yaml")
		must(t, os.WriteFile(path, []byte(text), 0o600))
		d, err := desk.Dial(t.Context(), desk.Config{Name: "ops", Servers: []string{n.ClientURL()}})
		must(t, err)
		defer d.Close()
		_, err = d.Publish(t.Context(), path)
		must(t, err)
	}
}

// TestDeskIsFollowedLineByLine says what is published, and how the connection is, between
// two answers.
func TestDeskIsFollowedLineByLine(t *testing.T) {
	t.Parallel()
	n, config, publish := publishing(t)
	publish("Bridge closed", 1)
	s := start(t, launch{args: []string{"--linear", "desk:ops"}, env: []string{"SITREP_CONFIG=" + config}, w: 200, h: 24})
	s.expectAgain("Bridge closed", 1)
	publish("Dockers march", 2)
	s.askUntil("w", "1 new briefing: “Dockers march”, version 2; r lists the folder again.", 1)
	s.askUntil("w", "Desk: connected.", 1)
	s.press("r\r")
	s.expectAgain("Folder “desk:ops”: 1 row", 2)
	n.stop()
	s.askUntil("w", "Desk: offline since", 1)
	must(t, n.start())
	s.askUntil("r", "Desk: connected.", 2)
	s.press("q\r")
	s.wantExit(exitFine)
}
