package sample

import (
	"fmt"
	"time"
)

// How a file of an archive is made up.
const (
	topicQuestions = 12  // of which a file has four or five
	topicTags      = 60  // words that are the second tag of an item, and as many the third
	missingEach    = 400 // quotes, one does not stand in its source
)

// newSources returns the sources of the file, and the sentences of those with a
// text. All versions of a briefing share the first source, and the last one is
// a dataset that a hundred files share.
func (f *archiveFile) newSources() (list []Source, sentences [][]string) {
	month := f.monthly()
	for left := 17_000 + f.rand.IntN(40_000); left >= 5_000 && len(list) < 6; {
		w, number, size := f.writer, f.number*10+len(list), 5_000+f.rand.IntN(min(left, 30_000)-4_999)
		if len(list) == 0 {
			w, number, size = month, -f.topic-100*(f.date.Year()*12+int(f.date.Month())), 5_000+month.rand.IntN(7_000)
		}
		s, said := f.source(w, len(list), number, size)
		list, sentences = append(list, s), append(sentences, said)
		left -= size
	}
	for range 2 + f.rand.IntN(2) {
		s, _ := f.source(f.writer, len(list), f.number*10+len(list), 0)
		list = append(list, s)
	}
	s, _ := f.source(newWriter(2000, f.number/100), len(list), -f.number/100-1, 0)
	s.Kind, s.ExternalIDs = "dataset", map[string]string{"doi": fmt.Sprintf("10.5555/archive.%d", f.number/100)}
	return append(list, s), sentences
}

// source returns a source with a text of so many bytes. The number tells it
// from others; a negative one is that of a source of several files, which has
// an external id.
func (f *archiveFile) source(w writer, at, number, size int) (Source, []string) {
	s := Source{
		ID: fmt.Sprintf("source-%d", at+1), Title: capital(w.clause(7)), Kind: oneOf(w.rand, sourceKinds), Publisher: capital(w.word()) + " Press",
		Published: f.before(w, 20), URL: fmt.Sprintf("https://example.org/report/%d", max(number, -number)), Reliability: oneOf(w.rand, []string{"A", "B", "C", "D", "F"}),
	}
	if number < 0 {
		s.Published = f.date.Format("2006-01")
		s.URL += "/shared"
		s.ExternalIDs = map[string]string{"doi": fmt.Sprintf("10.5555/shared.%d", -number)}
	}
	if size == 0 {
		return s, nil
	}
	text, sentences := w.prose(size)
	s.Text = text
	return s, sentences
}

// before returns a day up to so many days before the date of the file.
func (f *archiveFile) before(w writer, days int) string {
	return f.date.AddDate(0, 0, -w.rand.IntN(days)).Format(time.DateOnly)
}

// evidence returns a quote from one of the sources. A few do not stand in it,
// and a few are from sources without text.
func (f *archiveFile) evidence() Evidence {
	at := f.rand.IntN(len(f.quoted))
	quote := oneOf(f.rand, f.quoted[at])
	if f.rand.IntN(missingEach) == 0 {
		quote += " verbatim"
	}
	if f.rand.IntN(10) == 0 {
		at = len(f.quoted) + f.rand.IntN(len(f.sources)-len(f.quoted))
	}
	return Evidence{Source: f.sources[at].ID, Quote: quote}
}

// events returns the last events of the topic, which has one every other day,
// and some that are expected. An event has the same title in each file.
func (f *archiveFile) events() []Event {
	var list []Event
	for n := f.day/2 - 10 - f.rand.IntN(6); n < f.day/2+2; n++ {
		w := newWriter(3000+f.topic, n+1_000)
		day := archiveStart.AddDate(0, 0, 2*n)
		first := f.rand.IntN(len(f.actors) - 1)
		e := Event{
			ID: fmt.Sprintf("event-%d", n+1_000), Title: capital(w.clause(7)), Place: capital(w.word()), Summary: f.sentence(14), Tags: f.tags(w),
			Actors: []Participant{{Actor: f.actors[first].ID}, {Actor: f.actors[first+1].ID, Role: f.word()}}, Evidence: []Evidence{f.evidence()},
			Certainty: oneOf(w.rand, []string{"established", "reported", "alleged"}), When: When{Date: uncertain(w, day), Said: "last " + day.Weekday().String()},
		}
		if 2*n > f.day {
			e.Status, e.When = "expected", When{Date: day.Format("2006-01"), Said: "next " + day.Weekday().String()}
		}
		list = append(list, e)
	}
	return list
}

// uncertain returns a day as it is known.
func uncertain(w writer, day time.Time) string {
	date := day.Format(time.DateOnly)
	switch w.rand.IntN(8) {
	case 0:
		return date + "?"
	case 1:
		return date + "~"
	case 2:
		return day.Format("2006-01")
	case 3:
		return day.AddDate(0, 0, -5).Format(time.DateOnly) + "/" + date
	}
	return date
}

func (f *archiveFile) tags(w writer) []string {
	n := len(frequent) - 1 - w.rand.IntN(topicTags)
	return []string{topics[f.topic], frequent[n], frequent[n-topicTags]}
}

// questions returns some questions of the topic with all their claims, whose
// texts are the same in each file.
func (f *archiveFile) questions(events []Event) []Question {
	var list []Question
	for _, n := range f.rand.Perm(topicQuestions)[:4+f.rand.IntN(2)] {
		w := newWriter(4000+f.topic, n)
		q := Question{ID: fmt.Sprintf("question-%d", n), Text: "Did " + w.clause(9) + "?", Events: []string{oneOf(f.rand, events).ID}}
		for c := range 2 + w.rand.IntN(2) {
			claim := Claim{ID: fmt.Sprintf("claim-%d-%d", n, c), Text: w.sentence(11), Tags: f.tags(w)}
			first := f.rand.IntN(len(f.actors))
			for p := range 2 + f.rand.IntN(2) {
				claim.Positions = append(claim.Positions, f.position(&f.actors[(first+p)%len(f.actors)], n*10+c))
			}
			q.Claims = append(q.Claims, claim)
		}
		list = append(list, q)
	}
	return list
}

func (f *archiveFile) position(holder *Actor, claim int) Position {
	p := Position{
		Holder: holder.ID, Stance: f.stance(holder, claim), Said: f.before(f.writer, 14), Hedge: oneOf(f.rand, []string{"certain", "probable", "possible"}),
		Quotation: "indirect", Credibility: 1 + f.rand.IntN(6), Evidence: []Evidence{f.evidence()},
	}
	switch f.rand.IntN(30) {
	case 0:
		p.TLP = "RED"
	case 1, 2, 3:
		p.Citing = []string{f.sources[len(f.sources)-1].ID}
	}
	return p
}

// stance returns what a holder says of a claim of the topic at the date of the
// file. A quarter of them change sides, and back, every half to one and a half years.
func (f *archiveFile) stance(holder *Actor, claim int) string {
	seed := 0
	for _, c := range withoutAccents.Replace(holder.Name) + holder.ExternalIDs["wikidata"] {
		seed = seed*31 + int(c)
	}
	r := newWriter(seed, f.topic*1000+claim).rand
	stance := r.IntN(len(stances))
	if period := 180 + r.IntN(360); r.IntN(4) == 0 && (f.day+r.IntN(2*period))/period%2 == 1 {
		stance = len(stances) - 1 - stance
	}
	return stances[stance]
}
