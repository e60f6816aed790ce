package desk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"sitrep/briefing"
	"sitrep/data/desk"
	"sitrep/data/library"
)

// times returns how often a test does something: as often as an environment variable
// says, or a few times.
func times(variable string, few int) int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	return few
}

// manyPublished is the variable for how many versions tests publish.
const manyPublished = "SITREP_TEST_PUBLISHED"

// published are the files that a follower must have in the end: names and contents.
type published map[string]string

// add publishes a version and notes it.
func (p published) add(t testing.TB, d *desk.Desk, text string) {
	t.Helper()
	done := mustPublish(t, d, text)
	if p[named(done)] != "" {
		t.Errorf("%s is published twice", named(done))
	}
	p[named(done)] = text
}

// version returns version i of many, with its id and marking.
func version(i int) (id string, label briefing.TLP, content string) {
	const briefings = 7
	id, label = fmt.Sprintf("b%d", i%briefings), []briefing.TLP{"GREEN", "CLEAR", "RED"}[i%3]
	return id, label, text(id, 1+i/briefings, label, fmt.Sprintf("Line %d. %s", i, strings.Repeat("x ", i)))
}

// some publishes n versions of some briefings, and calls between before each.
func (p published) some(t testing.TB, d *desk.Desk, n int, between func(i int)) {
	t.Helper()
	for i := range n {
		between(i)
		_, _, content := version(i)
		p.add(t, d, content)
	}
}

// quickly puts n versions into the stream without asking what is there.
func (p published) quickly(t testing.TB, s *servers, n int) {
	t.Helper()
	js, err := jetstream.New(s.connect("red"))
	check(t, err)
	for i := range n {
		id, label, content := version(i)
		ack, err := js.Publish(context.Background(), strings.Join([]string{"briefings", library.Token(label), s.desk, id}, "."), []byte(content))
		check(t, err)
		p[library.Version{ID: id, Revision: ack.Sequence, TLP: label}.Name()] = content
	}
}

// check waits until a follower has exactly these files, as they were published.
func (p published) check(t testing.TB, f *following) {
	t.Helper()
	var names []string
	for name := range p {
		names = append(names, name)
	}
	f.has(names...)
	for name, want := range p {
		if got, err := os.ReadFile(filepath.Join(f.config.Folder, name)); err != nil || string(got) != want {
			t.Errorf("%s: %v\n%q\nwant\n%q", name, err, got, want)
		}
	}
}

func nothing(int) {}

// TestLeaderKilled kills the server that leads, again and again, while versions are
// published and followed.
func TestLeaderKilled(t *testing.T) {
	t.Parallel()
	s := startServers(t)
	n := times(manyPublished, 120)
	all := published{}
	f := follow(t, s.config("red2"))
	d := s.dial("red")
	down := -1
	all.some(t, d, n, func(i int) {
		switch i % (n / 3) {
		case n / 12:
			if down = s.leader(); down >= 0 {
				s.stop(down)
			}
		case n / 4:
			if down >= 0 {
				s.start(down)
				down = -1
			}
		}
	})
	all.check(t, f)
	if got := s.count(); got != n {
		t.Errorf("%d messages for %d versions", got, n)
	}
	fresh := follow(t, s.config("red2"))
	all.check(t, fresh)
}

// TestServerAway has a server away while versions are published. It has them when it is
// back.
func TestServerAway(t *testing.T) {
	t.Parallel()
	s := startServers(t)
	all := published{}
	d := s.dial("red")
	all.some(t, d, 10, nothing)
	c := s.config("red2")
	c.Servers = c.Servers[2:]
	f := follow(t, c)
	all.check(t, f)
	s.stop(2)
	f.until("offline", func(now desk.State) bool { return !now.Connected && now.Err != nil })
	d = s.dial("red")
	all.some(t, d, 0, nothing)
	for i := range 20 {
		all.add(t, d, text("while-away", 1+i, "GREEN", "x"))
	}
	s.start(2)
	all.check(t, f)
	f.until("ready", ready)
	if got := s.count(); got != len(all) {
		t.Errorf("%d messages for %d versions", got, len(all))
	}
}

// TestReaderCut cuts a reader off, again and again.
func TestReaderCut(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	p := startProxy(t, s.hosts()...)
	c := s.config("red2")
	c.Servers = []string{p.address()}
	f := follow(t, c)
	all := published{}
	all.some(t, s.dial("red"), times(manyPublished, 60), func(i int) {
		switch i % 15 {
		case 5:
			p.cut()
		case 10:
			p.mend()
		}
		if i == 9 {
			f.until("offline", func(now desk.State) bool { return !now.Connected && !now.Since.IsZero() })
		}
	})
	p.mend()
	all.check(t, f)
	f.until("ready", ready)
}

// TestSlowLine follows over a line on which what is sent takes four fifths of a second, as
// by way of a satellite with what is around it.
func TestSlowLine(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	p := startProxy(t, s.hosts()...)
	p.late.Store(int64(800 * time.Millisecond))
	c := s.config("red2")
	c.Servers = []string{p.address()}
	f := follow(t, c)
	all := published{}
	all.some(t, s.dial("red"), 3, func(int) {})
	f.until("ready", ready)
	all.check(t, f)
}

// TestFromNothing follows many versions, some of them withdrawn, and then once more.
func TestFromNothing(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	d := s.dial("red")
	all := published{}
	all.quickly(t, s, times(manyPublished, 300))
	gone := mustPublish(t, d, text("gone", 1, "GREEN", "x"))
	if _, err := d.Withdraw(context.Background(), desk.Withdrawal{ID: "gone"}); err != nil {
		t.Fatal(err)
	}
	all[withdrawn(gone)] = text("gone", 1, "GREEN", "x")
	c := s.config("red2")
	first := follow(t, c)
	all.check(t, first)
	first.until("ready", ready)
	first.stop()
	if len(first.names) != len(all) {
		t.Errorf("%d files are reported for %d versions", len(first.names), len(all))
	}
	info := map[string]os.FileInfo{}
	for _, name := range first.files() {
		info[name], _ = os.Stat(filepath.Join(c.Folder, name))
	}
	all.add(t, d, text("later", 1, "RED", "x"))
	again := follow(t, c)
	all.check(t, again)
	again.until("ready", ready)
	if len(again.names) != 1 || !strings.HasPrefix(again.names[0], "later@") {
		t.Errorf("received again: %q", again.names)
	}
	for name, was := range info {
		if is, err := os.Stat(filepath.Join(c.Folder, name)); err != nil || !os.SameFile(is, was) {
			t.Errorf("%s was written again", name)
		}
	}
}

// TestOneFollows has two processes follow into one folder, one after the other.
func TestOneFollows(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	d := s.dial("red")
	c := s.config("red2")
	one := follow(t, c)
	one.until("ready", ready)
	two := follow(t, c)
	two.until("waiting", func(now desk.State) bool { return now.Elsewhere })
	all := published{}
	all.add(t, d, text("a", 1, "GREEN", "x"))
	all.check(t, two)
	one.stop()
	two.until("following", func(now desk.State) bool { return !now.Elsewhere && ready(now) })
	all.add(t, d, text("a", 2, "GREEN", "x"))
	all.check(t, two)
}

// TestOtherStream follows a desk whose stream is made anew.
func TestOtherStream(t *testing.T) {
	t.Parallel()
	s := startServers(t)
	c := s.config("red2")
	f := follow(t, c)
	all := published{}
	all.some(t, s.dial("red"), 9, nothing)
	all.check(t, f)
	f.stop()
	if _, err := s.connect("admin").Request("$JS.API.STREAM.DELETE.BRIEFINGS", nil, 10*time.Second); err != nil {
		t.Fatal(err)
	}
	without := follow(t, c)
	if now := without.until("without a stream", func(now desk.State) bool { return now.Err != nil }); now.Connected || !desk.HasNoStream(now.Err) {
		t.Errorf("without a stream it says %v", now.Err)
	}
	without.stop()
	s.createStream()
	d := s.dial("red")
	for i := range 4 {
		all.add(t, d, text(fmt.Sprintf("other%d", i), 1, "GREEN", "x"))
	}
	again := follow(t, c)
	all.check(t, again)
}

// TestStrangers publishes what is no version, as somebody with another program can.
func TestStrangers(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	nc := s.connect("red")
	put := func(subject, data string) {
		t.Helper()
		if _, err := nc.Request(subject, []byte(data), 10*time.Second); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range []string{"UP", "a_b", "-a", strings.Repeat("a", 101), "é", "a@1", "..", "con"} {
		put("briefings.green."+s.desk+"."+strings.ReplaceAll(id, ".", "%2e"), text("a", 1, "GREEN", "x"))
	}
	put("briefings.green."+s.desk+".empty", "")
	f := follow(t, s.config("red2"))
	state := f.until("ready", ready)
	done := f.files()
	if len(done) != 1 || !strings.HasPrefix(done[0], "con@") || state.Refused != 8 {
		t.Errorf("received %q, refused %d", done, state.Refused)
	}
}

// Environment of a child process that follows.
const (
	childFollows = "SITREP_TEST_FOLLOWS"  // its configuration
	childLimit   = "SITREP_TEST_MAX_FILE" // the largest file that it can write, until it is told otherwise
)

// TestChild is the test that child processes run.
func TestChild(t *testing.T) {
	var c desk.Config
	if json.Unmarshal([]byte(os.Getenv(childFollows)), &c) != nil {
		t.Skip("no child process")
	}
	ctx, cancel := context.WithCancel(context.Background())
	if limit, err := strconv.Atoi(os.Getenv(childLimit)); err == nil {
		limitFiles(t, limit)
		go func() { // until it is told
			_, _ = fmt.Scanln()
			limitFiles(t, -1)
		}()
	}
	err := desk.Follow(ctx, c, func(s desk.State) {
		fmt.Printf("ready=%t err=%v\n", s.Ready, s.Err)
		if s.Ready && os.Getenv(childLimit) != "" {
			cancel()
		}
	}, nil)
	if err != context.Canceled {
		t.Error(err)
	}
}

func child(t testing.TB, c desk.Config, environment ...string) *exec.Cmd {
	t.Helper()
	config, err := json.Marshal(c)
	check(t, err)
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$", "-test.count=1")
	cmd.Env = append(append(os.Environ(), childFollows+"="+string(config)), environment...)
	return cmd
}

// TestKilled kills a follower at any moment. What it leaves is whole, and the next one
// goes on.
func TestKilled(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	all := published{}
	d := s.dial("red")
	all.quickly(t, s, times(manyPublished, 300))
	c := s.config("red2")
	for i := range times("SITREP_TEST_KILLS", 6) {
		cmd := child(t, c)
		check(t, cmd.Start())
		time.Sleep(rand.N(time.Duration(100+100*i) * time.Millisecond))
		check(t, cmd.Process.Kill())
		_ = cmd.Wait() // it was killed
		for _, name := range (&following{config: c}).files() {
			if got, err := os.ReadFile(filepath.Join(c.Folder, name)); err != nil || string(got) != all[name] {
				t.Errorf("%s was left as %q, %v", name, got, err)
			}
		}
		all.add(t, d, text("meanwhile", 1+i, "RED", "x"))
	}
	f := follow(t, c)
	all.check(t, f)
	f.until("ready", ready)
	f.stop()
	if err := filepath.WalkDir(c.Folder, func(path string, e fs.DirEntry, err error) error {
		if strings.Contains(path, ".desk-") {
			t.Errorf("%s is left", path)
		}
		return err
	}); err != nil {
		t.Error(err)
	}
}

// hosts returns the addresses of the servers without a scheme.
func (s *servers) hosts() (list []string) {
	for _, a := range s.addresses() {
		list = append(list, strings.TrimPrefix(a, "nats://"))
	}
	return list
}
