package sample

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// How an archive grows.
const (
	filesADay = 10
	topicStep = 17 // from the topic of a file to that of the next one
	brokenAt  = 41 // of 400 files, the one with a syntax error
	otherAt   = 53 // of 400 files, the one that is no briefing
)

// archiveStart is the date of the first file of an archive. A hundred thousand
// files end in 2026.
var archiveStart = time.Date(1999, time.July, 1, 0, 0, 0, 0, time.UTC)

// topics are the subjects of an archive. Each has a file every four days.
var topics = strings.Fields(`kursk grain-corridor drones prisoner-exchange sanctions power-grid black-sea ceasefire-talks elections
mobilisation gas-transit border-crossings ammunition refugees cyber-attacks air-defence reconstruction debt disinformation railways
nuclear-plant militias fisheries undersea-cables oil-price-cap water-supply tribunals satellites arms-fair smuggling
flood-relief harvest union-strike central-bank harbour mine-clearance pipeline peacekeepers embassies airspace`)

// series are what people call the briefings of a topic.
var series = []string{"weekly", "update", "brief", "sitrep", "note"}

// Archive returns file number i, from 0, of an archive as an analyst keeps it:
// its name and its content, 40 to 110 KB and about 70. Ten files are of one day.
// The files of a topic in a month have one briefing id, with versions from 1 on.
// Every third file is JSON, the others are YAML. Of 400 files, one has a syntax
// error, and one is no briefing. Archive always returns the same for the same
// i, and several goroutines can call it at once.
func Archive(i int) (name string, data []byte) {
	f := newArchiveFile(i)
	var content any = f.briefing()
	if i%400 == otherAt {
		text, _ := f.prose(2000)
		content = map[string]string{"title": f.title(), "notes": text}
	}
	data, err := json.Marshal(content)
	if err != nil {
		panic(err) // strings and numbers only
	}
	name, extension := f.name(), ".json"
	if i%3 != 0 {
		data, extension = FromJSON(data), ".yaml"
	}
	if i%400 == brokenAt {
		data = append(data, "\n\t}: ]\n"...)
	}
	return name + extension, append(data, '\n')
}

// archiveFile is one file of an archive while it is made.
type archiveFile struct {
	writer
	number  int
	day     int // since archiveStart
	date    time.Time
	topic   int
	version int
	actors  []Actor
	sources []Source
	quoted  [][]string // the sentences of the first sources, which have a text
}

func newArchiveFile(i int) *archiveFile {
	f := &archiveFile{writer: newWriter(0, i), number: i, day: i / filesADay, topic: i * topicStep % len(topics)}
	f.date = archiveStart.AddDate(0, 0, f.day)
	first := (f.day - f.date.Day() + 1) * filesADay // of the month
	f.version = (i-first)/len(topics) + 1
	return f
}

// name returns the name without the extension, as the people who write about a
// topic are used to name their files.
func (f *archiveFile) name() string {
	topic := topics[f.topic] + "-" + f.series()
	switch f.topic % 3 {
	case 0:
		return f.date.Format(time.DateOnly) + "-" + topic
	case 1:
		return topic + f.date.Format("-2-Jan-2006")
	}
	return fmt.Sprintf("%s v%d", strings.ReplaceAll(topic, "-", " ")+f.date.Format(" Jan 2006"), f.version)
}

func (f *archiveFile) series() string { return series[f.topic%len(series)] }

func (f *archiveFile) title() string {
	topic := strings.ReplaceAll(topics[f.topic], "-", " ")
	return strings.ToUpper(topic[:1]) + topic[1:] + " " + f.series() + f.date.Format(", 2 January 2006")
}

// monthly returns a writer that is the same for all versions of the briefing.
func (f *archiveFile) monthly() writer {
	return newWriter(1+f.topic, f.date.Year()*12+int(f.date.Month()))
}

func (f *archiveFile) briefing() *Briefing {
	f.actors = f.newActors()
	for _, a := range f.actors {
		f.names = append(f.names, a.Name)
	}
	f.sources, f.quoted = f.newSources()
	for i := range f.actors {
		f.actors[i].Evidence = []Evidence{f.evidence()}
	}
	b := &Briefing{
		Format: "briefing/1", ID: topics[f.topic] + f.date.Format("-2006-01"), Title: f.title(), AsOf: f.date.Format(time.DateOnly),
		Version: f.version, TLP: labels[(f.topic+int(f.date.Month()))%len(labels)], Sources: f.sources, Actors: f.actors, Events: f.events(),
	}
	b.Questions = f.questions(b.Events)
	month := f.monthly()
	for j := range 4 + f.rand.IntN(3) {
		b.Judgments = append(b.Judgments, Judgment{
			ID: fmt.Sprintf("judgment-%d", j+1), Text: "We judge that " + month.clause(14) + ".", Likelihood: oneOf(month.rand, likelihoods),
			Confidence: oneOf(month.rand, confidences), Because: f.sentence(12), Question: b.Questions[j%len(b.Questions)].ID,
			Evidence: []Evidence{f.evidence(), f.evidence()},
		})
	}
	for range 3 + f.rand.IntN(3) {
		b.Gaps = append(b.Gaps, "Whether "+f.clause(12)+".")
	}
	b.BottomLine = fmt.Sprintf("%s [[%s]] says so. [[judgment-1|We expect]] %s.", f.sentence(16), f.actors[0].ID, f.clause(14))
	return b
}

// labels has no label for a tenth of the briefings.
var labels = []string{"GREEN", "AMBER", "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "GREEN", "RED", "AMBER", ""}

var (
	likelihoods = []string{"very unlikely", "unlikely", "roughly even chance", "likely", "very likely"}
	confidences = []string{"high", "moderate", "low"}
)

func oneOf[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// WriteArchive calls write with each of the first files of the archive, by all
// processors at once. It stops after an error.
func WriteArchive(files int, write func(name string, data []byte) error) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	errs := make([]error, runtime.GOMAXPROCS(0))
	for w := range errs {
		workers.Go(func() {
			for errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= files {
					return
				}
				errs[w] = write(Archive(i))
			}
		})
	}
	workers.Wait()
	return errors.Join(errs...)
}
