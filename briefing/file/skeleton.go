package file

import (
	"io"
	"slices"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// UntitledTitle is the title of a briefing that nobody has given one.
const UntitledTitle = "Untitled briefing"

// skeletonPart is a key of the top level, and a comment that says how to write it.
type skeletonPart struct{ key, comment string }

// skeleton has, for the keys of the top level that an empty briefing leaves out,
// what stands in their place: how to write them. SOURCE stands for the id of a
// source.
var skeleton = []skeletonPart{
	{"bottom_line", `
# The answer first. [[id]] or [[id|label]] refers to anything that has an id.
# bottom_line: >-
#   What the reader must know, in two or three sentences.
`}, {"judgments", `
# What you yourself conclude, with how likely it is and how good its basis is.
# judgments:
#   - id: an-id
#     text: The bridge will reopen by July.
#     likelihood: likely
#     confidence: low
#     because: "Only one side has spoken."
#     evidence:
#       - SOURCE: the exact words
`}, {"gaps", `
# What is not known.
# gaps:
#   - Whether anybody has seen the report.
`}, {"sources", `
# The documents that everything rests on. Quotes are looked up in the text.
# sources:
#   - id: gazette
#     title: "Bridge closed"
#     kind: article
#     publisher: Gazette
#     published: 2024-06-11
#     url: https://example.org/bridge
#     text: |
#       The words of the article, with an empty line between paragraphs.
`}, {"actors", `
# Who is in it: state, organization, person, group or unnamed.
# actors:
#   - id: port-authority
#     name: Port authority
#     kind: organization
`}, {"events", `
# What happened, and what is expected. Dates can be 2024-06, 2024-06-11~ (about),
# 2024-04/.. (since) or "[..2024-06-13]" (by).
# events:
#   - id: closure
#     title: Bridge closed
#     when: 2024-06-11
#     actors: [port-authority]
#     evidence:
#       - SOURCE: the exact words
`}, {"questions", `
# What is in dispute: a question, its claims, and who affirms, denies, questions or
# reports each of them.
# questions:
#   - id: inspected
#     text: Was the bridge inspected?
#     claims:
#       - id: it-was
#         text: The bridge was inspected in spring.
#         positions:
#           - holder: port-authority
#             stance: affirms
#             evidence:
#               - SOURCE: the exact words
`},
}

// Empty returns a briefing with nothing in it, as of a day.
func Empty(id string, day time.Time) *briefing.Briefing {
	asOf, err := edtf.Parse(day.Format(time.DateOnly))
	if err != nil {
		asOf = edtf.Date{} // the year has five digits
	}
	return &briefing.Briefing{ID: id, Title: UntitledTitle, AsOf: asOf}
}

// WriteSkeleton writes b as YAML, and where b has nothing of a part, comments that
// say how to write it.
func WriteSkeleton(w io.Writer, b *briefing.Briefing) error {
	source := "gazette"
	if len(b.Sources) > 0 {
		source = b.Sources[0].ID
	}
	absent := skeleton // or not written yet
	var out *writer
	comment := func(p skeletonPart) {
		_, _ = out.buffer.WriteString(strings.ReplaceAll(p.comment, "SOURCE", source)) // the buffer keeps its error
	}
	out = newYAMLWriter(w, 0, func(key string) {
		if !slices.ContainsFunc(absent, func(p skeletonPart) bool { return p.key == key }) {
			return
		}
		for absent[0].key != key {
			comment(absent[0])
			absent = absent[1:]
		}
		absent = absent[1:]
		_, _ = out.buffer.WriteString("\n")
	})
	_, _ = out.buffer.WriteString("# sitrep new shows every key that there is; sitrep check says what is missing.\n\n")
	briefingTable.write(out, b)
	for _, p := range absent {
		comment(p)
	}
	return out.finish()
}
