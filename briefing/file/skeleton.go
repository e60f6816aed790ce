package file

import (
	_ "embed"
	"io"
	"slices"
	"strings"
	"time"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

// UntitledTitle is the title of a briefing that nobody has given one.
const UntitledTitle = "Untitled briefing"

// skeleton says, for the keys of the top level that an empty briefing leaves out, how to
// write them: in comments, with a blank line between. SOURCE stands for the id of a source.
//
//go:embed skeleton.yaml
var skeleton string

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
	// The parts of the skeleton that are absent, or not written yet.
	absent := strings.Split(strings.TrimSpace(strings.ReplaceAll(skeleton, "SOURCE", source)), "\n\n")
	var out *writer
	comment := func(parts []string) {
		for _, part := range parts {
			_, _ = out.buffer.WriteString("\n" + part + "\n") // the buffer keeps its error
		}
	}
	out = newYAMLWriter(w, 0, func(key string) {
		at := slices.IndexFunc(absent, func(part string) bool { return strings.Contains(part, "\n# "+key+":") })
		if at < 0 {
			return
		}
		comment(absent[:at])
		absent = absent[at+1:]
		_, _ = out.buffer.WriteString("\n")
	})
	_, _ = out.buffer.WriteString("# sitrep new shows every key that there is; sitrep check says what is missing.\n\n")
	briefingTable.write(out, b)
	comment(absent)
	return out.finish()
}
