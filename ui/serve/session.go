package serve

import (
	"cmp"
	"fmt"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// session is one reader of a client.
type session struct {
	*server
	client  client
	from    string // the address
	channel ssh.Channel
	stop    chan string  // receives why the session is to end
	cut     func() error // ends the connection
	touched atomic.Int64 // when something was typed, in nanoseconds since 1970

	started bool // a reader, or a sentence instead

	own    sync.Mutex
	tty    tty      // that the client has asked for
	reader *process // nil until it is started
}

// tty is what a client says about its terminal.
type tty struct {
	wanted      bool
	kind        string // TERM
	environment []string
	size        size
}

// end has the session end, and the client told why.
func (x *session) end(why string) {
	select {
	case x.stop <- why:
	default: // it ends already
	}
}

// run answers what the client asks for until the channel is closed.
func (x *session) run(requests <-chan *ssh.Request) {
	late := time.AfterFunc(x.Limits.Login, func() {
		_ = x.channel.Close() // requests ends
	})
	defer late.Stop()
	shown, begun := make(chan struct{}), false
	for r := range requests {
		ok := x.answer(r)
		if r.WantReply {
			_ = r.Reply(ok, nil) // requests ends with the connection
		}
		if !ok || x.started || r.Type != "shell" && r.Type != "exec" {
			continue
		}
		x.started = true
		if !late.Stop() {
			continue
		}
		begun = true
		go func() {
			defer close(shown)
			defer func() {
				if r := recover(); r != nil {
					x.log.say(fmt.Sprintf("%s: internal error: %v\n%s", x.from, r, debug.Stack()))
					_ = x.cut()
				}
			}()
			x.serve(r.Type == "exec")
		}()
	}
	if begun {
		x.end(gone)
		<-shown
	}
}

// gone is why a session ends whose client is not there any more.
const gone = "the client is gone"

// answer does what a request asks for, and reports whether it has.
func (x *session) answer(r *ssh.Request) bool {
	switch r.Type {
	case "pty-req":
		return !x.started && x.tty.ask(r.Payload)
	case "env":
		return !x.started && x.tty.set(r.Payload)
	case "shell", "exec":
		return !x.started
	case "window-change":
		var asked struct{ Columns, Rows, Width, Height uint32 }
		if ssh.Unmarshal(r.Payload, &asked) != nil {
			return false
		}
		return x.resize(cells(asked.Columns, asked.Rows)) == nil
	}
	return false // subsystems, the agent, X11, and what else there may be
}

func (x *session) resize(s size) error {
	x.own.Lock()
	defer x.own.Unlock()
	if x.tty.size = s; x.reader == nil {
		return nil
	}
	return x.reader.resize(s)
}

// ask takes what a client says about its terminal.
func (t *tty) ask(payload []byte) bool {
	var asked struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}
	if t.wanted || ssh.Unmarshal(payload, &asked) != nil {
		return false
	}
	t.wanted, t.kind, t.size = true, asked.Term, cells(asked.Columns, asked.Rows)
	if !terminalName().MatchString(t.kind) {
		t.kind = "xterm"
	}
	return true
}

// What a client may say about its terminal and its language. Nothing else of its
// environment counts.
var (
	terminalName = lazily(`^[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}$`)
	variables    = lazily(`^((LANG|LC_[A-Z]{1,20})=[A-Za-z0-9@._-]{1,64}|COLORTERM=(truecolor|24bit))$`)
)

// lazily returns a function that compiles an expression when it is first called, which
// a start of the program that serves nobody does not pay for.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// set takes a variable, if it is one that counts.
func (t *tty) set(payload []byte) bool {
	const most = 20
	var asked struct{ Name, Value string }
	if len(t.environment) >= most || ssh.Unmarshal(payload, &asked) != nil {
		return false
	}
	variable := asked.Name + "=" + asked.Value
	ok := variables().MatchString(variable)
	if ok {
		t.environment = append(t.environment, variable)
	}
	return ok
}

// serve shows a reader, or says why there is none.
func (x *session) serve(command bool) {
	name := x.client.called() + " " + x.from
	code, why := 1, ""
	leave, full := x.enter()
	switch {
	case command:
		why = "no commands are run here: connect without one"
	case !x.tty.wanted:
		why = "the reader needs a terminal: connect with ssh -t"
	case x.tty.kind == "dumb":
		why = "the reader needs a terminal that can draw, and yours says that it is dumb"
	case full != "":
		why = full
	}
	if why != "" {
		x.log.say(name + ": no reader: " + why)
	} else {
		begun := time.Now()
		x.log.say(name + ": session begins, shown up to " + x.client.max.String())
		code, why = x.show()
		x.log.say(fmt.Sprintf("%s: session ends after %v: %s", name, time.Since(begun).Round(time.Second), cmp.Or(why, "it was left")))
	}
	leave()
	x.tell(why)
	x.leave(code)
}

// enter counts the session, and returns why there are too many already, if there are.
func (x *session) enter() (leave func(), full string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	own := 0
	for other := range x.sessions {
		if other.client.key == x.client.key || x.client.name != "" && other.client.name == x.client.name {
			own++
		}
	}
	switch {
	case x.ending:
		return func() {}, "the server is shut down"
	case x.Limits.Sessions > 0 && len(x.sessions) >= x.Limits.Sessions:
		return func() {}, "all " + plural(x.Limits.Sessions, "session") + " are taken; try again later"
	case x.Limits.PerKey > 0 && own >= x.Limits.PerKey:
		return func() {}, "you have " + plural(own, "session") + " open, and may have no more"
	}
	x.sessions[x] = true
	return func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		delete(x.sessions, x)
	}, ""
}

// tell writes a line to the client, which may have gone.
func (x *session) tell(text string) {
	if text == "" || text == gone {
		return
	}
	x.write([]byte("sitrep: "+text+"\r\n"), lastWords)
}

// write writes to the client, which has so much time to take it.
func (x *session) write(p []byte, limit time.Duration) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = x.channel.Write(p)
	}()
	select {
	case <-done:
	case <-time.After(limit):
		_ = x.cut()
		<-done
	}
}

// leave says how the session has ended, and closes it.
func (x *session) leave(code int) {
	over := time.AfterFunc(lastWords, func() { _ = x.cut() })
	defer over.Stop()
	_, _ = x.channel.SendRequest("exit-status", false, ssh.Marshal(struct{ Status uint32 }{uint32(code)}))
	_ = x.channel.Close()
}

// quote writes the first lines of a reader's standard error to the log.
func (x *session) quote(said string) {
	const most = 40
	lines := strings.Split(strings.TrimSpace(said), "\n")
	for _, line := range lines[:min(len(lines), most)] {
		if line != "" {
			x.log.say(x.client.called() + " " + x.from + ": the reader said: " + line)
		}
	}
}
