package serve

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// publicKey returns a public key as a line of a file has it.
func publicKey(t *testing.T, seed byte) string {
	t.Helper()
	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
	key, err := ssh.NewPublicKey(private.Public())
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key)))
}

// TestParseKeys wants each line to let its key in with what it says, or nobody, and then
// to be told why.
func TestParseKeys(t *testing.T) {
	a, b := publicKey(t, 1), publicKey(t, 2)
	for name, test := range map[string]struct {
		text    string
		max     string // "" if nobody is let in
		called  string
		problem string
	}{
		"alone":               {a + " anna@example.org", "CLEAR", "", ""},
		"both options":        {`clearance="GREEN",name="anna" ` + a, "GREEN", "anna", ""},
		"as people write it":  {`Clearance="tlp:amber strict" ` + a, "AMBER+STRICT", "", ""},
		"without quotes":      {`clearance=RED ` + a, "RED", "", ""},
		"options of OpenSSH":  {"restrict,pty,no-X11-forwarding " + a, "CLEAR", "", ""},
		"a comment, a CR":     {"# keys\r\n\r\n" + a + "\r\n", "CLEAR", "", ""},
		"no label":            {`clearance="SECRET" ` + a, "", "", `1: not let in: clearance="SECRET" is no label`},
		"an empty label":      {`clearance="" ` + a, "", "", "is no label"},
		"a flag":              {`clearance ` + a, "", "", "is no label"},
		"two labels":          {`clearance="GREEN",clearance="RED" ` + a, "", "", "clearance is there twice"},
		"an unknown option":   {`clearance="GREEN",from="10.0.0.1" ` + a, "", "", "the option from is not known"},
		"a command":           {`command="ls" ` + a, "", "", "the option command is not known"},
		"an authority":        {`cert-authority ` + a, "", "", "the option cert-authority is not known"},
		"a folder for a name": {`name="../x" ` + a, "", "", "is no name"},
		"an empty name":       {`name="" ` + a, "", "", "is no name"},
		"a hidden name":       {`name=".ssh" ` + a, "", "", "is no name"},
		"no key":              {"clearance=\"GREEN\" ssh-ed25519 AAAA", "", "", "1: not let in: no public key"},
		"the same key twice":  {`clearance="RED" ` + a + "\n" + a, "", "", "2: not let in: the key is on line 1 too"},
		"and with a fault":    {`clearance="RED" ` + a + "\nclearance=x " + a, "", "", "2: not let in: the key is on line 1 too"},
		"and three times":     {a + "\n" + a + "\n" + a, "", "", "3: not let in: the key is on line 1 too"},
		"another after it":    {"nonsense\n" + a, "CLEAR", "", "1: not let in: no public key"},
	} {
		t.Run(name, func(t *testing.T) {
			byKey, problems := parseKeys(test.text + "\nname=\"other\" " + b)
			if len(byKey) == 0 || len(problems) > 2 {
				t.Fatalf("the other key is let in: %v; %q", byKey, problems)
			}
			found := client{}
			for _, c := range byKey {
				if c.name != "other" {
					found = c
				}
			}
			if string(found.max) != test.max || found.name != test.called {
				t.Errorf("it is shown %q as %q, want %q as %q", found.max, found.name, test.max, test.called)
			}
			said := strings.Join(problems, "\n")
			if !strings.Contains(said, test.problem) || test.problem == "" && said != "" {
				t.Errorf("it says %q, want %q", said, test.problem)
			}
		})
	}
}

// TestKeysAreReadAgain changes a file of keys: what it says counts at once, and nobody
// is let in while it cannot be read or others can write to it.
func TestKeysAreReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	var said bytes.Buffer
	to := &logger{to: &said}
	if _, err := openKeys(path, to); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("without a file: %v", err)
	}
	write := func(text string, mode os.FileMode) {
		t.Helper()
		if err := errors.Join(os.WriteFile(path, []byte(text), 0o600), os.Chmod(path, mode)); err != nil {
			t.Fatal(err)
		}
	}
	a := publicKey(t, 1)
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(a))
	if err != nil {
		t.Fatal(err)
	}
	key := string(public.Marshal())
	write(a, 0o600)
	k, err := openKeys(path, to)
	if err != nil {
		t.Fatal(err)
	}
	is := func(want bool, max string) {
		t.Helper()
		if c, ok := k.find(key); ok != want || string(c.max) != max {
			t.Errorf("let in: %v, up to %q; want %v, %q", ok, c.max, want, max)
		}
	}
	is(true, "CLEAR")
	write(`clearance="RED" `+a, 0o600)
	is(true, "RED")
	if isUnix {
		write(`clearance="RED" `+a, 0o622)
		is(false, "")
		write(`clearance="RED" `+a, 0o644)
		is(true, "RED")
	}
	write("", 0o600)
	is(false, "")
	write(a, 0o600)
	is(true, "CLEAR")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	is(false, "")
	is(false, "")
	if n := strings.Count(said.String(), "nobody is let in: "+path+": no such file"); n != 1 {
		t.Errorf("it is said %d times that the file is gone:\n%s", n, said.String())
	}
}

// TestHostKey makes a key at the first start, and never another.
func TestHostKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "key")
	first, made, err := hostKey(path)
	if err != nil || !made {
		t.Fatalf("made: %v, %v", made, err)
	}
	again, made, err := hostKey(path)
	if err != nil || made || !bytes.Equal(first.PublicKey().Marshal(), again.PublicKey().Marshal()) {
		t.Errorf("at the second start: made %v, %v", made, err)
	}
	if info, err := os.Stat(path); err != nil || isUnix && info.Mode().Perm() != 0o600 {
		t.Errorf("the file: %v, %v", info.Mode(), err)
	}
}

// TestHostKeyRefused neither takes nor overwrites what is no key, and takes no key that
// others can read.
func TestHostKeyRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(path, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, made, err := hostKey(path); err == nil || made {
		t.Error("what is no key was taken for one, or overwritten")
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "no key" {
		t.Errorf("the file says %q, %v", text, err)
	}
	if isUnix {
		if err := os.Chmod(path, 0o640); err != nil {
			t.Fatal(err)
		}
		if _, _, err := hostKey(path); err == nil || !strings.Contains(err.Error(), "others can read") {
			t.Errorf("a key that others can read: %v", err)
		}
	}
}

// TestRates wants as many connections as are allowed, then as many as come back with
// time, and a refusal said once a minute.
func TestRates(t *testing.T) {
	r, now := newRates(60), time.Unix(1e9, 0)
	count := func(host string, n int) (allowed, told int) {
		for range n {
			ok, first := r.allow(host, now)
			if ok {
				allowed++
			}
			if first {
				told++
			}
		}
		return allowed, told
	}
	if allowed, told := count("a", 100); allowed != 60 || told != 1 {
		t.Errorf("%d of 100 at once, said %d times", allowed, told)
	}
	now = now.Add(10 * time.Second)
	if allowed, told := count("a", 100); allowed != 10 || told != 0 {
		t.Errorf("%d after ten seconds, said %d times", allowed, told)
	}
	if allowed, _ := count("b", 10); allowed != 10 {
		t.Errorf("%d of another", allowed)
	}
	for i := range 3 * maxAddresses {
		r.allow(string(rune('c'+i%50))+time.Duration(i).String(), now)
	}
	if len(r.byHost) > maxAddresses+1 {
		t.Errorf("%d addresses are kept", len(r.byHost))
	}
	now = now.Add(2 * time.Minute)
	if allowed, told := count("a", 100); allowed != 60 || told != 1 {
		t.Errorf("%d after two minutes, said %d times", allowed, told)
	}
}

// TestAllowance waits for what was taken beyond what is there.
func TestAllowance(t *testing.T) {
	var a allowance
	now := time.Unix(1e9, 0)
	if wait := a.take(100, 10, 100, now); wait != 0 {
		t.Errorf("all of it takes %v", wait)
	}
	if wait := a.take(20, 10, 100, now); wait != 2*time.Second {
		t.Errorf("20 more take %v", wait)
	}
	if wait := a.take(0, 10, 100, now.Add(time.Hour)); wait != 0 || a.left != 100 {
		t.Errorf("after an hour %v are there, and nothing takes %v", a.left, wait)
	}
}

// TestTerminalOfClient takes what a client may say about its terminal, and nothing else.
func TestTerminalOfClient(t *testing.T) {
	for _, test := range []struct {
		kind          string
		columns, rows uint32
		want          string
		size          size
	}{
		{"xterm-256color", 120, 40, "xterm-256color", size{120, 40}},
		{"tmux", 1 << 31, 1<<32 - 1, "tmux", size{500, 200}},
		{"../../etc/passwd", 0, 0, "xterm", size{80, 24}},
		{"", 1, 1, "xterm", size{1, 1}},
		{"a\x1b]0;x\a", 10, 0, "xterm", size{80, 24}},
		{strings.Repeat("x", 1000), 10, 1000, "xterm", size{10, 200}},
	} {
		var got tty
		ok := got.ask(ssh.Marshal(struct {
			Term                         string
			Columns, Rows, Width, Height uint32
			Modes                        string
		}{test.kind, test.columns, test.rows, 0, 0, ""}))
		if !ok || got.kind != test.want || got.size != test.size {
			t.Errorf("%q %d×%d: %v, %q %v", test.kind, test.columns, test.rows, ok, got.kind, got.size)
		}
	}
	var got tty
	if got.ask([]byte("short")) || got.set(nil) {
		t.Error("nonsense is taken")
	}
	for variable, want := range map[string]bool{
		"LANG=de_DE.UTF-8": true, "LC_CTYPE=C": true, "COLORTERM=truecolor": true,
		"LANG=$(id)": false, "LC_ALL=a b": false, "LC_ALL=": false, "LD_PRELOAD=x.so": false, "EDITOR=vi": false, "SITREP_CONFIG=x": false,
		"XLANG=C": false, "LANG=C\nEDITOR=vi": false, "COLORTERM=x": false, "PATH=/tmp": false, "GODEBUG=x": false, "TERM=x": false,
	} {
		name, value, _ := strings.Cut(variable, "=")
		if got.set(ssh.Marshal(struct{ Name, Value string }{name, value})) != want {
			t.Errorf("%q is taken: %v", variable, !want)
		}
	}
	for range 100 {
		got.set(ssh.Marshal(struct{ Name, Value string }{"LANG", "C"}))
	}
	if len(got.environment) > 20 {
		t.Errorf("%d variables are kept", len(got.environment))
	}
}
