package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/data/library"
)

// Published says what [Desk.Publish] has done.
type Published struct {
	ID       string
	TLP      briefing.TLP
	Revision uint64
	Already  bool // the desk had these very bytes as its newest version
	// Lower has the markings below TLP at which readers go on seeing an earlier
	// version as the newest.
	Lower []briefing.TLP
}

// Conflict says that the desk has a version that is as new as what was to be
// published, or newer, and differs from it.
type Conflict struct {
	ID     string
	Newest Newest
}

// Error returns the conflict in one line.
func (c *Conflict) Error() string {
	version := "a version"
	if n := c.Newest.Document.Briefing.Version; n > 0 {
		version = fmt.Sprintf("version %d", n)
	}
	return fmt.Sprintf("the desk has %s of %s already, with other content", version, c.ID)
}

// Hint returns what to do about it.
func (c *Conflict) Hint() string {
	return fmt.Sprintf("take over what changed, and write version: %d", c.Newest.Document.Briefing.Version+1)
}

// Publish puts the briefing in the file at path on the desk, with the texts of its
// sources in it. It does not judge the briefing; that is for its caller. If the desk
// has a version that is not older and differs, the error is a [*Conflict] and nothing
// is published. The same bytes are not published twice in a row.
func (d *Desk) Publish(ctx context.Context, path string) (Published, error) {
	v, err := d.read(path)
	if err != nil {
		return Published{}, err
	}
	var done Published
	last, lower, likely := v.lastReceived(folder(d.link.config.Folder))
	err = d.retry(ctx, func() (err error) {
		if likely { // which is most often so, and saves asking
			likely = false
			if done, err = d.publishAfter(ctx, v, last); !errors.Is(err, errChanged) {
				done.Lower = lower
				return err
			}
		}
		done, err = d.try(ctx, v)
		return err
	})
	return done, v.explain(err)
}

// version is what is to be published.
type version struct {
	id    string
	label briefing.TLP
	doc   *file.Document
	text  []byte
	limit int64
}

// read reads a file that is to be published.
func (d *Desk) read(path string) (*version, error) {
	text, err := file.ReadBytes(path)
	if err != nil {
		return nil, err
	}
	doc, err := file.LoadText(path, string(text))
	if err != nil {
		return nil, err
	}
	for _, p := range doc.Problems {
		if p.Severity == file.Error {
			return nil, &file.LoadError{Problem: p}
		}
	}
	v := &version{id: doc.Briefing.ID, label: doc.Briefing.Banner(), doc: doc, limit: d.link.nc.MaxPayload()}
	switch most := d.link.config.Max; {
	case doc.Briefing.TLP == "":
		return nil, &Error{message: doc.Name + " has no marking", hint: "write tlp: and one of " + strings.Join(briefing.TLPs.Values(), ", ")}
	case !briefing.TLPs.Has(v.label):
		return nil, &Error{message: fmt.Sprintf("%s is marked %s", doc.Name, v.label), hint: "write one of " + strings.Join(briefing.TLPs.Values(), ", ")}
	case most != "" && !v.label.Within(most):
		return nil, &Error{message: fmt.Sprintf("%s is marked %s, and the desk takes at most %s", doc.Name, v.label, most), hint: "max-tlp of the desk is in the settings"}
	}
	inlined, err := file.Inline(string(text), doc)
	if v.text = []byte(inlined); err != nil {
		return nil, err
	}
	const headers = 1 << 10 // bytes that come with it
	if int64(len(v.text)+headers) > v.limit {
		return nil, v.tooLarge()
	}
	return v, nil
}

func (v *version) tooLarge() error {
	size := fmt.Sprintf("%s is too large: %d bytes with the texts of its sources", v.doc.Name, len(v.text))
	if v.limit > 0 {
		size += fmt.Sprintf(", of %d that the server takes", v.limit)
	}
	return &Error{message: size, hint: "split the briefing, or ask for a larger max_payload and max_msg_size"}
}

// lastReceived returns what is the last revision of the briefing on the desk, and the
// lower markings with a version, if what has been received into a folder is complete.
// likely reports whether the version can be published then.
func (v *version) lastReceived(f folder) (last uint64, lower []briefing.TLP, likely bool) {
	names, _ := library.Files(string(f)) // it need not exist
	var newest library.Version
	for _, name := range names {
		received, ok := library.ParseVersion(name)
		if !ok || received.ID != v.id {
			continue
		}
		if received.Revision > newest.Revision {
			newest = received
		}
		if received.TLP != v.label && received.TLP.Within(v.label) && !slices.Contains(lower, received.TLP) {
			lower = append(lower, received.TLP)
		}
	}
	if newest.Revision == 0 {
		return 0, nil, v.doc.Briefing.Version <= 1
	}
	doc, err := file.Load(f.path(newest.Name()))
	return newest.Revision, lower, err == nil && doc.Briefing.Version < v.doc.Briefing.Version
}

// errChanged says that another version was published in the meantime.
var errChanged = errors.New("others publish it at the same time")

// try publishes a version if it follows the newest on the desk.
func (d *Desk) try(ctx context.Context, v *version) (Published, error) {
	done := Published{ID: v.id, TLP: v.label}
	lasts, err := d.link.lasts(ctx, v.id)
	if err != nil {
		return done, err
	}
	newest := newestOf(lasts)
	for _, label := range d.link.config.labels() {
		if last := lasts[label]; last != nil && label != v.label && label.Within(v.label) && !last.withdraws() {
			done.Lower = append(done.Lower, label)
		}
	}
	expected := uint64(0)
	if newest != nil {
		if expected = newest.sequence; !newest.withdraws() {
			if newest.Subject == d.link.config.subject(v.label, v.id) && bytes.Equal(newest.Data, v.text) {
				done.Revision, done.Already = newest.sequence, true
				return done, nil
			}
			// What cannot be read has no version, so that it can be replaced.
			if is, err := d.link.newest(newest); err == nil && v.doc.Briefing.Version <= is.Document.Briefing.Version {
				return done, &Conflict{v.id, is}
			}
		}
	}
	sent, err := d.publishAfter(ctx, v, expected)
	done.Revision = sent.Revision
	return done, err
}

// publishAfter publishes a version if the last message on the briefing is the expected
// one, or for 0 if there is none.
func (d *Desk) publishAfter(ctx context.Context, v *version, expected uint64) (done Published, err error) {
	m := d.link.message(v.label, v.id, d.link.config.subjectOf("*", v.id), expected)
	m.Data = v.text
	if v.isJSON() {
		m.Header.Set(headerFormat, formatJSON)
	}
	done = Published{ID: v.id, TLP: v.label}
	done.Revision, err = d.link.send(ctx, m)
	return done, err
}

func (v *version) isJSON() bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(v.text, []byte("\ufeff")), " \t\r\n"), []byte("{"))
}

// explain returns an error of publishing in words.
func (v *version) explain(err error) error {
	failure, _ := errors.AsType[*jetstream.APIError](err)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errChanged):
		return &Error{message: "the desk has a newer version of " + v.id + " that you may not read", hint: "ask those who may", cause: err}
	case errors.Is(err, nats.ErrMaxPayload), failure != nil && failure.ErrorCode == codeTooLarge:
		v.limit = 0
		return v.tooLarge()
	case errors.Is(err, errRefused):
		return &Error{message: fmt.Sprintf("the server does not let you publish %s at %s", v.id, v.label), hint: "ask who runs it", cause: err}
	}
	return explain(err)
}

// message returns a message on a briefing. It is only stored if the last message on
// some subjects is the one that is expected.
func (l *link) message(label briefing.TLP, id, subjects string, expected uint64) *nats.Msg {
	m := nats.NewMsg(l.config.subject(label, id))
	m.Header.Set(jetstream.ExpectedLastSubjSeqHeader, strconv.FormatUint(expected, 10))
	m.Header.Set(jetstream.ExpectedLastSubjSeqSubjHeader, subjects)
	if l.config.Author != "" {
		m.Header.Set(headerAuthor, clean.Line(l.config.Author))
	}
	return m
}

// Codes of errors of the server.
const (
	codeChanged  = 10071 // the last message is not the expected one
	codeChanging = 10164 // another one is being stored
	codeTooLarge = 10054
	codeNoStream = 10059
	unavailable  = 503
)

// send sends a message and returns its sequence in the stream.
func (l *link) send(ctx context.Context, m *nats.Msg) (sequence uint64, err error) {
	err = l.ask(ctx, m.Subject, func(ctx context.Context) error {
		ack, err := l.js.PublishMsg(ctx, m)
		if err == nil {
			sequence = ack.Sequence
		}
		return err
	})
	if failure, ok := errors.AsType[*jetstream.APIError](err); ok && (failure.ErrorCode == codeChanged || failure.ErrorCode == codeChanging) {
		err = errChanged
	}
	return sequence, err
}

// isTemporary reports whether an error can be over soon: there is no leader, or it does
// not answer. Whether the message was stored is then not known.
func isTemporary(err error) bool {
	if failure, ok := errors.AsType[*jetstream.APIError](err); ok {
		return failure.Code == unavailable
	}
	return errors.Is(err, nats.ErrConnectionClosed) || errors.Is(err, nats.ErrNoServers) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, nats.ErrTimeout) || errors.Is(err, nats.ErrNoResponders) || errors.Is(err, jetstream.ErrNoStreamResponse) || errors.Is(err, errLost)
}

// HasNoStream reports whether an error says that the desk has no stream of the name in the
// settings.
func HasNoStream(err error) bool {
	failure, ok := errors.AsType[*jetstream.APIError](err)
	return errors.Is(err, jetstream.ErrStreamNotFound) || ok && failure.ErrorCode == codeNoStream
}

// explainNoStream returns an error in words if it says that there is no such stream, and
// others as they are.
func explainNoStream(err error) error {
	if !HasNoStream(err) {
		return err
	}
	return &Error{message: "the desk has no stream of this name", hint: "check stream in the settings, or ask who runs the desk", cause: err}
}

// explain returns an error of the server in words.
func explain(err error) error {
	failure, _ := errors.AsType[*jetstream.APIError](err)
	switch {
	case err == nil:
		return nil
	case HasNoStream(err):
		return explainNoStream(err)
	case isTemporary(err):
		return &Error{message: "the desk does not answer", hint: "try again; what is there already is not published twice", cause: err}
	case failure != nil:
		return &Error{message: "the desk refuses: " + clean.Line(failure.Description), hint: "ask who runs it", cause: err}
	}
	return err
}
