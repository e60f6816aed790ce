package export

import (
	"strconv"
	"strings"
	"testing"

	"sitrep/briefing"
	"sitrep/briefing/file"
)

// TestHTMLCrowd tests that the timeline names the first actors of an event and
// counts the others. The event itself names all.
func TestHTMLCrowd(t *testing.T) {
	var actors, ids []string
	for i := range maxInTimeline + 3 {
		id := "a" + strconv.Itoa(i)
		actors = append(actors, `{"id":"`+id+`","name":"Name `+strconv.Itoa(i)+`.","kind":"person"}`)
		ids = append(ids, `"`+id+`"`)
	}
	doc, err := file.Parse(`{"format":"briefing/1","id":"b","title":"B","as_of":"2024","actors":[`+strings.Join(actors, ",")+
		`],"events":[{"id":"e","title":"E","when":"2024","actors":[`+strings.Join(ids, ",")+`]}]}`, "b.json", nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if _, err := writeHTML(&out, &Request{Index: doc.Index(), Only: []briefing.Part{briefing.PartTimeline}}); err != nil {
		t.Fatal(err)
	}
	table, event, _ := strings.Cut(out.String(), "</table>")
	if got := strings.Count(table, "Name "); got != maxInTimeline || !strings.Contains(table, "and 3 more</td>") {
		t.Errorf("the timeline names %d actors: %s", got, table[strings.LastIndex(table, "<tr>"):])
	}
	if got := strings.Count(event, "Name "); got != maxInTimeline+3 || strings.Contains(event, "more</") {
		t.Errorf("the event names %d actors", got)
	}
}
