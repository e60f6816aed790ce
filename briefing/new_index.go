package briefing

import "strconv"

// NewIndex returns an index of a briefing. It reads all of it.
func NewIndex(b *Briefing) *Index {
	stands, evidence := sizes(b)
	x := &Index{
		Briefing:  b,
		Stands:    make([]Stand, 0, stands),
		Passages:  make([]Passage, 0, evidence),
		items:     make(map[string]location, len(b.Events)+len(b.Actors)+len(b.Sources)+len(b.Questions)+2*stands),
		passageOf: make(map[*Evidence]int32, evidence),
		BySource:  make(map[string][]int, len(b.Sources)),
		mentions:  map[string][]Ref{},
		cache:     newCache(),
		copies:    map[string][]*Source{},
		portions:  portionsOf(b),
	}
	x.addItems()
	x.addLabels()
	x.addStands()
	x.actors = newActorIndex(x)
	x.addCitations()
	x.quotes = newQuotes(len(x.Passages))
	return x
}

// sizes returns the number of positions and the approximate number of pieces of
// evidence, so that maps can be allocated with the right size.
func sizes(b *Briefing) (stands, evidence int) {
	for i := range b.Questions {
		for j := range b.Questions[i].Claims {
			c := &b.Questions[i].Claims[j]
			stands += len(c.Positions)
			for k := range c.Positions {
				evidence += len(c.Positions[k].Evidence)
			}
		}
	}
	for i := range b.Events {
		evidence += len(b.Events[i].Evidence)
	}
	return stands, evidence + len(b.Judgments) + len(b.Actors)
}

func (x *Index) addItems() {
	b := x.Briefing
	for i := range b.Judgments {
		x.items[b.Judgments[i].ID] = location{KindJudgment, i, 0}
	}
	for i := range b.Events {
		x.items[b.Events[i].ID] = location{KindEvent, i, 0}
	}
	for i := range b.Actors {
		x.items[b.Actors[i].ID] = location{KindActor, i, 0}
	}
	for i := range b.Sources {
		s := &b.Sources[i]
		x.items[s.ID] = location{KindSource, i, 0}
		if s.Origin != "" {
			x.copies[s.Origin] = append(x.copies[s.Origin], s)
		}
	}
	for i := range b.Questions {
		x.items[b.Questions[i].ID] = location{KindQuestion, i, 0}
		for j := range b.Questions[i].Claims {
			x.items[b.Questions[i].Claims[j].ID] = location{KindClaim, i, j}
		}
	}
}

func (x *Index) addStands() {
	for i := range x.Briefing.Questions {
		q := &x.Briefing.Questions[i]
		for j := range q.Claims {
			c := &q.Claims[j]
			taken := make(map[string]int, len(c.Positions))
			for k := range c.Positions {
				p := &c.Positions[k]
				n := max(taken[p.Holder]+1, p.Number)
				taken[p.Holder] = n
				id := positionID(c, p, n)
				x.items[id] = location{KindPosition, len(x.Stands), 0}
				x.Stands = append(x.Stands, Stand{id, p, c, q})
			}
		}
	}
}

// positionID returns the id of a position that is the holder's nth on a claim.
func positionID(c *Claim, p *Position, n int) string {
	id := c.ID + "/" + p.Holder
	if n > 1 {
		id += "/" + strconv.Itoa(n)
	}
	return id
}

// addCitations numbers the passages in the order of the text export: judgments,
// timeline, questions, actors.
func (x *Index) addCitations() {
	b := x.Briefing
	numbers := make(map[citation]int32, len(x.passageOf))
	x.mention(Ref{Kind: KindBottomLine}, b.BottomLine)
	for i := range b.Judgments {
		j := &b.Judgments[i]
		x.cite(numbers, Ref{KindJudgment, j.ID}, j.Evidence)
		x.mention(Ref{KindJudgment, j.ID}, j.Text, j.Because)
	}
	for _, e := range x.Events() {
		ref := Ref{KindEvent, e.ID}
		x.cite(numbers, ref, e.Evidence)
		for i := range e.When.Alternatives {
			x.cite(numbers, ref, e.When.Alternatives[i].Evidence)
		}
		x.mention(ref, e.Summary)
	}
	for i := range b.Questions {
		x.mention(Ref{KindQuestion, b.Questions[i].ID}, b.Questions[i].Summary)
	}
	for _, s := range x.Stands {
		x.cite(numbers, s.Ref(), s.Position.Evidence)
	}
	for i := range b.Actors {
		a := &b.Actors[i]
		x.cite(numbers, Ref{KindActor, a.ID}, a.Evidence)
		x.mention(Ref{KindActor, a.ID}, a.Summary)
	}
	for i, g := range b.Gaps {
		x.mention(Ref{KindGap, strconv.Itoa(i + 1)}, g)
	}
}

// cite numbers the passages of evidence that have no number yet.
func (x *Index) cite(numbers map[citation]int32, by Ref, evidence []Evidence) {
	for i := range evidence {
		e := &evidence[i]
		key := citationOf(e)
		n := numbers[key]
		if n == 0 {
			n = int32(len(x.Passages) + 1)
			numbers[key] = n
			x.Passages = append(x.Passages, Passage{Number: int(n), Source: x.Source(e.Source), Evidence: e})
			x.BySource[e.Source] = append(x.BySource[e.Source], int(n))
		}
		x.passageOf[e] = n
		p := &x.Passages[n-1]
		p.CitedBy = addLast(p.CitedBy, by)
	}
}

func (x *Index) mention(by Ref, texts ...string) {
	for _, text := range texts {
		for id := range ReferencedIDs(text) {
			x.mentions[id] = addLast(x.mentions[id], by)
		}
	}
}

func newCache() *cache {
	return &cache{
		findings: map[string]Findings{}, silent: map[*Question][]string{}, roots: map[string]string{},
		restsOn: map[string][]Ref{}, company: map[string][]Company{}, contested: map[*Question]bool{},
	}
}
