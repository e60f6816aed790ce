//go:build unix

package serve_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	natsserver "github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sitrep/data/desk"
)

// TestDesk serves a desk: what is published comes to the screens of those who are cleared
// for it, and the server alone has a connection to the desk.
func TestDesk(t *testing.T) {
	team, err := natsserver.NewServer(&natsserver.Options{Host: "127.0.0.1", Port: natsserver.RANDOM_PORT, JetStream: true, StoreDir: t.TempDir(), NoLog: true, NoSigs: true})
	must(t, err)
	team.Start()
	t.Cleanup(team.Shutdown)
	if !team.ReadyForConnections(time.Minute) {
		t.Fatal("the server of the desk does not start")
	}
	conn, err := nats.Connect(team.ClientURL())
	must(t, err)
	stream, err := jetstream.New(conn)
	must(t, err)
	_, err = stream.CreateStream(t.Context(), jetstream.StreamConfig{Name: desk.DefaultStream, Subjects: []string{"briefings.>"}, DenyDelete: true, DenyPurge: true})
	must(t, err)
	conn.Close()

	work := t.TempDir()
	publish := func(id, title, marking string) {
		t.Helper()
		path := filepath.Join(work, id+".yaml")
		must(t, os.WriteFile(path, fmt.Appendf(nil, "format: briefing/1\nid: %s\ntitle: %s\nas_of: 2024\ntlp: %s\n", id, title, marking), 0o600))
		d, err := desk.Dial(t.Context(), desk.Config{Name: "ops", Servers: []string{team.ClientURL()}})
		must(t, err)
		defer d.Close()
		_, err = d.Publish(t.Context(), path)
		must(t, err)
	}
	publish("one", "The bridge is closed", "GREEN")
	config := filepath.Join(work, "config.yaml")
	must(t, os.WriteFile(config, fmt.Appendf(nil, "desks: {ops: {servers: %q}}", team.ClientURL()), 0o600))
	t.Setenv("SITREP_CONFIG", config)
	s := serve(t, "desk:ops", line(t, 1, "clearance=GREEN")+"\n"+line(t, 2, "clearance=RED"))
	green, red := s.open(1, 80, 24), s.open(2, 80, 24)
	for _, x := range []*window{green, red} {
		x.wants("The bridge is closed")
	}
	publish("two", "Secret plan", "RED")
	red.wants("Secret plan")
	publish("three", "Dockers march", "GREEN")
	green.wants("Dockers march")
	if n := team.NumClients(); n > 1 {
		t.Errorf("%d connections to the desk", n)
	}
	if strings.Contains(green.output(), "Secret") || strings.Contains(green.output(), "two") {
		t.Errorf("what is withheld has reached the client: %q", green.output())
	}
	s.wantLog("desk: connected")
	s.end()
}
