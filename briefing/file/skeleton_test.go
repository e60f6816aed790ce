package file

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/edtf"
)

func writeSkeleton(t *testing.T, b *briefing.Briefing) string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteSkeleton(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestSkeleton writes an empty briefing. Its comments are keys and values that can
// be read when the signs before them are taken out.
func TestSkeleton(t *testing.T) {
	asOf, err := edtf.Parse("2024")
	if err != nil {
		t.Fatal(err)
	}
	text := writeSkeleton(t, &briefing.Briefing{ID: "a", Title: "T", AsOf: asOf})
	if doc, err := Parse(text, "skeleton", nil); err != nil || len(doc.Problems) > 0 {
		t.Fatalf("%v %v\n%s", err, doc.Problems, text)
	}
	written := regexp.MustCompile(`(?m)^# ((  .*|[a-z_]+:.*))$`).ReplaceAllString(text, "$1")
	doc, err := Parse(written, "skeleton", nil)
	if err != nil || len(doc.Problems) > 0 {
		t.Fatalf("%v %v\n%s", err, doc.Problems, written)
	}
	b := doc.Briefing
	for part, n := range map[string]int{
		"judgments": len(b.Judgments), "gaps": len(b.Gaps), "sources": len(b.Sources),
		"actors": len(b.Actors), "events": len(b.Events), "questions": len(b.Questions), "bottom_line": len(b.BottomLine),
	} {
		if n == 0 {
			t.Errorf("no %s in the comments of\n%s", part, written)
		}
	}
}

// TestSkeletonOfSomething keeps what there is, and cites the source that there is.
func TestSkeletonOfSomething(t *testing.T) {
	doc, err := Parse(Template(), "template", nil)
	if err != nil {
		t.Fatal(err)
	}
	whole := writeSkeleton(t, doc.Briefing)
	again, err := Parse(whole, "skeleton", nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(jsonOf(t, doc.Briefing), jsonOf(t, again.Briefing)) {
		t.Errorf("read back is different:\n%s", whole)
	}
	if text := writeSkeleton(t, &briefing.Briefing{ID: "a", Title: "T", Sources: []briefing.Source{{ID: "radio", Title: "R"}}}); !strings.Contains(text, "- radio: the exact words") {
		t.Errorf("evidence does not cite the source:\n%s", text)
	}
}
