package serve

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"sitrep/ui/tui/terminal"
)

// maxTyped is how many bytes a second a client may send to its reader, and mostTyped
// how many at once. More of them wait at the client.
const (
	maxTyped  = 32 << 10
	mostTyped = 64 << 10
)

// show shows a reader until it ends. It returns its exit code, and what there is to say
// to the client.
func (x *session) show() (code int, why string) {
	if why := x.awaitIndex(); why != "" {
		return 1, why
	}
	p, err := x.start()
	if err != nil {
		x.log.say(x.client.called() + " " + x.from + ": no reader: " + err.Error())
		return 1, "there is no reader to be had; the log of the server says why"
	}
	x.touched.Store(time.Now().UnixNano())
	go x.passKeys(p)
	painted := make(chan struct{})
	go func() {
		defer close(painted)
		_, _ = io.Copy(x.channel, p.screen) // it ends with the reader or the client
	}()
	why = x.await(p)
	select {
	case <-painted:
	case <-time.After(lastWords):
	}
	p.close()
	if p.crashed() {
		x.write([]byte(terminal.ModesOff), lastWords) // what the reader may not have done itself
	}
	tooMuch := p.crashed() && x.Limits.Memory > 0 && p.outOfMemory()
	if !tooMuch { // where it was then says nothing
		x.quote(p.said.String())
	}
	switch {
	case why != "":
		return 1, why
	case tooMuch:
		return 1, fmt.Sprintf("the reader has ended: it needed more than %d MB of memory", x.Limits.Memory)
	case p.crashed():
		return 1, "the reader has ended unexpectedly; please connect again"
	case p.code() != 0:
		return 1, "nothing can be shown for your key here; the log of the server says why"
	}
	return 0, ""
}

// awaitIndex waits until there is an index for the client. If the session ends before, it
// returns why. When an index is ready, all who have waited start their readers at once, so
// that writing to them can take much longer than they do to read.
func (x *session) awaitIndex() (why string) {
	const soon, shown, erased = 300 * time.Millisecond, "sitrep: reading the briefings, a moment", "\r\x1b[K"
	ready, late := x.indexes.begin(x.client.max), time.After(soon)
	for {
		select {
		case <-ready:
			if late == nil {
				x.write([]byte(erased), x.Limits.Login)
			}
			return ""
		case why = <-x.stop:
			if late == nil {
				x.write([]byte(erased), lastWords)
			}
			return why
		case <-late:
			late = nil
			x.write([]byte(shown), x.Limits.Login)
		}
	}
}

// start starts the reader.
func (x *session) start() (*process, error) {
	notebooks := filepath.Join(x.Notebooks, x.client.folder())
	if err := os.MkdirAll(notebooks, privateFolder); err != nil {
		return nil, err
	}
	arguments := []string{"--confined", "--served", "--notebooks", notebooks, "--max-tlp", string(x.client.max), "--", x.Place.Argument}
	x.own.Lock()
	defer x.own.Unlock()
	var err error
	x.reader, err = start(x.Program, arguments, x.environment(), x.tty.size, uint64(x.Limits.Memory)<<20)
	return x.reader, err
}

// environment returns the environment of the reader: what the client says about its
// terminal, and that of the server as far as it says where things are.
func (x *session) environment() []string {
	out := append([]string{"TERM=" + x.tty.kind}, x.tty.environment...)
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "SITREP_CONFIG", "SITREP_THEME", "TMPDIR", "TZ"} {
		if value, ok := os.LookupEnv(name); ok {
			out = append(out, name+"="+value)
		}
	}
	if x.Limits.Memory > 0 { // collecting garbage more often before the limit may avoid it
		out = append(out, fmt.Sprintf("GOMEMLIMIT=%dMiB", x.Limits.Memory*3/4))
	}
	return out
}

// passKeys passes on what the client types.
func (x *session) passKeys(p *process) {
	var typed allowance
	buffer := make([]byte, 4<<10)
	for {
		n, err := x.channel.Read(buffer)
		if n > 0 {
			x.touched.Store(time.Now().UnixNano())
			time.Sleep(typed.take(float64(n), maxTyped, mostTyped, time.Now()))
			if _, err := p.screen.Write(buffer[:n]); err != nil {
				return // the reader has ended
			}
		}
		if err != nil {
			x.end(gone)
			return
		}
	}
}

// await waits until the reader has ended, or has it end when there is a reason, which
// it returns.
func (x *session) await(p *process) (why string) {
	idle := x.Limits.Idle
	var late <-chan time.Time
	for {
		if idle > 0 {
			late = time.After(idle - time.Since(time.Unix(0, x.touched.Load())))
		}
		select {
		case <-p.ended:
			return ""
		case why = <-x.stop:
		case <-late:
			if time.Since(time.Unix(0, x.touched.Load())) < idle {
				continue
			}
			why = "closed after " + idle.String() + " without a key"
		}
		p.end(why == gone)
		return why
	}
}
