package export

import (
	"io"

	"sitrep/briefing"
	"sitrep/briefing/diff"
)

// WriteChangesJSON writes changes as JSON: both versions and a list of what has
// changed, each item after the one that it belongs to. It uses only Only of r.
func WriteChangesJSON(w io.Writer, changes Changes, r *Request) error {
	j := newJSONWriter(w)
	report := changes.Only(r.Wants)
	j.object(func() {
		writeVersion(j, "old", changes.Old, report.Old)
		writeVersion(j, "new", changes.New, report.New)
		writeFacts(j, report.Head)
		j.key("changes").array(func() {
			report.Each(func(s briefing.Part, i diff.Item) {
				j.object(func() {
					j.field("section", string(s))
					j.field("kind", i.Ref.Kind.String())
					j.field("id", i.Ref.ID)
					j.field("was_id", i.Was)
					j.field("name", report.Index(i).Name(i.Ref))
					j.field("change", string(i.Change))
					j.field("tlp", report.Index(i).TLP(i.Ref).String())
					writeFacts(j, report.Facts(i))
				})
			})
		})
	})
	return j.finish()
}

func writeVersion(j *jsonWriter, key, name string, x *briefing.Index) {
	b := x.Briefing
	j.key(key).object(func() {
		j.field("file", name)
		j.field("id", b.ID)
		j.field("title", b.Title)
		j.field("as_of", b.AsOf.String())
		j.field("issued", b.Issued.String())
		j.number("version", b.Version)
		j.field("tlp", string(x.Banner()))
		j.field("withheld", x.Withheld().String())
	})
}

func writeFacts(j *jsonWriter, facts []diff.Fact) {
	words := func(v diff.Value) { j.text(v.String()) }
	writeEach(j, "facts", facts, func(f diff.Fact) {
		j.object(func() {
			j.field("label", f.Label)
			writeEach(j, "was", f.Was, words)
			writeEach(j, "is", f.Is, words)
			if f.Computed {
				j.key("computed").flag(true)
			}
		})
	})
}
