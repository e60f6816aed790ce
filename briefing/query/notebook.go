package query

import (
	"fmt"

	"sitrep/briefing"
)

// notebookDefinitions returns the names that ask what a user keeps beside the briefing
// (see [briefing.Remarks]), and not what the briefing says.
func notebookDefinitions() []definition {
	define := func(name, keeps string, has func(briefing.Remarks, briefing.Ref) bool) definition {
		return definition{
			Field:   Field{Name: name, Wants: "nothing", Keeps: keeps},
			noValue: true, ofNotebook: true, asks: asksItself,
			mark: func(f *Filter, _ *term, into set) {
				r := f.x.Remarks()
				if r == nil {
					return
				}
				for i, ref := range f.items {
					if has(r, ref) {
						into.add(int32(i))
					}
				}
			},
		}
	}
	return []definition{
		define("unread", "what you have not read as it is now, by your notebook", isUnread),
		define("changed", "what is new or has changed since you read it", func(r briefing.Remarks, ref briefing.Ref) bool {
			f := r.Freshness(ref)
			return f == briefing.New || f == briefing.Changed
		}),
		define("marked", "what you have marked", func(r briefing.Remarks, ref briefing.Ref) bool { return r.Marked(ref) }),
		define("noted", "what you have notes on", func(r briefing.Remarks, ref briefing.Ref) bool { return len(r.Notes(ref)) > 0 }),
	}
}

func asksItself(*term) subjects { return subjects{true, true} }

// isUnread reports whether an item is unread. If nothing is known of any item, nothing
// has been read. A position is read with its claim.
func isUnread(r briefing.Remarks, ref briefing.Ref) bool {
	switch r.Freshness(ref) {
	case briefing.Read:
		return false
	case briefing.FreshnessUnknown:
		return ref.Kind != briefing.KindPosition && ref.Kind != briefing.KindBottomLine
	}
	return true
}

// OfNotebook returns the first term that asks what is in the user's notebook, or "" if
// none does.
func (q Query) OfNotebook() string {
	for i := range q.terms {
		if d := q.terms[i].field; d != nil && d.ofNotebook {
			return d.Name
		}
	}
	return ""
}

// NoNotebook returns the error for a query that asks what is in a notebook where there
// is none, because of why. It returns nil if the query does not ask that.
func (q Query) NoNotebook(why string) error {
	name := q.OfNotebook()
	if name == "" {
		return nil
	}
	return &Error{Problem: fmt.Sprintf("%s asks your notebook, and %s", name, why), Hint: fmt.Sprintf("leave it out, or put it in quotes to look for the word: %q", name)}
}
