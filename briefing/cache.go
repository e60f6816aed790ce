package briefing

// cache is what an index works out when it is first asked for and then keeps.
// An index and those narrowed from it share one.
type cache struct {
	findings  map[string]Findings    // by claim
	silent    map[*Question][]string // ids of the involved who take no position
	roots     map[string]string      // by source
	restsOn   map[string][]Ref       // by source
	company   map[string][]Company   // by actor
	questions map[string][]*Question // by event; nil until it is asked for
	namedIn   map[string][]Ref       // by actor or source; nil until it is asked for
}

func newCache() *cache {
	return &cache{
		findings: map[string]Findings{}, silent: map[*Question][]string{}, roots: map[string]string{},
		restsOn: map[string][]Ref{}, company: map[string][]Company{},
	}
}

// cached is the value under an id, worked out if it is not there yet.
func cached[T any](values map[string]T, id string, workOut func() T) T {
	v, ok := values[id]
	if !ok {
		v = workOut()
		values[id] = v
	}
	return v
}

// RestsOn is everything that cites a source, directly or through a quote,
// each once, in the order of the briefing.
func (x *Index) RestsOn(source string) []Ref {
	return cached(x.cache.restsOn, source, func() []Ref { return x.citing(source) })
}

// AppearsWith are the actors that share events with an actor, most first.
func (x *Index) AppearsWith(actor string) []Company {
	return cached(x.cache.company, actor, func() []Company { return x.appearsWith(actor) })
}

// QuestionsOf are the questions that name an event, in the order of the file.
func (x *Index) QuestionsOf(event string) []*Question {
	if x.cache.questions == nil {
		x.cache.questions = map[string][]*Question{}
		for i := range x.Briefing.Questions {
			q := &x.Briefing.Questions[i]
			for _, id := range q.Events {
				x.cache.questions[id] = addLast(x.cache.questions[id], q)
			}
		}
	}
	return x.cache.questions[event]
}

// NamedIn are the positions that name an actor or a source as their basis or as
// the one that they are known through, in the order of the file.
func (x *Index) NamedIn(id string) []Ref {
	if x.cache.namedIn == nil {
		x.cache.namedIn = map[string][]Ref{}
		for _, s := range x.Stands {
			if via := s.Position.Via; via != "" {
				x.cache.namedIn[via] = addLast(x.cache.namedIn[via], s.Ref())
			}
			for _, basis := range s.Position.Citing {
				x.cache.namedIn[basis] = addLast(x.cache.namedIn[basis], s.Ref())
			}
		}
	}
	return x.cache.namedIn[id]
}
