package desk

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	// heartbeat is how often the server says that there is nothing new.
	heartbeat = 3 * time.Second
	// forgetAfter is after how long without a reader the server forgets a consumer. Only
	// so many can exist.
	forgetAfter = 2 * time.Second
)

// errLost says that messages have been lost on the way, or none will come any more.
var errLost = errors.New("the desk does not answer")

// consumer receives the messages of a subject in their order. The server pushes
// them: to ask for each by the name of the consumer would need a permission with which
// one can ask for those of others as well.
type consumer struct {
	sub     *nats.Subscription
	last    uint64 // the number of the last message
	pending uint64 // how many are to come
	must    bool   // there is a first message, unless the stream is another
}

// message is a message of the stream.
type message struct {
	*nats.Msg
	sequence uint64
	at       time.Time
}

// consume begins to receive the messages of a subject: all from a sequence on, or for 0
// the last of each subject that there is, and then all that follow. headers says that
// only headers come.
func (l *link) consume(ctx context.Context, subject string, from uint64, headers bool) (*consumer, error) {
	c := jetstream.ConsumerConfig{
		Name: newName(), FilterSubject: subject, DeliverSubject: l.nc.NewInbox(), DeliverPolicy: jetstream.DeliverLastPerSubjectPolicy,
		AckPolicy: jetstream.AckNonePolicy, MaxDeliver: 1, ReplayPolicy: jetstream.ReplayInstantPolicy,
		FlowControl: true, IdleHeartbeat: heartbeat, InactiveThreshold: forgetAfter, MemoryStorage: true, Replicas: 1, HeadersOnly: headers,
	}
	if from > 0 {
		c.DeliverPolicy, c.OptStartSeq = jetstream.DeliverByStartSequencePolicy, from
	}
	sub, err := l.nc.SubscribeSync(c.DeliverSubject)
	if err != nil {
		return nil, err
	}
	_ = sub.SetPendingLimits(-1, -1) // flow control limits what is sent
	var created jetstream.PushConsumer
	err = l.ask(ctx, "$JS.API.CONSUMER.CREATE."+l.config.stream()+"."+c.Name+"."+subject, func(ctx context.Context) (err error) {
		created, err = l.js.CreatePushConsumer(ctx, l.config.stream(), c)
		return err
	})
	if err != nil {
		_ = sub.Unsubscribe() // the connection may be lost
		return nil, err
	}
	return &consumer{sub: sub, pending: created.CachedInfo().NumPending}, nil
}

// close ends the consumer. The server forgets it after a while.
func (c *consumer) close() { _ = c.sub.Unsubscribe() }

// next waits for the next message.
func (c *consumer) next(ctx context.Context) (*message, error) {
	for {
		m, err := c.receive(ctx)
		if err != nil {
			return nil, err
		}
		if len(m.Data) == 0 && m.Header.Get("Status") != "" {
			if err := c.control(m); err != nil {
				return nil, err
			}
			continue
		}
		meta, err := m.Metadata()
		if err != nil || meta.Sequence.Consumer != c.last+1 {
			return nil, errLost
		}
		c.last, c.pending = meta.Sequence.Consumer, meta.NumPending
		return &message{m, meta.Sequence.Stream, meta.Timestamp}, nil
	}
}

// receive waits until anything comes, which must be before three heartbeats.
func (c *consumer) receive(ctx context.Context) (*nats.Msg, error) {
	const missed = 3
	short, cancel := context.WithTimeout(ctx, missed*heartbeat)
	defer cancel()
	m, err := c.sub.NextMsgWithContext(short)
	if err != nil && ctx.Err() == nil {
		err = errLost
	}
	return m, err
}

// control handles a message of the server that is not one of the stream.
func (c *consumer) control(m *nats.Msg) error {
	const control = "100"
	if m.Header.Get("Status") != control {
		return errLost
	}
	// The server goes on after an answer: to this message, or to an earlier one that
	// was lost.
	for _, reply := range []string{m.Reply, m.Header.Get("Nats-Consumer-Stalled")} {
		if strings.HasPrefix(reply, "$JS.FC.") {
			return (&nats.Msg{Sub: m.Sub, Reply: reply}).Respond(nil)
		}
	}
	if c.must && c.last == 0 {
		return errOther
	}
	if last := m.Header.Get("Nats-Last-Consumer"); last != "" && last != strconv.FormatUint(c.last, 10) {
		return errLost
	}
	return nil
}
