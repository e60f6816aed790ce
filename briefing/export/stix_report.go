package export

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/page"
)

// confidences has numbers for the levels of confidence: the middle of each
// level of the scale None, Low, Medium, High (STIX 2.1, appendix A). They come
// from the confidence alone, never from the likelihood.
var confidences = map[briefing.Confidence]int{"high": 85, "moderate": 50, "low": 15}

func (s *stixWriter) judgments() {
	for _, j := range s.request.Judgments() {
		o := stixObject{kind: "note", creator: s.authors, labels: []string{"judgment"}, sources: s.evidence(j.Evidence)}
		s.item(o, briefing.KindJudgment, j.ID, func() {
			s.number("confidence", confidences[j.Confidence])
			s.field("abstract", "Judgment")
			s.field("content", s.judgmentInWords(j))
			s.fields("authors", s.index.Briefing.Authors)
			s.fields("object_refs", s.present(append([]string{j.Question}, referencesIn(j.Text, j.Because)...)...))
		}, nil)
	}
}

// judgmentInWords keeps likelihood and confidence in separate sentences (ICD
// 203, D.6.e(2)(b)).
func (s *stixWriter) judgmentInWords(j *briefing.Judgment) string {
	return joinFacts("\n",
		s.index.PlainText(j.Text),
		labelled("Likelihood", j.Likelihood.Words()),
		labelled("Confidence", string(j.Confidence)),
		labelled("Because", s.index.PlainText(j.Because)))
}

func (s *stixWriter) gaps() {
	for _, n := range s.request.Gaps() {
		gap := s.index.Briefing.Gaps[n-1]
		// An id of a file has no slash, so this cannot be one.
		id := "/gap/" + strconv.Itoa(n)
		s.item(stixObject{kind: "note", creator: s.authors, labels: []string{"gap"}}, briefing.KindGap, id, func() {
			s.field("abstract", "Not known")
			s.field("content", s.index.PlainText(gap))
			s.fields("object_refs", s.present(referencesIn(gap)...))
		}, func() { s.key("number").integer(n) })
	}
}

// referencesIn returns the ids that texts refer to.
func referencesIn(texts ...string) []string {
	var out []string
	for _, text := range texts {
		out = slices.AppendSeq(out, briefing.ReferencedIDs(text))
	}
	return out
}

// report is called last, when the contents of the bundle are known.
func (s *stixWriter) report() {
	b := s.index.Briefing
	holds := slices.DeleteFunc(s.written, func(id string) bool { return id == s.tool || id == briefingExtension() })
	if len(holds) == 0 {
		holds = []string{s.tool}
	}
	o := stixObject{kind: "report", id: s.ids.of("report", ""), creator: s.authors, marked: true, label: s.index.Banner(), labels: []string{"briefing"}}
	if list := s.request.Sources(); s.request.Wants(briefing.PartSources) && len(list) > 0 {
		o.sources = func() {
			for _, source := range list {
				s.source(source)
			}
		}
	}
	s.common(o, func() {
		s.field("name", b.Title)
		bottomLine := ""
		if s.request.Wants(briefing.PartBrief) {
			bottomLine = s.index.PlainText(b.BottomLine)
		}
		s.field("description", joinFacts("\n\n", s.request.partOfWhole(), bottomLine))
		s.field("published", s.stamp)
		s.fields("object_refs", holds)
	}, func() {
		s.field("item", b.ID)
		s.field("kind", "briefing")
		s.headInFull()
	})
}

// headInFull writes the briefing's own fields and the records of its sources.
func (s *stixWriter) headInFull() {
	head := *s.index.Briefing
	head.BottomLine, head.Gaps = "", nil
	if s.request.Wants(briefing.PartBrief) {
		head.BottomLine = s.index.Briefing.BottomLine
		for _, n := range s.request.Gaps() {
			head.Gaps = append(head.Gaps, s.index.Briefing.Gaps[n-1])
		}
	}
	s.key("in_full")
	s.inFull(&head)
	writeEach(s.jsonWriter, "sources_in_full", s.sourcesInFull(), func(source *briefing.Source) {
		record := *source
		for _, address := range []*string{&record.Publication.URL, &record.Publication.ArchiveURL} {
			if _, err := clean.EncodeURL(*address); err != nil {
				*address = "" // counted with the external reference
			}
		}
		s.inFull(&record)
	})
}

// sourcesInFull returns the requested sources and the cited ones.
func (s *stixWriter) sourcesInFull() (out []*briefing.Source) {
	asked := map[string]bool{}
	if s.request.Wants(briefing.PartSources) {
		for _, source := range s.request.Sources() {
			asked[source.ID] = true
		}
	}
	for i := range s.index.Briefing.Sources {
		if source := &s.index.Briefing.Sources[i]; asked[source.ID] || s.cited[source.ID] {
			out = append(out, source)
		}
	}
	return out
}

// source writes the record of a source as an external reference.
func (s *stixWriter) source(source *briefing.Source) {
	s.object(func() {
		s.field("source_name", source.Title)
		s.field("description", s.sourceInWords(source))
		s.field("url", s.losses.webAddress(source.Publication.URL))
		s.field("external_id", source.ID)
	})
}

func (s *stixWriter) sourceInWords(source *briefing.Source) string {
	p := &source.Publication
	origin := ""
	if source.Origin != "" {
		origin = sourceInShort(s.index, source.Origin) + " [" + source.Origin + "]"
	}
	return joinFacts("; ",
		strings.TrimSpace(page.Marking(s.index, briefing.Ref{Kind: briefing.KindSource, ID: source.ID})),
		briefing.SourceKinds.Label(source.Kind),
		p.Publisher,
		labelled("authors", briefing.JoinNames(p.Authors)),
		labelled("credit", p.Credit),
		p.Place,
		labelled("published", dateInWords(p.Published)),
		labelled("accessed", dateInWords(p.Accessed)),
		labelled("archived", s.losses.webAddress(p.ArchiveURL)),
		labelled("language", p.Language),
		labelled("reliability", gradeInWords(source.Grade.Reliability)),
		source.Grade.Note,
		labelled("status", string(source.Status)),
		labelled("copies, quotes or translates", origin),
		labelled("other ids", externalIDsInWords(source.ExternalIDs)),
		labelled("tags", briefing.JoinNames(source.Tags)))
}
