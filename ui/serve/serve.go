// Package serve is the reader over SSH. A server lets in the keys of a file, and shows
// each session a reader of its own: a process of the program itself on a terminal of
// its own, confined to reading, and to what its key is cleared for. So one session
// cannot disturb another. The server speaks SSH, keeps the indexes that the readers
// read, and limits what clients can ask for. It parses no briefing for a client and
// draws nothing.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"

	"sitrep/briefing"
	"sitrep/data/library"
)

// Place is what a server shows.
type Place struct {
	// Argument names it for the reader: the path of a file or a folder, or a desk.
	Argument string
	// Open opens the library whose indexes the server keeps, for a highest marking. It is
	// nil for a file.
	Open func(max briefing.TLP) (*library.Library, error)
	// Follow fills its folder until the context is done, and says how it goes. It is nil
	// if nothing does.
	Follow func(ctx context.Context, say func(string)) error
}

// Limits are what clients can ask for. A limit of 0 is none, except that of a login.
type Limits struct {
	Sessions int           // at once
	PerKey   int           // at once, of one key
	Memory   int           // of one session, in MB
	Rate     int           // new connections a minute from one address
	Idle     time.Duration // without a key
	Login    time.Duration // for a connection to show its key, and to ask for its session
}

// Options say what is served, and how.
type Options struct {
	Place     Place
	Address   string // to listen on, as host:port
	Keys      string // the file of the keys that are let in
	HostKey   string // the file of the server's own key, which is made if there is none
	Notebooks string // the folder of the clients' notebooks
	Program   string // the path of the program
	Limits    Limits
	Log       io.Writer
}

// The times that ending takes at most.
const (
	// grace is how long a reader may take to end by itself.
	grace = 4 * time.Second
	// lastWords is how long a client may take to read what is left for it.
	lastWords = 5 * time.Second
)

const (
	// maxLogins is how many connections may be without a known key at once.
	maxLogins = 100
	// maxChannels is how many sessions one connection may have at once.
	maxChannels = 10
	// recheck is how often the keys of open sessions are looked up again.
	recheck = 5 * time.Second
)

// server is a server that runs.
type server struct {
	Options
	log     *logger
	keys    *keyFile
	host    ssh.Signer
	indexes *indexes
	rates   *rates
	logins  chan struct{} // with a value for each connection without a known key
	open    sync.WaitGroup

	mu       sync.Mutex
	ending   bool
	conns    map[net.Conn]bool
	sessions map[*session]bool
}

// Run serves until the context is done. It then says goodbye to all clients and ends
// their readers.
func Run(ctx context.Context, o Options) error {
	s := &server{Options: o, log: &logger{to: o.Log}, rates: newRates(o.Limits.Rate), logins: make(chan struct{}, maxLogins), conns: map[net.Conn]bool{}, sessions: map[*session]bool{}}
	var made bool
	var err error
	if s.host, made, err = hostKey(o.HostKey); err != nil {
		return err
	}
	if s.keys, err = openKeys(o.Keys, s.log); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", o.Address)
	if err != nil {
		return err
	}
	work, stop := context.WithCancel(ctx)
	defer stop()
	s.indexes = newIndexes(work, o.Place.Open, s.log)
	defer s.indexes.close()
	for _, max := range s.keys.clearances() {
		s.indexes.begin(max)
	}
	if o.Place.Follow != nil {
		s.open.Go(func() { s.follow(work) })
	}
	if made {
		s.log.say("the key of this server is new: " + o.HostKey)
	}
	s.log.say(fmt.Sprintf("listening on %s, with the key %s %s", listener.Addr(), s.host.PublicKey().Type(), ssh.FingerprintSHA256(s.host.PublicKey())))
	ended := context.AfterFunc(ctx, func() { _ = listener.Close() }) // Accept returns
	defer ended()
	s.open.Go(func() { s.recheckKeys(work) })
	err = s.accept(ctx, listener)
	stop()
	s.endAll()
	s.log.say("ended")
	return err
}

func (s *server) follow(ctx context.Context) {
	if err := s.Place.Follow(ctx, s.log.say); err != nil && ctx.Err() == nil {
		s.log.say("the desk is not followed any more: " + err.Error())
	}
}

// accept takes connections until the context is done.
func (s *server) accept(ctx context.Context, listener net.Listener) error {
	for {
		conn, err := listener.Accept()
		switch {
		case ctx.Err() != nil:
			if err == nil {
				_ = conn.Close() // it comes too late
			}
			return nil
		case errors.Is(err, net.ErrClosed):
			return err
		case err != nil: // too many open files, say
			s.log.say("not accepted: " + err.Error())
			time.Sleep(time.Second)
			continue
		}
		if !s.admit(conn) {
			_ = conn.Close() // nothing was said yet
		}
	}
}

// admit begins to serve a connection, unless there are too many.
func (s *server) admit(conn net.Conn) bool {
	from := host(conn.RemoteAddr())
	switch ok, first := s.rates.allow(from, time.Now()); {
	case !ok && first:
		s.log.say(from + ": turned away: more than " + plural(s.Limits.Rate, "connection") + " a minute")
		return false
	case !ok:
		return false
	}
	select {
	case s.logins <- struct{}{}:
	default:
		s.log.say(from + ": turned away: " + plural(maxLogins, "connection") + " are logging in")
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ending {
		<-s.logins
		return false
	}
	s.conns[conn] = true
	s.open.Go(func() { s.serve(conn) })
	return true
}

// endAll says goodbye to all sessions, and waits for their end. What takes too long is
// cut off.
func (s *server) endAll() {
	s.mu.Lock()
	s.ending = true
	for x := range s.sessions {
		x.end("the server is shut down; goodbye")
	}
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		s.open.Wait()
		close(done)
	}()
	for wait := grace + lastWords; ; wait = lastWords {
		select {
		case <-done:
			return
		case <-time.After(wait):
		}
		s.mu.Lock()
		for conn := range s.conns {
			_ = conn.Close() // its goroutine ends
		}
		s.mu.Unlock()
		if wait == lastWords {
			return
		}
	}
}

// recheckKeys ends the sessions of keys that have been taken out of the file, or have
// another clearance or name there now.
func (s *server) recheckKeys(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(recheck):
		}
		s.mu.Lock()
		for x := range s.sessions {
			if now, ok := s.keys.find(x.client.key); !ok || now != x.client {
				x.end("your key is not let in as before any more")
			}
		}
		s.mu.Unlock()
	}
}

// host returns the host of an address, of IPv6 the network.
func host(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return a.String()
	}
	if tcp.IP.To4() == nil {
		const network, bits = 64, 128
		return tcp.IP.Mask(net.CIDRMask(network, bits)).String()
	}
	return tcp.IP.String()
}

// plural returns a number with a noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
