//go:build unix

package cli

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/rogpeppe/go-internal/testscript"

	"sitrep/data/desk"
)

// natsServer is a server with a stream for briefings, in this process and for everybody
// on this machine.
type natsServer struct {
	*server.Server
	options server.Options
}

// newNATS starts a server that keeps its stream in a folder.
func newNATS(folder string) (*natsServer, error) {
	n := &natsServer{options: server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: folder, NoLog: true, NoSigs: true}}
	if err := n.start(); err != nil {
		return nil, err
	}
	c, err := nats.Connect(n.ClientURL())
	if err != nil {
		return nil, err
	}
	defer c.Close()
	js, err := jetstream.New(c)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	_, err = js.CreateStream(ctx, jetstream.StreamConfig{Name: desk.DefaultStream, Subjects: []string{"briefings.>"}, DenyDelete: true, DenyPurge: true})
	return n, err
}

// start starts the server where it was before, if it was stopped.
func (n *natsServer) start() error {
	o := n.options
	s, err := server.NewServer(&o)
	if err != nil {
		return err
	}
	s.Start()
	const soon = 20 * time.Second
	if !s.ReadyForConnections(soon) {
		return errors.New("the server does not start")
	}
	n.Server, n.options.Port = s, o.Port
	return nil
}

func (n *natsServer) stop() {
	n.Shutdown()
	n.WaitForShutdown()
}

// natsCommand is the command of scripts that starts a server, whose address is in
// $NATS then, or stops or restarts it: nats start.
func natsCommand() func(ts *testscript.TestScript, neg bool, args []string) {
	var mu sync.Mutex // scripts run at once
	servers := map[*testscript.TestScript]*natsServer{}
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 1 {
			ts.Fatalf("usage: nats start|stop")
		}
		mu.Lock()
		defer mu.Unlock()
		n := servers[ts]
		switch {
		case args[0] == "stop":
			n.stop()
		case n != nil:
			ts.Check(n.start())
		default:
			n, err := newNATS(ts.MkAbs("nats"))
			ts.Check(err)
			ts.Defer(func() { n.stop() })
			servers[ts] = n
			ts.Setenv("NATS", n.ClientURL())
		}
	}
}
