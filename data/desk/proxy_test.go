package desk_test

import (
	"bytes"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// proxy passes connections on to the servers, records what reaches the client, and can
// cut them off.
type proxy struct {
	listener net.Listener

	mu      sync.Mutex
	to      []string     // addresses of servers
	late    atomic.Int64 // how long a piece is on its way, in nanoseconds, in each direction
	off     bool
	open    map[net.Conn]bool
	reached bytes.Buffer // the client
}

func startProxy(t testing.TB, to ...string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	p := &proxy{listener: l, to: to, open: map[net.Conn]bool{}}
	t.Cleanup(func() {
		_ = l.Close()
		p.cut()
	})
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go p.pass(client)
		}
	}()
	return p
}

func (p *proxy) address() string { return "nats://" + p.listener.Addr().String() }

// cut cuts all connections, and lets none through until mend is called.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.off = true
	for c := range p.open {
		_ = c.Close()
	}
}

func (p *proxy) mend() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.off = false
}

func (p *proxy) pass(client net.Conn) {
	defer func() { _ = client.Close() }()
	for _, address := range p.to {
		server, err := net.Dial("tcp", address)
		if err != nil {
			continue
		}
		if p.add(client, server) {
			go func() {
				p.copy(server, client)
				_ = server.Close()
			}()
			p.copy(io.MultiWriter(client, (*recorder)(p)), server)
		}
		_ = server.Close()
		return
	}
}

// copy copies what comes from one side to the other, each piece late.
func (p *proxy) copy(to io.Writer, from io.Reader) {
	type piece struct {
		data []byte
		due  time.Time
	}
	pieces := make(chan piece, 1024)
	go func() {
		defer close(pieces)
		for {
			buffer := make([]byte, 32<<10)
			n, err := from.Read(buffer)
			pieces <- piece{buffer[:n], time.Now().Add(time.Duration(p.late.Load()))}
			if err != nil {
				return
			}
		}
	}()
	for x := range pieces {
		time.Sleep(time.Until(x.due))
		_, _ = to.Write(x.data) // reading ends with the connection, too
	}
}

func (p *proxy) add(conns ...net.Conn) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range conns {
		p.open[c] = true
	}
	return !p.off
}

type recorder proxy

func (r *recorder) Write(data []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.reached.Write(data)
}

// recorded returns what has reached the client.
func (p *proxy) recorded() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.reached.String()
}
