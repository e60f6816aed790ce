package importer

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
)

// isTimelineJS reports whether a file is for Knight Lab's TimelineJS 3: JSON
// with a list of events that have a start_date, or the spreadsheet as CSV.
func isTimelineJS(h *head) bool {
	if header := findHeader(h.begin); header != nil && header.table == timelineSheet {
		return true
	}
	top := h.members()
	slide := membersOf(first(top["events"]))
	return slide["start_date"].Kind() == '{' || top["events"].Kind() == '[' && top["title"].Kind() == '{'
}

// readTimelineJS adds slides and eras as events, and their media as sources.
// The title slide has the title of the briefing.
func readTimelineJS(b *builder, in Input) error {
	if header := findHeader(in.Data); header != nil && header.table == timelineSheet {
		return readCSV(b, in)
	}
	value, err := parseJSON(in.Data)
	if err != nil {
		return err
	}
	top := membersOf(value)
	if top["events"] == nil {
		return unfit(`a timeline is {"events": […]}`, "it has no list of events")
	}
	t := timeline{builder: b}
	if top["title"] != nil {
		if o := b.decode(top["title"]); o != nil {
			t.title(o)
		}
	}
	b.eachObject(top["events"], func(o object) { t.slide(o, false) })
	b.eachObject(top["eras"], func(o object) { t.slide(o, true) })
	for _, name := range []string{"title", "events", "eras", "scale"} {
		delete(top, name)
	}
	for range top {
		b.lost.add("member of the timeline other than its events")
	}
	return nil
}

// timeline reads one timeline. own says that this program wrote it.
type timeline struct {
	*builder
	own bool
}

func (t *timeline) title(o object) {
	id := o.text("unique_id")
	text := o.object("text")
	headline := t.words(text.text("headline"))
	body := text.text("text")
	media := o.object("media")
	o.drop("start_date", "end_date", "autolink", "group")
	t.own = strings.HasPrefix(id, ownTimeline)
	if t.isEmpty() {
		t.setTitle(headline)
		if t.own {
			t.ownHead(id, body)
		} else {
			t.made.BottomLine = t.prose(body)
			body = ""
		}
	}
	if body != "" {
		t.lost.add("text of the title slide")
	}
	if !isEmpty(media) {
		t.media(media)
	}
	t.loseRest("title slide", o)
}

func (t *timeline) slide(o object, era bool) {
	text := o.object("text")
	e := briefing.Event{ID: o.text("unique_id"), Title: t.words(text.text("headline"))}
	if !isID(e.ID) {
		e.ID = ""
	}
	start, end := t.point(o.object("start_date")), t.point(o.object("end_date"))
	said := cmp.Or(t.words(o.text("display_date")), start.display)
	var lost string
	if e.When, lost = timelineWhen(start, end, said); lost != "" {
		t.lost.add(lost)
	}
	if e.When.Date.IsZero() {
		return
	}
	if group := t.words(o.text("group")); group != "" {
		e.Tags = []string{group}
	}
	if era {
		e.Tags = append(e.Tags, "era")
	}
	body := text.text("text")
	if t.own {
		t.ownTitle(&e)
		body = t.ownFacts(&e, body)
	}
	e.Summary = t.prose(body)
	media := o.object("media")
	o.drop("autolink")
	t.loseRest("slide", o)
	if e.Title == "" { // TimelineJS shows such a slide too
		if e.Title = clean.Short(clean.Line(e.Summary)); e.Title == e.Summary {
			e.Summary = ""
		}
	}
	if !t.entry(e.Title, e.When.Date) {
		return
	}
	if !isEmpty(media) {
		if evidence, ok := t.media(media); ok {
			e.Evidence = append(e.Evidence, evidence)
		}
	}
	t.event(e)
}

// words returns the words of HTML on one line.
func (b *builder) words(s string) string {
	return clean.Line(strings.ReplaceAll(b.prose(s), "\n\n", " "))
}

// prose returns the words of HTML in paragraphs. Links are lost.
func (b *builder) prose(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return plainProse(strings.Join(strings.Fields(s), " "))
	}
	words, err := textOfHTML(s)
	if err != nil {
		b.lost.add("text in HTML that cannot be read")
	}
	b.lost.addTimes("address of a link in a text", len(linkStart().FindAllString(s, -1)))
	return plainProse(words)
}

// linkStart matches the beginning of a link in HTML.
var linkStart = pattern(`(?i)<a\s`)

// plainProse returns a text without references.
func plainProse(s string) string { return strings.ReplaceAll(clean.Text(s), "[[", "[ [") }

// embedded matches the address of a frame.
var embedded = pattern(`(?i)^<iframe\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)`)

// media adds the media of a slide as a source. A quotation in place of an
// address becomes a source with that text.
func (t *timeline) media(o object) (briefing.Evidence, bool) {
	address, caption, alt := o.text("url"), t.words(o.text("caption")), t.words(o.text("alt"))
	s := briefing.Source{Title: cmp.Or(caption, alt)}
	s.Publication.Credit = t.words(o.text("credit"))
	if alt != "" && caption != "" && alt != caption {
		t.lost.add("media alt")
	}
	t.loseRest("media", o)
	var evidence briefing.Evidence
	if frame := embedded().FindStringSubmatch(address); frame != nil {
		address = frame[1]
	}
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	switch {
	case strings.HasPrefix(address, "<blockquote"):
		quote, cite := splitCite(address)
		s.Text = t.prose(quote)
		s.Title = cmp.Or(s.Title, t.words(cite), clean.Short(clean.Line(s.Text)))
		s.Kind = "document"
		evidence.Quote = s.Text
	case strings.HasPrefix(address, "<"):
		t.lost.add("media that is HTML")
		return evidence, false
	case address == "":
		t.lost.addTimes("caption or credit without media", min(1, len(s.Title)+len(s.Publication.Credit)))
		return evidence, false
	default:
		s.Kind = mediaKind(address)
		s.Publication.URL = address
		s.Title = cmp.Or(s.Title, clean.Line(address))
	}
	evidence.Source, _ = t.source(s)
	return evidence, true
}

// splitCite separates a quotation in HTML from its origin.
func splitCite(s string) (quote, cite string) {
	at := strings.Index(s, "<cite")
	if at < 0 {
		return s, ""
	}
	return s[:at], s[at:]
}

// mediaKind returns the kind of source as which TimelineJS shows an address.
func mediaKind(address string) briefing.SourceKind {
	u, err := url.Parse(address)
	if err != nil {
		return "webpage"
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp":
		return "image"
	case ".mp4", ".webm", ".mov":
		return "video"
	case ".mp3", ".m4a", ".wav", ".ogg":
		return "audio"
	case ".pdf":
		return "document"
	}
	switch host {
	case "youtube.com", "m.youtube.com", "youtu.be", "vimeo.com", "player.vimeo.com", "dailymotion.com":
		return "video"
	case "soundcloud.com", "open.spotify.com":
		return "audio"
	case "flickr.com", "imgur.com", "instagram.com":
		return "image"
	case "twitter.com", "x.com":
		return "post"
	}
	return "webpage"
}
