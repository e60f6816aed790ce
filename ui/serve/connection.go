package serve

import (
	"errors"
	"fmt"
	"net"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// errUnknownKey is what a client is told of its key, in effect.
var errUnknownKey = errors.New("unknown key")

// serve serves a connection until it ends.
func (s *server) serve(conn net.Conn) {
	from := conn.RemoteAddr().String()
	defer func() {
		if r := recover(); r != nil {
			s.log.say(fmt.Sprintf("%s: internal error: %v\n%s", from, r, debug.Stack()))
		}
		_ = conn.Close()
		s.mu.Lock()
		delete(s.conns, conn)
		s.mu.Unlock()
	}()
	who, chans, reqs, by, err := s.login(conn)
	<-s.logins
	if err != nil {
		s.log.say(from + ": not let in: " + err.Error())
		return
	}
	go ssh.DiscardRequests(reqs) // no forwarding of ports, and nothing else either
	var channels sync.WaitGroup
	var open atomic.Int32
	for asked := range chans {
		switch {
		case asked.ChannelType() != "session":
			_ = asked.Reject(ssh.Prohibited, "there are only readers here")
			continue
		case open.Load() >= maxChannels:
			_ = asked.Reject(ssh.ResourceShortage, "too many sessions in one connection")
			continue
		}
		channel, requests, err := asked.Accept()
		if err != nil {
			continue // the connection is gone
		}
		x := &session{server: s, client: who, from: from, channel: channel, stop: make(chan string, 1), cut: conn.Close}
		open.Add(1)
		channels.Go(func() {
			defer open.Add(-1)
			x.run(requests)
		})
	}
	channels.Wait()
	_ = by.Close()
}

// login lets a client in that has a known key. It returns an error otherwise.
func (s *server) login(conn net.Conn) (who client, chans <-chan ssh.NewChannel, reqs <-chan *ssh.Request, by *ssh.ServerConn, err error) {
	limit := s.Limits.Login
	_ = conn.SetDeadline(time.Now().Add(limit)) // an error comes back when it is read
	offered := ""
	config := &ssh.ServerConfig{
		ServerVersion: "SSH-2.0-sitrep",
		PublicKeyCallback: func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
			offered = ssh.FingerprintSHA256(key)
			c, ok := s.keys.find(string(key.Marshal()))
			if !ok {
				return nil, errUnknownKey
			}
			return &ssh.Permissions{ExtraData: map[any]any{client{}: c}}, nil
		},
	}
	config.AddHostKey(s.host)
	by, chans, reqs, err = ssh.NewServerConn(conn, config)
	if err != nil {
		var slow net.Error
		switch {
		case errors.As(err, &slow) && slow.Timeout():
			err = fmt.Errorf("no key within %v", limit)
		case offered != "":
			err = errors.New("no known key; the last one was " + offered)
		}
		return who, nil, nil, nil, err
	}
	_ = conn.SetDeadline(time.Time{})
	who, _ = by.Permissions.ExtraData[client{}].(client)
	return who, chans, reqs, by, nil
}
