package draft

import (
	"cmp"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// dated is a clause with a date.
type dated struct {
	span
	title     string
	date      string // EDTF
	said      string
	others    []string
	status    briefing.EventStatus
	certainty briefing.Certainty
}

// date sets when the words of attributions were said, where the text tells.
func (a *article) date(list []attribution, day time.Time) {
	d := dater{a.lex, a.tokens, day}
	for i := range list {
		at := &list[i]
		s := a.sentences[at.sentence]
		for _, e := range d.find(s.from, s.to) {
			place := span{a.tokens[e.from].start, a.tokens[e.to-1].end}
			if !e.future && within(place, a.saying(at)) && !a.aside(at, e.from) && (!within(place, at.content) || a.dates(at, e.from)) && (e.kind == fullDay || e.kind == dayOfMonth ||
				e.kind == weekday || e.kind == lastWeekday || e.kind == dayFromToday || e.kind == unitFromNow) {
				at.said = e.date
				break
			}
		}
	}
}

// saying returns the words of an attribution and the few before and after it in its
// sentence: “On Monday, …”, “…,” he said on Monday.
func (a *article) saying(at *attribution) span {
	const most = 4 // tokens
	s := a.sentences[at.sentence]
	out := at.span
	for i, n := s.from, 0; i < s.to && n < most; i++ {
		if a.tokens[i].start >= at.end {
			out.end = a.tokens[i].end
			n++
		}
	}
	if s.from+most < s.to && a.tokens[s.from+most].start >= at.start {
		out.start = a.tokens[s.from].start
	}
	return out
}

// dates reports whether the date at token i tells when a holder spoke, although it
// stands after a noun: “rejected demands for a new bridge last week”.
func (a *article) dates(at *attribution, i int) bool {
	if !at.noun {
		return false
	}
	for k := i - 1; k >= 0 && a.tokens[k].start >= at.content.start; k-- {
		if t := &a.tokens[k]; t.kind != word || a.lex.is(t, subordinator|be|modal|perfect|did) || strings.HasSuffix(t.text, "ed") || t.text == "to" {
			return false
		}
	}
	return true
}

// tokenAt returns the token of a sentence that begins at a byte.
func (a *article) tokenAt(s sentenceRange, at int) int {
	i := s.from
	for i < s.to && a.tokens[i].start < at {
		i++
	}
	return i
}

// within reports whether the bytes of a are among those of b.
func within(a, b span) bool { return a.start >= b.start && a.end <= b.end }

// mostDates is how many dates a sentence has at most that tells of events: which date
// is whose is not to be known in a list of them.
const mostDates = 6

// events returns the clauses with the date of what they tell.
func (a *article) events(list []attribution, day time.Time) (out []dated) {
	d := dater{a.lex, a.tokens, day}
	for n, s := range a.sentences {
		first := 0
		for first < len(list) && list[first].sentence < n {
			first++
		}
		list = list[first:]
		dates := d.find(s.from, s.to)
		if len(dates) > mostDates {
			continue
		}
		for _, e := range dates {
			if event, ok := a.event(&d, &e, n, list); ok {
				if last := len(out) - 1; last >= 0 && out[last].end > event.start { // two dates of one clause
					out[last].date = ""
					continue
				}
				out = append(out, event)
			}
		}
	}
	return out
}

// event returns the clause that a date belongs to. It reports false if the date says
// only when something was said or published, or what did not happen.
func (a *article) event(d *dater, e *dateExpression, sentence int, list []attribution) (out dated, ok bool) {
	s := a.sentences[sentence]
	place := span{a.tokens[e.from].start, a.tokens[e.to-1].end}
	clause, at, ok := a.clauseOf(s, sentence, place, list)
	if !ok || d.reported(e.from, s.from) || e.kind == decade || a.inQuotation(s, e.from) && e.kind != fullDay && e.kind != monthOfYear {
		return out, false
	}
	if at != nil {
		out.certainty = doubted(a.text[at.cue.start:at.cue.end])
		if e.kind == comingUnits && at.said != "" {
			e.date = "[" + at.said + "..]"
		}
	}
	clause = a.clauseAround(clause, e)
	if a.unreal(clause) || clause.to-clause.from < e.to-e.from+3 {
		return out, false
	}
	out.span = span{a.tokens[clause.from].start, a.tokens[clause.to-1].end}
	out.said = oneLine(a.text[place.start:place.end])
	if bare := strings.TrimSuffix(strings.TrimSuffix(out.said, "’s"), "'s"); bare != "" {
		out.said = bare
	}
	out.title = titleOf(oneLine(a.text[out.start:out.end]), out.said)
	out.date, out.others, out.status = e.date, e.others, d.status(e, clause)
	d.bounded(e, &out)
	out.certainty = cmp.Or(out.certainty, briefing.CertaintyReported)
	return out, true
}

// clauseOf returns the clause of a sentence in which a place is: what is said, with
// the attribution, or all of it. It reports false for the words that only say who says
// it, and when.
func (a *article) clauseOf(s sentenceRange, n int, place span, list []attribution) (clause sentenceRange, in *attribution, ok bool) {
	clause = sentenceRange{from: s.from, to: s.to}
	for i := range list {
		at := &list[i]
		switch {
		case at.sentence != n:
			return clause, in, true
		case within(place, at.content) && !a.dates(at, a.tokenAt(s, place.start)):
			in = at
			clause.from, clause.to = a.tokensIn(s, at.content)
			if at.noun {
				clause.from, clause.to = a.tokensIn(s, at.span)
			}
		case within(place, a.saying(at)):
			return clause, in, false
		}
	}
	return clause, in, true
}

// doubted returns the certainty of what a cue reports, "" if it is the usual one.
func doubted(cue string) briefing.Certainty {
	for _, word := range []string{"claim", "alleg"} {
		if strings.Contains(cue, word) {
			return briefing.CertaintyAlleged
		}
	}
	return ""
}

// tokensIn returns the tokens of a sentence in some bytes, end exclusive.
func (a *article) tokensIn(s sentenceRange, in span) (from, to int) {
	from, to = s.from, s.to
	for from < to && a.tokens[from].start < in.start {
		from++
	}
	for to > from && a.tokens[to-1].end > in.end {
		to--
	}
	return from, to
}

// reported reports whether a date follows a reporting verb at once and so says when
// something was said: "told reporters Monday" has a subject between, and counts as
// well.
func (d *dater) reported(i, from int) bool {
	const most = 8 // tokens
	for k := i - 1; k >= max(from, i-most); k-- {
		t := &d.w[k]
		if v, ok := d.verbs[t.text]; ok && v.form != base && v.form != gerund || d.is(t, publishing) {
			return true
		}
		if t.kind != word || d.is(t, conjunction|subordinator|be|modal|did) {
			return false
		}
	}
	return false
}

// inQuotation reports whether a token is in quotation marks, where “today” is the day
// of speaking.
func (a *article) inQuotation(s sentenceRange, i int) bool {
	for k := s.from; k < i; k++ {
		if last, ok := a.mates[k]; ok && last > i {
			return true
		}
	}
	return false
}

// clauseAround returns the part of a clause that a date belongs to.
func (a *article) clauseAround(c sentenceRange, e *dateExpression) sentenceRange {
	if last := a.lastBreak(c.from, e.from); last >= 0 {
		c.from = last + 1
	}
	for c.from < e.from && (a.lex.is(&a.tokens[c.from], conjunction|opening) || a.tokens[c.from].text == ",") {
		c.from++
	}
	for k := e.to; k < c.to; k++ {
		if k = a.quotationEnd(k, c.to); k < c.to && a.tokens[k].parts() {
			c.to = k
		}
	}
	for c.to > e.to && a.tokens[c.to-1].kind == sign {
		c.to--
	}
	return c
}

// lastBreak returns the last token between two others that parts clauses, -1 if none
// does.
func (a *article) lastBreak(from, to int) int {
	last := -1
	for k := from; k < to; k++ {
		if k = a.quotationEnd(k, to); k < to && a.tokens[k].parts() {
			last = k
		}
	}
	return last
}

// quotationEnd returns the token after the quotation that token k opens, if that ends
// before token to, and k otherwise.
func (a *article) quotationEnd(k, to int) int {
	if last, ok := a.mates[k]; ok && a.tokens[k].kind == opens && last < to && a.tokens[last].kind == closes {
		return last + 1
	}
	return k
}

// parts reports whether a token stands between two clauses.
func (t *token) parts() bool {
	return t.kind != word && t.kind != sign || t.kind == sign && strings.ContainsAny(t.text, ";:—()")
}

// unreal reports whether a clause tells nothing, or what did not happen or only might.
func (a *article) unreal(c sentenceRange) bool {
	verb := false
	for k := c.from; k < c.to; k++ {
		t := &a.tokens[k]
		w := strings.ToLower(t.text)
		switch {
		case t.text == "?", t.kind == word && (a.lex.is(t, not|didNot|cannot) || strings.HasSuffix(w, "n’t") || strings.HasSuffix(w, "n't")),
			w == "if", w == "unless", w == "whether", w == "published", w == "updated":
			return true
		}
		verb = verb || t.kind == word && (!isCapital(t.text) || k == c.from) && a.isVerb(t)
	}
	return !verb
}

// isVerb reports whether a word looks like a verb.
func (a *article) isVerb(t *token) bool {
	const verbs = be | modal | perfect | did | function | future
	_, reports := a.lex.verbs[t.text]
	return reports || a.lex.is(t, verbs) || strings.HasSuffix(t.text, "ed") || strings.HasSuffix(t.text, "’ll") || strings.HasSuffix(t.text, "’s") ||
		irregular()[t.text]
}

// irregular are frequent forms of the past without -ed.
var irregular = wordSet(`began broke brought built came caught cut did drew drove fell felt fought found gave got grew had held hit kept
	knew led left lost made met paid put ran rose saw sank sent set shot shut spent spoke stood struck sold taken took threw won went wrote
	hurt killed seized expects arrives opens meets visits starts begins ends faces plans takes holds makes gets goes comes runs shows signed met
	born`)

// status returns whether what a clause tells has happened.
func (d *dater) status(e *dateExpression, c sentenceRange) briefing.EventStatus {
	for k := c.from; k < c.to; k++ {
		switch d.w[k].text {
		case "canceled", "cancelled":
			return briefing.EventCancelled
		}
	}
	if e.future || d.isFuture(e.from, c.from) && !strings.HasPrefix(d.day.Format(time.DateOnly), e.date) && d.isLater(e.date) {
		return briefing.EventExpected
	}
	return briefing.EventOccurred
}

// bounded makes "since April" the beginning of what goes on, and "by Thursday" the end
// of when it can happen.
func (d *dater) bounded(e *dateExpression, out *dated) {
	if strings.ContainsAny(e.date, "[") {
		return
	}
	switch before := d.lower(e.from - 1); before {
	case "since":
		if out.status == briefing.EventOccurred {
			out.date, out.status, out.said = e.date+"/..", briefing.EventOngoing, d.text(e.from-1)+" "+out.said
		}
	case "by":
		out.date, out.said = "[.."+e.date+"]", d.text(e.from-1)+" "+out.said
	case "until", "till", "through", "before", "after", "than", "from", "between":
		out.date = ""
	}
}

// titleOf returns a clause as the title of an event: as it is written. Of a long one it
// takes the part with the date between two commas, or the words around the date.
func titleOf(clause, date string) string {
	const most, least = 110, 30 // bytes
	at := max(strings.Index(clause, date), 0)
	if len(clause) > most {
		from, to := strings.LastIndex(clause[:at], ", ")+1, at+len(date)
		if end := strings.IndexByte(clause[to:], ','); end >= 0 {
			to += end
		} else {
			to = len(clause)
		}
		if (from > 0 || at >= least) && to-from >= least {
			clause, at = clause[from:to], at-from
		}
	}
	before, after := "", ""
	if end := at + len(date); len(clause) > most && end > most {
		if space := strings.IndexByte(clause[end-most:], ' '); space >= 0 {
			clause, before = clause[end-most+space:], "… "
		}
	}
	if len(clause) > most {
		clause, after = clause[:max(strings.LastIndexByte(clause[:most], ' '), 1)], " …"
	}
	clause = strings.Trim(strings.ToValidUTF8(clause, ""), ",;: ")
	if before != "" {
		return before + clause + after
	}
	return strings.TrimSuffix(asSentence(clause+after), ".")
}

// event proposes an event, unless its words cannot be quoted or are quoted already.
func (d *drafter) event(s *briefing.Source, in *dated) {
	date, err := edtf.Parse(in.date)
	if err != nil || d.proposals >= maxProposals {
		return
	}
	evidence, ok := d.cut(s, in.span)
	if !ok {
		return
	}
	e := briefing.Event{
		Title: in.title, When: briefing.When{Date: date, Said: in.said}, Status: in.status, Certainty: in.certainty,
		Evidence: []briefing.Evidence{evidence}, Common: draft,
	}
	for _, other := range in.others {
		if date, err := edtf.Parse(other); err == nil {
			e.When.Alternatives = append(e.When.Alternatives, briefing.Alternative{Date: date})
		}
	}
	for _, id := range d.namedIn(s.Text[in.start:in.end]) {
		e.Actors = append(e.Actors, briefing.Participant{Actor: id})
	}
	e.ID = d.ids.make(e.Title, "event")
	d.out.Events = append(d.out.Events, e)
	d.proposals++
}
