package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sitrep/briefing"
	"sitrep/data/desk"
)

func TestConflict(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	one, two := s.dial("red"), s.dial("red2")
	first := mustPublish(t, one, text("a", 1, "GREEN", "First."))
	for _, same := range []int{0, 1} {
		_, err := publish(t, two, text("a", same, "GREEN", "Mine."))
		conflict, ok := errors.AsType[*desk.Conflict](err)
		if !ok || string(conflict.Newest.Text) != text("a", 1, "GREEN", "First.") || conflict.Newest.Author != "red" || conflict.Newest.Revision != first.Revision ||
			conflict.Newest.Document.Briefing.BottomLine != "First." || conflict.Hint() != "take over what changed, and write version: 2" {
			t.Errorf("version %d: %v", same, err)
		}
	}
	mustPublish(t, two, text("a", 2, "GREEN", "Mine, and first."))
	if _, err := publish(t, one, text("a", 1, "GREEN", "First.")); err == nil {
		t.Error("an old version is published again")
	}

	// A user may not see what is newer, and does not replace it.
	mustPublish(t, one, text("a", 3, "AMBER", "Raised."))
	if _, err := publish(t, s.dial("green"), text("a", 4, "GREEN", "Lower.")); err == nil || !strings.Contains(err.Error(), "newer version of a that you may not read") {
		t.Error(err)
	}
	if n := s.count(); n != 3 {
		t.Errorf("there are %d messages", n)
	}
}

// TestTwoWriters has several publish the same version at once, with other content. One
// of them wins, and the others see it.
func TestTwoWriters(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	const rounds, writers = 20, 3
	desks := []*desk.Desk{s.dial("red"), s.dial("red2"), s.dial("amber")}
	for version := 1; version <= rounds; version++ {
		var all sync.WaitGroup
		var mu sync.Mutex
		won := map[string]uint64{}
		var lost []error
		for i := range writers {
			all.Go(func() {
				label := []briefing.TLP{"GREEN", "AMBER", "CLEAR"}[(i+version)%writers]
				mine := text("a", version, label, fmt.Sprintf("By %d.", i))
				done, err := publish(t, desks[i], mine)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					won[mine] = done.Revision
				} else {
					lost = append(lost, err)
				}
			})
		}
		all.Wait()
		if len(won) != 1 {
			t.Fatalf("version %d: %d win: %v", version, len(won), lost)
		}
		for _, err := range lost {
			conflict, ok := errors.AsType[*desk.Conflict](err)
			if !ok || won[string(conflict.Newest.Text)] != conflict.Newest.Revision || conflict.Newest.Revision == 0 {
				t.Errorf("version %d: %v", version, err)
			}
		}
	}
	if n := s.count(); n != rounds {
		t.Errorf("%d messages for %d versions", n, rounds)
	}
}

func TestNotPublished(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	low := s.config("red")
	low.Max = "GREEN"
	limited, err := desk.Dial(context.Background(), low)
	check(t, err)
	defer limited.Close()
	red := s.dial("red")
	large := ""
	for i := range 5 {
		large += fmt.Sprintf("- {id: s%d, title: S, kind: report, text: %s}\n", i, strings.Repeat("x ", 1<<20))
	}
	for name, test := range map[string]struct {
		d          *desk.Desk
		text, want string
	}{
		"no marking":         {red, strings.Replace(text("a", 1, "RED", "x"), "tlp: RED\n", "", 1), "has no marking"},
		"unreadable marking": {red, text("a", 1, "PURPLE", "x"), "marking"},
		"an item higher":     {limited, text("a", 1, "GREEN", "x") + "sources:\n- {id: s, title: S, kind: report, tlp: AMBER}\n", "marked TLP:AMBER, and the desk takes at most TLP:GREEN"},
		"above the desk":     {limited, text("a", 1, "RED", "x"), "marked TLP:RED, and the desk takes at most TLP:GREEN"},
		"above clearance":    {s.dial("green"), text("a", 1, "AMBER", "x"), "does not let you publish a at TLP:AMBER"},
		"a reader":           {s.dial("green-reader"), text("a", 1, "GREEN", "x"), "does not let you publish a at TLP:GREEN"},
		"too large":          {red, text("a", 1, "GREEN", "x") + "sources:\n" + large, "too large"},
		"errors":             {red, text("a", 1, "GREEN", "x") + "questions:\n- {id: q}\n", "text"},
		"no briefing":        {red, "a: b\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if done, err := publish(t, test.d, test.text); err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%+v, %v; want %q", done, err, test.want)
			}
		})
	}
	if n := s.count(); n != 0 {
		t.Errorf("there are %d messages", n)
	}
}

// TestTextFiles publishes a briefing with texts in files, from two folders.
func TestTextFiles(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	d := s.dial("green")
	var done desk.Published
	for i := range 2 {
		folder := t.TempDir()
		check(t, os.WriteFile(filepath.Join(folder, "speech.txt"), []byte("My \"word\".\n\nSecond.\n"), 0o600))
		path := filepath.Join(folder, "b.yaml")
		check(t, os.WriteFile(path, []byte(text("a", 1, "GREEN", "x")+"sources:\n- {id: s, title: S, kind: speech, text_file: speech.txt} # by hand\n"), 0o600))
		var err error
		done, err = d.Publish(context.Background(), path)
		if err != nil || done.Already != (i == 1) {
			t.Errorf("%+v, %v", done, err)
		}
	}
	f := follow(t, s.config("green-reader"))
	f.has(named(done))
	got, err := os.ReadFile(filepath.Join(f.config.Folder, named(done)))
	if want := text("a", 1, "GREEN", "x") + "sources:\n- {id: s, title: S, kind: speech, text: \"My \\\"word\\\".\\n\\nSecond.\"} # by hand\n"; err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}

// TestPublishWhatIsFollowed publishes by what has been received, which may be old.
func TestPublishWhatIsFollowed(t *testing.T) {
	t.Parallel()
	s := useServers(t)
	f := follow(t, s.config("red"))
	f.until("ready", ready)
	d, err := desk.Dial(context.Background(), f.config)
	check(t, err)
	defer d.Close()
	all := published{}
	all.add(t, d, text("a", 1, "GREEN", "One."))
	all.check(t, f)
	all.add(t, d, text("a", 2, "GREEN", "Two."))
	all.check(t, f)
	f.stop()
	other := s.dial("red2")
	all.add(t, other, text("a", 3, "GREEN", "Three."))
	if _, err := publish(t, d, text("a", 3, "GREEN", "Mine.")); err == nil || !strings.Contains(err.Error(), "version 3") {
		t.Error(err)
	}
	if again := mustPublish(t, d, text("a", 3, "GREEN", "Three.")); !again.Already {
		t.Errorf("%+v", again)
	}
	all.add(t, d, text("a", 4, "GREEN", "Four."))
	again := follow(t, f.config)
	all.check(t, again)
	raised := mustPublish(t, d, text("a", 5, "RED", "Five."))
	if len(raised.Lower) != 1 || raised.Lower[0] != "GREEN" {
		t.Errorf("%+v", raised)
	}
	if n := s.count(); n != len(all)+1 {
		t.Errorf("%d messages", n)
	}
}
