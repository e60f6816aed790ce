package desk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nkeys"

	"sitrep/briefing"
	"sitrep/data/desk"
)

// servers are the three servers of the example in .github/desk, in this process.
type servers struct {
	t     testing.TB
	desk  string
	dir   string
	ports []int // of clients
	nodes []*server.Server
}

// users are those that add-user makes: name, clearance, and "read" for who may not
// publish.
var users = [][]string{{"admin", "ADMIN"}, {"red", "RED"}, {"red2", "RED"}, {"amber", "AMBER"}, {"green", "GREEN"}, {"green-reader", "GREEN", "read"}, {"clear-reader", "CLEAR", "read"}}

// shared are servers for all tests that do not stop them. Each test has a desk of its own.
var shared struct {
	once  sync.Once
	desks atomic.Int64
	*servers
}

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.servers != nil {
		for i := range shared.nodes {
			shared.stop(i)
		}
		_ = os.RemoveAll(shared.dir)
	}
	os.Exit(code)
}

// useServers returns the shared servers, with a desk for the test.
func useServers(t testing.TB) *servers {
	t.Helper()
	shared.once.Do(func() {
		dir, err := os.MkdirTemp("", "desk")
		check(t, err)
		shared.servers = &servers{t: t, dir: dir, nodes: make([]*server.Server, 3)}
		shared.startAll()
	})
	s := *shared.servers
	s.t, s.desk = t, fmt.Sprintf("%s-%d", strings.ReplaceAll(t.Name(), "/", "-"), shared.desks.Add(1))
	return &s
}

// startServers starts the servers with the files of the example. Only the ports are
// others.
func startServers(t testing.TB) *servers {
	t.Helper()
	s := &servers{t: t, desk: "ops", dir: t.TempDir(), nodes: make([]*server.Server, 3)}
	t.Cleanup(func() {
		for i := range s.nodes {
			s.stop(i)
		}
	})
	s.startAll()
	return s
}

func (s *servers) startAll() {
	t := s.t
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("add-user is a shell script")
	}
	example := filepath.Join("..", "..", ".github", "desk")
	check(t, os.CopyFS(s.dir, os.DirFS(example)))
	for _, user := range users {
		key, err := nkeys.CreateUser()
		check(t, err)
		seed, err := key.Seed()
		check(t, err)
		public, err := key.PublicKey()
		check(t, err)
		check(t, os.WriteFile(s.seed(user[0]), seed, 0o600))
		add := exec.Command("sh", append([]string{"add-user", user[0], user[1], public}, user[2:]...)...)
		add.Dir = s.dir
		if out, err := add.CombinedOutput(); err != nil {
			t.Fatalf("add-user: %v\n%s", err, out)
		}
	}
	s.ports = freePorts(t, 6)
	for i := range s.nodes {
		s.start(i)
	}
	for i := range s.nodes {
		if !s.nodes[i].ReadyForConnections(20 * time.Second) {
			t.Fatal("a server does not start")
		}
	}
	s.createStream()
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// freePorts returns ports on which nobody listens now.
func freePorts(t testing.TB, n int) (ports []int) {
	t.Helper()
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		check(t, err)
		defer func() { _ = l.Close() }()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}

func (s *servers) seed(user string) string { return filepath.Join(s.dir, user+".nk") }

// start starts a server, or starts it again.
func (s *servers) start(i int) {
	s.t.Helper()
	o, err := server.ProcessConfigFile(filepath.Join(s.dir, fmt.Sprintf("n%d.conf", i+1)))
	check(s.t, err)
	o.Port, o.Cluster.Port = s.ports[i], s.ports[3+i]
	o.Routes = nil
	for _, port := range s.ports[3:] {
		o.Routes = append(o.Routes, &url.URL{Scheme: "nats", Host: "127.0.0.1:" + strconv.Itoa(port)})
	}
	o.StoreDir = filepath.Join(s.dir, "data", strconv.Itoa(i))
	o.NoLog, o.NoSigs = true, true
	s.nodes[i], err = server.NewServer(o)
	check(s.t, err)
	s.nodes[i].Start()
}

// stop stops a server.
func (s *servers) stop(i int) {
	if n := s.nodes[i]; n != nil {
		s.nodes[i] = nil
		n.Shutdown()
		n.WaitForShutdown()
	}
}

func (s *servers) addresses() (list []string) {
	for _, port := range s.ports[:3] {
		list = append(list, "nats://127.0.0.1:"+strconv.Itoa(port))
	}
	return list
}

// connect connects as a user, who may be an attacker.
func (s *servers) connect(user string, options ...nats.Option) *nats.Conn {
	s.t.Helper()
	key, err := nats.NkeyOptionFromSeed(s.seed(user))
	check(s.t, err)
	options = append([]nats.Option{key, nats.CustomInboxPrefix("_INBOX." + s.public(s.t, user))}, options...)
	nc, err := nats.Connect(strings.Join(s.addresses(), ","), options...)
	check(s.t, err)
	s.t.Cleanup(nc.Close)
	return nc
}

// createStream makes the stream of the example.
func (s *servers) createStream() {
	s.t.Helper()
	stream, err := os.ReadFile(filepath.Join(s.dir, "stream.json"))
	check(s.t, err)
	nc := s.connect("admin")
	answer := &nats.Msg{}
	for range 100 { // until there is a leader
		if answer, err = nc.Request("$JS.API.STREAM.CREATE.BRIEFINGS", stream, time.Second); err == nil && strings.Contains(string(answer.Data), `"did_create":true`) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.t.Fatalf("no stream: %v %s", err, answer.Data)
}

// leader returns the number of the server that leads the stream, or -1.
func (s *servers) leader() int {
	return slices.IndexFunc(s.nodes, func(n *server.Server) bool { return n != nil && n.JetStreamIsStreamLeader("DESK", "BRIEFINGS") })
}

// count returns how many messages the stream has of the desk.
func (s *servers) count() (n int) {
	s.t.Helper()
	answer, err := s.connect("admin").Request("$JS.API.STREAM.INFO.BRIEFINGS", []byte(`{"subjects_filter":"briefings.*.`+s.desk+`.*"}`), 10*time.Second)
	check(s.t, err)
	var info struct {
		State struct{ Subjects map[string]int }
	}
	check(s.t, json.Unmarshal(answer.Data, &info))
	for _, of := range info.State.Subjects {
		n += of
	}
	return n
}

// config returns the configuration of the desk for a user, with a folder of its own.
func (s *servers) config(user string) desk.Config {
	s.t.Helper()
	return desk.Config{Name: s.desk, Servers: s.addresses(), Credentials: s.seed(user), Folder: filepath.Join(s.t.TempDir(), "desk"), Author: user}
}

// dial connects to the desk as a user.
func (s *servers) dial(user string) *desk.Desk {
	s.t.Helper()
	d, err := desk.Dial(context.Background(), s.config(user))
	check(s.t, err)
	s.t.Cleanup(d.Close)
	return d
}

// text returns a briefing, without a version if that is 0.
func text(id string, version int, label briefing.TLP, line string) string {
	numbered := ""
	if version > 0 {
		numbered = fmt.Sprintf("version: %d\n", version)
	}
	return fmt.Sprintf("format: briefing/1\nid: %s\ntitle: Briefing %s\nas_of: 2026-11-27\n%stlp: %s\nbottom_line: %s\n", id, id, numbered, string(label), line)
}

// publish publishes a text.
func publish(t testing.TB, d *desk.Desk, text string) (desk.Published, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "briefing.yaml")
	check(t, os.WriteFile(path, []byte(text), 0o600))
	return d.Publish(context.Background(), path)
}

// mustPublish is publish without an error.
func mustPublish(t testing.TB, d *desk.Desk, text string) desk.Published {
	t.Helper()
	done, err := publish(t, d, text)
	check(t, err)
	return done
}
