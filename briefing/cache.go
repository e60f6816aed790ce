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
	named     map[string]Named       // by actor or source; nil until it is asked for
	contested map[*Question]bool
	short     map[Ref]string // judgments and gaps whose texts are too long to name them by; made with the index
}

func newCache() *cache {
	return &cache{
		findings: map[string]Findings{}, silent: map[*Question][]string{}, roots: map[string]string{},
		restsOn: map[string][]Ref{}, company: map[string][]Company{}, contested: map[*Question]bool{},
	}
}

// cached is the value under a key, worked out if it is not there yet.
func cached[K comparable, T any](values map[K]T, id K, workOut func() T) T {
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
// Events that [Index.Crowds] counts are left out.
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

// Named are the positions that name an actor or a source, in the order of the
// file.
type Named struct {
	Basis   []Ref // those that cite it
	Between []Ref // those that are known through it
	Either  []Ref
}

// NamedIn are the positions that name an actor or a source as their basis or as
// the one that they are known through, in the order of the file.
func (x *Index) NamedIn(id string) []Ref { return x.Named(id).Either }

// Named are the positions that name an actor or a source, by what they name it
// as.
func (x *Index) Named(id string) Named {
	if x.cache.named == nil {
		x.cache.named = map[string]Named{}
		for _, s := range x.Stands {
			ref := s.Ref()
			if via := s.Position.Via; via != "" {
				n := x.cache.named[via]
				n.Between, n.Either = addLast(n.Between, ref), addLast(n.Either, ref)
				x.cache.named[via] = n
			}
			for _, basis := range s.Position.Citing {
				n := x.cache.named[basis]
				n.Basis, n.Either = addLast(n.Basis, ref), addLast(n.Either, ref)
				x.cache.named[basis] = n
			}
		}
	}
	return x.cache.named[id]
}
