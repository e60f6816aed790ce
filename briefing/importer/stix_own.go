package importer

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// ownExtension is the id of the extension in which package export puts the
// items of a briefing, in the format briefing/1.
const ownExtension = "extension-definition--d80fdaa3-4708-5f53-9c0e-3495c591ff74"

// ownItem is the content of an object in that extension.
type ownItem struct {
	kind, item string
	belongs    string         // the parent of a claim or a position
	full       jsontext.Value // the item
	sources    jsontext.Value // those of the briefing, in its own object
}

// ownOf returns the content of the extension in an object, or nil.
func ownOf(value jsontext.Value) *ownItem {
	if !bytes.Contains(value, []byte(ownExtension)) {
		return nil
	}
	extension := membersOf(membersOf(membersOf(value)["extensions"])[ownExtension])
	word := func(name string) string {
		text, _ := jsontext.AppendUnquote(nil, extension[name]) // "" if it is not a text
		return string(text)
	}
	own := &ownItem{kind: word("kind"), item: word("item"), full: extension["in_full"], sources: extension["sources_in_full"]}
	switch own.kind {
	case "gap": // the object of the briefing has it
		return own
	case "claim":
		own.belongs = word("question")
	case "position":
		own.belongs = word("claim")
	}
	if own.full.Kind() != '{' {
		return nil
	}
	return own
}

// isOurs reports whether an object says only what those with items say already:
// it joins two of them, or is their author.
func (r *stixReader) isOurs(s *stixObject) bool {
	if s.kind == "relationship" {
		from, to := r.byID[s.peek("source_ref")], r.byID[s.peek("target_ref")]
		return from != nil && from.own != nil && to != nil && to.own != nil
	}
	return s.own != nil || s.id != "" && s.id == r.ownMaker
}

// ownItems are the items in the extension by kind and parent.
type ownItems map[[2]string][]*ownItem

// ownBriefing reads the briefing in the extension of the objects. It returns
// nil if there is none.
func (r *stixReader) ownBriefing() (*file.Document, error) {
	items := ownItems{}
	for _, s := range r.objects {
		if own := s.own; own != nil {
			key := [2]string{own.kind, own.belongs}
			items[key] = append(items[key], own)
			if own.kind == "briefing" {
				r.ownMaker = s.peek("created_by_ref")
			}
		}
	}
	if len(items) == 0 {
		return nil, nil
	}
	today := dateOf(r.b.Now, time.DateOnly)
	head := jsontext.Value(fmt.Sprintf(`{"format":%q,"id":"import","title":"Import","as_of":%q}`, briefing.Format, today.String()))
	if whole := items[[2]string{"briefing", ""}]; len(whole) > 0 {
		head = whole[0].full
		if whole[0].sources.Kind() == '[' {
			head = withMember(head, "sources", whole[0].sources)
		}
	}
	head = withMember(head, "actors", items.list(briefing.KindActor, "", nil))
	head = withMember(head, "events", items.list(briefing.KindEvent, "", nil))
	head = withMember(head, "judgments", items.list(briefing.KindJudgment, "", nil))
	head = withMember(head, "questions", items.list(briefing.KindQuestion, "", func(q *ownItem) jsontext.Value {
		return withMember(q.full, "claims", items.list(briefing.KindClaim, q.item, func(c *ownItem) jsontext.Value {
			return withMember(c.full, "positions", items.list(briefing.KindPosition, c.item, nil))
		}))
	}))
	doc, err := file.Parse([]byte(head), r.b.input, nil)
	if err != nil {
		return nil, unfit("export it again", "what this program has put into it cannot be read: %v", err)
	}
	r.mark(doc)
	return doc, nil
}

// list returns the items of a kind with one parent as a JSON list. inner adds
// the children of each.
func (items ownItems) list(kind briefing.Kind, belongs string, inner func(*ownItem) jsontext.Value) jsontext.Value {
	var parts [][]byte
	for _, item := range items[[2]string{kind.String(), belongs}] {
		full := item.full
		if inner != nil {
			full = inner(item)
		}
		parts = append(parts, full)
	}
	return fmt.Appendf(nil, "[%s]", bytes.Join(parts, []byte(",")))
}

// withMember returns a JSON object with another member at its end.
func withMember(object jsontext.Value, name string, value jsontext.Value) jsontext.Value {
	open := bytes.TrimRight(object[:bytes.LastIndexByte(object, '}')], " \t\r\n")
	comma := ","
	if bytes.HasSuffix(open, []byte("{")) {
		comma = ""
	}
	return fmt.Appendf(nil, "%s%s%q:%s}", open, comma, name, value)
}

// mark raises the markings of a briefing to those of its objects, which another
// program may have changed.
func (r *stixReader) mark(doc *file.Document) {
	x := doc.Index()
	for _, s := range r.objects {
		if s.own == nil || s.label == "" {
			continue
		}
		if s.own.kind == "briefing" {
			if banner := x.Banner(); briefing.HigherTLP(banner, s.label) != banner {
				doc.Briefing.TLP = s.label
			}
			continue
		}
		ref, ok := x.Lookup(s.own.item)
		if !ok || ref.Kind.String() != s.own.kind {
			continue
		}
		if within := x.TLPWithin(ref); briefing.HigherTLP(within, s.label) != within {
			x.Common(ref).TLP = s.label
		}
	}
}
