package desk_test

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nkeys"

	"sitrep/briefing"
	"sitrep/data/desk"
)

// secrets are published above GREEN: words that nobody else can know.
type secrets struct{ words []string }

func (s *secrets) next() string {
	word := "secret" + strings.ToLower(rand.Text())
	s.words = append(s.words, word)
	return word
}

// publish publishes briefings above GREEN whose ids and texts are secret, and one whose
// id is known. It returns the sequence of that one.
func (s *secrets) publish(t *testing.T, d *desk.Desk, version int) uint64 {
	t.Helper()
	for _, label := range []briefing.TLP{"AMBER", "AMBER+STRICT", "RED"} {
		mustPublish(t, d, text(s.next(), 1, label, s.next()))
	}
	return mustPublish(t, d, text("known", version, "RED", s.next())).Revision
}

// TestClearance has a reader with a clearance of GREEN follow, and then try everything to
// learn more. Not one byte of what is above it must reach that reader.
func TestClearance(t *testing.T) {
	s := useServers(t)
	var above secrets
	d := s.dial("red")
	all := published{}
	all.add(t, d, text("open", 1, "GREEN", "For the community."))
	sequence := above.publish(t, d, 1)
	all.add(t, d, text("open", 2, "CLEAR", "For all."))

	// Somebody else follows everything meanwhile, over the wire as well.
	other := startProxy(t, s.hosts()...)
	otherConfig := s.config("red2")
	otherConfig.Servers = []string{other.address()}
	red := follow(t, otherConfig)
	red.until("ready", ready)

	wire := startProxy(t, s.hosts()...)
	c := s.config("green-reader")
	c.Servers = []string{wire.address()}
	f := follow(t, c)
	f.until("ready", ready)
	all.check(t, f)
	sequence = max(sequence, above.publish(t, d, 2))
	all.add(t, d, text("open", 3, "GREEN", "More."))
	all.check(t, f)
	f.stop()

	a := &attacker{s: s, wire: wire, sequence: sequence, others: s.consumers()}
	a.run(t, func() { above.publish(t, d, 3+len(above.words)) })

	got := wire.recorded()
	if !strings.Contains(got, "For the community.") || !strings.Contains(got, "More.") {
		t.Error("what may be read did not arrive")
	}
	red.until("having all", func(desk.State) bool { return len(red.files()) == len(all)+len(above.words)/7*4 })
	theirs := other.recorded()
	for _, word := range above.words {
		if at := find(got, word); at >= 0 {
			t.Errorf("%s has reached the reader: %q", word, got[max(0, at-300):at+len(word)])
		}
		if find(theirs, word) < 0 {
			t.Errorf("%s is not on the wire of who may read it", word)
		}
	}
}

// find returns where a word begins in what was sent, plainly or in Base64, or -1.
func find(sent, word string) int {
	if at := strings.Index(sent, word); at >= 0 {
		return at
	}
	for before := range 3 { // the word can begin at any of the bytes that are written as one
		coded := base64.StdEncoding.EncodeToString([]byte(strings.Repeat(" ", before) + word))
		if at := strings.Index(sent, coded[4:len(coded)-4]); at >= 0 {
			return at
		}
	}
	return -1
}

// consumer is a consumer of somebody.
type consumer struct {
	Name   string
	Config struct {
		Deliver string `json:"deliver_subject"`
	}
}

// consumers returns all consumers, as if somebody had guessed their names.
func (s *servers) consumers() []consumer {
	s.t.Helper()
	answer, err := s.connect("admin").Request("$JS.API.CONSUMER.LIST.BRIEFINGS", nil, 10*time.Second)
	check(s.t, err)
	var list struct{ Consumers []consumer }
	check(s.t, json.Unmarshal(answer.Data, &list))
	return list.Consumers
}

// attacker is somebody with the key of a reader and another program.
type attacker struct {
	s        *servers
	wire     *proxy
	sequence uint64     // of a message above the clearance
	others   []consumer // of others

	nc    *nats.Conn
	inbox string
	made  int // consumers
}

// run tries everything while more is published.
func (a *attacker) run(t *testing.T, publish func()) {
	t.Helper()
	key, err := nats.NkeyOptionFromSeed(a.s.seed("green-reader"))
	check(t, err)
	a.inbox = "_INBOX." + a.s.public(t, "green-reader")
	a.nc, err = nats.Connect(a.wire.address(), key, nats.CustomInboxPrefix(a.inbox), nats.ErrorHandler(func(*nats.Conn, *nats.Subscription, error) {}))
	check(t, err)
	defer a.nc.Close()
	subjects := []string{">", "*", "*.>", "*.*.*.*", "briefings.>", "briefings.red.>", "briefings.*." + a.s.desk + ".*", "briefings.red." + a.s.desk + ".known",
		"_INBOX.>", "_INBOX.*", "_INBOX.*.*", "_INBOX.*.>", "_INBOX." + a.s.public(t, "red2") + ".>", "$JS.>", "$JS.API.>", "$JS.ACK.>", "$JS.FC.>", "$JS.EVENT.>", "$JS.EVENT.ADVISORY.>", "$SYS.>",
		"$JSC.>", "$NRG.>", "$KV.>", "$O.>", "_R_.>", "_GR_.>", a.inbox + ".>", a.inbox + ".x", a.inbox + ".snapshot"}
	for _, c := range a.others {
		subjects = append(subjects, c.Config.Deliver)
	}
	for _, subject := range subjects {
		_, err := a.nc.Subscribe(subject, func(*nats.Msg) {})
		check(t, err)
		_, err = a.nc.QueueSubscribe(subject, "q", func(*nats.Msg) {})
		check(t, err)
	}
	for range 2 {
		for i, r := range a.requests() {
			check(t, a.nc.PublishRequest(r.subject, fmt.Sprintf("%s.answer%d", a.inbox, i), []byte(r.data)))
		}
		check(t, a.nc.FlushTimeout(time.Minute))
		publish()
	}
	answer, err := a.nc.Request("$JS.API.CONSUMER.CREATE.BRIEFINGS.mine.briefings.green.>", []byte(a.config("mine", `"filter_subject":"briefings.green.>"`)), 10*time.Second)
	check(t, err)
	if strings.Contains(string(answer.Data), `"error"`) {
		t.Errorf("what is allowed fails: %s", answer.Data)
	}
	time.Sleep(500 * time.Millisecond) // for what comes later
}

type request struct{ subject, data string }

// config returns a request for a consumer that delivers to the attacker.
func (a *attacker) config(name, fields string) string {
	return fmt.Sprintf(`{"stream_name":"BRIEFINGS","config":{"name":"%s","deliver_subject":"%s.x","deliver_policy":"all","ack_policy":"none","num_replicas":1,"mem_storage":true,%s}}`, name, a.inbox, fields)
}

// requests returns everything that one can ask JetStream for.
func (a *attacker) requests() (all []request) {
	add := func(subject, data string) { all = append(all, request{"$JS.API." + subject, data}) }
	known := "briefings.red." + a.s.desk + ".known"
	names := []string{""} // a new one each time
	for _, c := range a.others {
		names = append(names, c.Name)
	}
	for _, name := range names {
		for _, filter := range []string{"briefings.red.>", known, "briefings.>", "briefings.*.>", "briefings.*." + a.s.desk + ".known", ">", "*.>", "*.red.>", "briefings.green.>", ""} {
			for _, config := range []string{`"filter_subject":"briefings.red.>"`, `"filter_subject":"briefings.>"`, `"filter_subject":""`, `"filter_subject":"` + filter + `"`, `"filter_subjects":["briefings.red.>"]`,
				`"filter_subjects":["briefings.green.>","briefings.red.>"]`, `"filter_subject":"briefings.green.>","filter_subjects":["briefings.red.>"]`, `"durable_name":"NAME","filter_subject":"` + filter + `"`,
				`"direct":true,"filter_subject":"briefings.red.>"`, `"sourcing":true,"direct":true,"filter_subject":"briefings.green.>"`} {
				create := func(subject, action string) {
					name := name
					if name == "" {
						a.made++
						name = fmt.Sprintf("mine%d", a.made)
					}
					add(strings.ReplaceAll(subject, "NAME", name), strings.ReplaceAll(strings.Replace(a.config("NAME", config), "{", "{"+action, 1), "NAME", name))
				}
				if filter != "" {
					create("CONSUMER.CREATE.BRIEFINGS.NAME."+filter, "")
					create("CONSUMER.CREATE.BRIEFINGS.NAME."+filter, `"action":"create",`)
					create("CONSUMER.CREATE.BRIEFINGS.NAME."+filter, `"action":"update",`)
				}
				create("CONSUMER.CREATE.BRIEFINGS.NAME", "")
				create("CONSUMER.CREATE.BRIEFINGS", "")
				create("CONSUMER.DURABLE.CREATE.BRIEFINGS.NAME", "")
			}
		}
		if name == "" {
			continue
		}
		for _, verb := range []string{"INFO", "MSG.NEXT", "DELETE", "PAUSE", "UNPIN", "RESET", "LEADER.STEPDOWN"} {
			add("CONSUMER."+verb+".BRIEFINGS."+name, "")
			add("CONSUMER."+verb+".BRIEFINGS."+name, `{"batch":100,"no_wait":true}`)
		}
	}
	// Delivering to something that answers, or that others listen to.
	for _, deliver := range []string{"$JS.API.STREAM.MSG.GET.BRIEFINGS", "$JS.API.DIRECT.GET.BRIEFINGS", "$JS.API.STREAM.INFO.BRIEFINGS", known, "$JS.API.CONSUMER.CREATE.BRIEFINGS.x." + known, "$SYS.REQ.SERVER.PING"} {
		add("CONSUMER.CREATE.BRIEFINGS.mine2.briefings.green.>", fmt.Sprintf(`{"stream_name":"BRIEFINGS","config":{"name":"mine2","deliver_subject":"%s","filter_subject":"briefings.green.>","deliver_policy":"all","ack_policy":"none"}}`, deliver))
	}
	return append(all, a.otherRequests(known)...)
}

// otherRequests returns those that need no consumer.
func (a *attacker) otherRequests(known string) (all []request) {
	add := func(subject, data string) { all = append(all, request{"$JS.API." + subject, data}) }
	get := []string{"", fmt.Sprintf(`{"seq":%d}`, a.sequence), `{"last_by_subj":"` + known + `"}`, `{"next_by_subj":"briefings.red.>","seq":1}`, `{"multi_last":["briefings.>"],"batch":100}`, `{"seq":1,"batch":1000,"next_by_subj":">"}`}
	for _, data := range get {
		for _, subject := range []string{"STREAM.MSG.GET.BRIEFINGS", "DIRECT.GET.BRIEFINGS", "DIRECT.GET.BRIEFINGS." + known, "DIRECT.GET.BRIEFINGS.briefings.>", "STREAM.MSG.DELETE.BRIEFINGS"} {
			add(subject, data)
		}
	}
	for _, subject := range []string{"INFO", "ACCOUNT.INFO", "STREAM.INFO.BRIEFINGS", "STREAM.LIST", "STREAM.NAMES", "STREAM.PURGE.BRIEFINGS", "CONSUMER.NAMES.BRIEFINGS", "CONSUMER.LIST.BRIEFINGS", "STREAM.LEADER.STEPDOWN.BRIEFINGS",
		"STREAM.PEER.REMOVE.BRIEFINGS", "META.LEADER.STEPDOWN", "SERVER.REMOVE", "STREAM.TEMPLATE.LIST"} {
		add(subject, "")
		add(subject, `{"subjects_filter":">","deleted_details":true}`)
	}
	add("STREAM.SNAPSHOT.BRIEFINGS", `{"deliver_subject":"`+a.inbox+`.snapshot"}`)
	for _, config := range []string{`"mirror":{"name":"BRIEFINGS"}`, `"sources":[{"name":"BRIEFINGS","filter_subject":"briefings.red.>"}]`} {
		add("STREAM.CREATE.COPY", `{"name":"COPY",`+config+`}`)
	}
	add("STREAM.UPDATE.BRIEFINGS", `{"name":"BRIEFINGS","subjects":["briefings.*.*.*"],"republish":{"src":">","dest":"`+a.inbox+`.>"},"allow_direct":true}`)
	for _, subject := range []string{"$SYS.REQ.SERVER.PING", "$SYS.REQ.ACCOUNT.DESK.SUBSZ", "$SYS.REQ.ACCOUNT.PING.CONNZ", "$SYS.REQ.SERVER.PING.JSZ", "$SYS.REQ.USER.INFO", "briefings.red." + a.s.desk + ".mine", "briefings.green." + a.s.desk + ".mine"} {
		all = append(all, request{subject, ""}, request{subject, `{"subscriptions":true}`})
	}
	return all
}

// public returns the public key of a user.
func (s *servers) public(t testing.TB, user string) string {
	t.Helper()
	seed, err := os.ReadFile(s.seed(user))
	check(t, err)
	key, err := nkeys.FromSeed(seed)
	check(t, err)
	public, err := key.PublicKey()
	check(t, err)
	return public
}
