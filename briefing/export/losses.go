package export

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/facts"
	"sitrep/briefing/file"
	"sitrep/briefing/page"
)

// Loss is a field of a briefing that a format cannot hold.
type Loss struct {
	Field string // such as "event certainty"
	Count int    // number of values that are not in the output
}

// Losses are the facts missing from an output, by field.
type Losses []Loss

// Add counts n more values of a field.
func (l *Losses) Add(field string, n int) {
	if n <= 0 {
		return
	}
	for i := range *l {
		if (*l)[i].Field == field {
			(*l)[i].Count += n
			return
		}
	}
	*l = append(*l, Loss{field, n})
}

// addPartial counts the words which say that the output is only a part of the
// briefing, for a format that has no place for them: a recipient of the file
// cannot know.
func (l *Losses) addPartial(words string) {
	if words != "" {
		l.Add("note that it is "+words, 1)
	}
}

// String lists the losses: "event certainty (3), gap (1)".
func (l Losses) String() string {
	return strings.Join(briefing.Map(l, func(l Loss) string { return fmt.Sprintf("%s (%d)", l.Field, l.Count) }), ", ")
}

// places has the facts that a format can hold: by kind of item, their keys, the
// keys of what belongs to a value ("actors.role"), or all of those
// ("evidence.*").
type places map[string]string

var allParts = []briefing.Part{briefing.PartBrief, briefing.PartTimeline, briefing.PartActors, briefing.PartClaims, briefing.PartSources}

// commonKeys are the keys that every item can have.
const commonKeys = "external_ids tags draft tlp "

// addOthers counts the facts of the briefing and of the items of the requested
// parts that have no place. It skips kinds that places does not name: the
// format has all of their facts or none of the items, which [lossesOf] counts.
func (l *Losses) addOthers(r *Request, has places, parts ...briefing.Part) {
	if keys, ok := has["briefing"]; ok {
		c := newLossCounter("briefing", keys, l)
		c.add(slices.DeleteFunc(c.items.Facts.Of(r.Index.Briefing), func(f file.Fact) bool {
			return f.Key == "bottom_line" || f.Key == "gaps" || // these are items of their own
				f.Key == "language" && f.Values[0].Text == file.DefaultLanguage
		}))
	}
	counters := map[briefing.Kind]*lossCounter{}
	for _, p := range parts {
		r.eachItem(p, func(ref briefing.Ref) {
			c, ok := counters[ref.Kind]
			if !ok {
				if keys, ok := has[ref.Kind.String()]; ok {
					c = newLossCounter(ref.Kind.String(), keys, l)
				}
				counters[ref.Kind] = c
			}
			if c != nil {
				c.add(c.items.Of(r.Index, ref))
			}
		})
	}
}

// lossCounter counts the facts of one kind of item that have no place.
type lossCounter struct {
	of       string
	losses   *Losses
	names    map[factPath]string // names of losses; "" for a fact with a place
	items    facts.Reader
	evidence file.Facts
}

// factPath is the key of a fact, and the key of a fact about its value.
type factPath struct{ key, under string }

func newLossCounter(of, places string, losses *Losses) *lossCounter {
	c := &lossCounter{of: of, losses: losses, names: map[factPath]string{}}
	for path := range strings.FieldsSeq(places) {
		key, under, _ := strings.Cut(path, ".")
		c.names[factPath{key, under}] = ""
	}
	c.items.Stated, c.evidence.Stated = true, true
	c.items.Leave = func(key string) bool { return c.name(factPath{key: key}) == "" }
	c.evidence.Leave = func(key string) bool { return c.name(factPath{"evidence", key}) == "" }
	return c
}

// name returns the name of the loss of a fact, such as "position via", or "" if
// the fact has a place.
func (c *lossCounter) name(path factPath) string {
	name, known := c.names[path]
	if _, all := c.names[factPath{path.key, "*"}]; !known {
		if !all || path.under == "" {
			name = c.of + " " + strings.ReplaceAll(strings.TrimSpace(path.key+" "+path.under), "_", " ")
		}
		c.names[path] = name
	}
	return name
}

// add counts facts and the facts about their values.
func (c *lossCounter) add(stated []file.Fact) {
	for i := range stated {
		f := &stated[i]
		if name := c.name(factPath{key: f.Key}); name != "" {
			c.losses.Add(name, len(f.Values))
			continue
		}
		for i := range f.Values {
			under := f.Values[i].Under
			if e := f.Values[i].Evidence; e != nil {
				under = c.evidence.Of(e)
			}
			for _, u := range under {
				if name := c.name(factPath{f.Key, u.Key}); name != "" {
					c.losses.Add(name, len(u.Values))
				}
			}
		}
	}
}

// eachItem calls f for each item of a part, if the part is requested. Claims
// and positions come with their question.
func (r *Request) eachItem(of briefing.Part, f func(briefing.Ref)) {
	if !r.Wants(of) {
		return
	}
	i := slices.IndexFunc(briefing.Parts, func(p briefing.PartInfo) bool { return p.Part == of })
	kept := false
	for _, ref := range briefing.Parts[i].Items(r.Index) {
		if ref.Kind != briefing.KindClaim && ref.Kind != briefing.KindPosition {
			kept = r.Keeps(ref.Kind, ref.ID)
		}
		if kept {
			f(ref)
		}
	}
}

// lossesOf counts the items of parts that a format has no place for.
func lossesOf(r *Request, parts ...briefing.Part) (out Losses) {
	for _, p := range parts {
		r.eachItem(p, func(ref briefing.Ref) { out.Add(ref.Kind.String(), 1) })
		if p == briefing.PartBrief {
			out.addNotAskedFor(r)
		}
	}
	return out
}

// addNotAskedFor counts the items that the brief lists and that are in parts
// not requested.
func (l *Losses) addNotAskedFor(r *Request) {
	if !r.Wants(briefing.PartBrief) || r.Wants(briefing.PartClaims) && r.Wants(briefing.PartTimeline) {
		return
	}
	for _, p := range page.BriefParts(r.Index, r.Keep) {
		for _, row := range p.Rows {
			switch kind := row.To.Ref.Kind; {
			case kind == briefing.KindQuestion && !r.Wants(briefing.PartClaims):
				l.Add("contested question", 1)
			case kind == briefing.KindEvent && !r.Wants(briefing.PartTimeline):
				l.Add("expected event", 1)
			}
		}
	}
}

// webAddress returns s encoded if it may become a link. Else it returns "" and
// counts a loss.
func (l *Losses) webAddress(s string) string {
	if s == "" {
		return s
	}
	encoded, err := clean.EncodeURL(s)
	if err != nil {
		l.Add("source address", 1)
		return ""
	}
	return encoded
}
