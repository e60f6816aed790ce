package briefing

// kept is what an index works out when it is first asked for and keeps: it is
// the same for all that is narrowed from it.
type kept struct {
	rests     map[string][]Ref
	company   map[string][]Company
	questions map[string][]*Question // by event; nil until it is asked for
	named     map[string][]Ref       // by actor or source; nil until it is asked for
}

func newKept() *kept {
	return &kept{rests: map[string][]Ref{}, company: map[string][]Company{}}
}

// remembered is what is kept under an id, made by work if it is not there yet.
func remembered[T any](by map[string]T, id string, work func() T) T {
	v, ok := by[id]
	if !ok {
		v = work()
		by[id] = v
	}
	return v
}

// RestsOn is everything that cites a source, directly or through a quote,
// each once, in the order of the briefing.
func (x *Index) RestsOn(source string) []Ref {
	return remembered(x.found.rests, source, func() []Ref { return x.citing(source) })
}

// AppearsWith are the actors that share events with an actor, most first.
func (x *Index) AppearsWith(actor string) []Company {
	return remembered(x.found.company, actor, func() []Company { return x.appearsWith(actor) })
}

// QuestionsOf are the questions that name an event, in the order of the file.
func (x *Index) QuestionsOf(event string) []*Question {
	if x.found.questions == nil {
		x.found.questions = map[string][]*Question{}
		for i := range x.Briefing.Questions {
			q := &x.Briefing.Questions[i]
			for _, id := range q.Events {
				x.found.questions[id] = addLast(x.found.questions[id], q)
			}
		}
	}
	return x.found.questions[event]
}

// NamedIn are the positions that name an actor or a source as their basis or as
// the one that they are known through, in the order of the file.
func (x *Index) NamedIn(id string) []Ref {
	if x.found.named == nil {
		x.found.named = map[string][]Ref{}
		for _, s := range x.Stands {
			if via := s.Position.Via; via != "" {
				x.found.named[via] = addLast(x.found.named[via], s.Ref())
			}
			for _, basis := range s.Position.Citing {
				x.found.named[basis] = addLast(x.found.named[basis], s.Ref())
			}
		}
	}
	return x.found.named[id]
}
