package importer

import (
	"fmt"
	"strings"
)

// shape is a kind of large file as programs write it: any number of items
// between a beginning and an end.
type shape struct {
	name, format    string
	begin, sep, end string
	item            func(n int) string
}

// statement is 203 bytes of prose.
const statement = "The harbour office says that the bridge stays closed until the pylons have been looked at by divers, and that ferries run twice an hour; the council wants to hear of it on Monday, when it meets again."

// uuid returns a different UUID for every n.
func uuid(n int) string { return fmt.Sprintf("%08x-86b7-4a3e-8f8a-%012x", n*2654435761&0xffffffff, n) }

// shapes are the files. Their contents are invented.
var shapes = []shape{
	{"stix-actors.json", "stix", `{"type":"bundle","id":"bundle--cf20f99b-3ed2-4a9f-b4f1-d660a7fc8241","objects":[`, ",\n", "]}", func(n int) string {
		return fmt.Sprintf(`{"type":"threat-actor","spec_version":"2.1","id":"threat-actor--%s","created":"2025-05-15T09:12:16.432Z","modified":"2025-05-15T09:12:16.432Z",`+
			`"name":"Harbour group %d","description":"%s","threat_actor_types":["nation-state","spy"],"roles":["malware-author","agent"],"resource_level":"government","aliases":["Grey Tern %d","Night Ferry %d"],"primary_motivation":"organizational-gain"}`, uuid(n), n, statement, n, n)
	}},
	{"stix-graph.json", "stix", `{"type":"bundle","id":"bundle--cf20f99b-3ed2-4a9f-b4f1-d660a7fc8241","objects":[`, ",\n", "]}", func(n int) string {
		const often = `"spec_version":"2.1","created":"2025-05-15T09:12:16.432Z","modified":"2025-05-15T09:12:16.432Z",`
		switch n % 10 {
		case 0:
			return fmt.Sprintf(`{"type":"threat-actor","id":"threat-actor--%s",%s"name":"Harbour group %d","description":"%s","aliases":["Grey Tern %d"]}`, uuid(n), often, n, statement, n)
		case 1:
			return fmt.Sprintf(`{"type":"campaign","id":"campaign--%s",%s"name":"Harbour campaign %d","first_seen":"2025-04-01T00:00:00Z","last_seen":"2025-04-11T00:00:00Z","description":"%s"}`, uuid(n), often, n, statement)
		case 2:
			return fmt.Sprintf(`{"type":"report","id":"report--%s",%s"name":"Report on harbours %d","published":"2025-05-01T00:00:00Z","object_refs":["threat-actor--%s","campaign--%s"],"description":"%s","external_references":[{"source_name":"courier","url":"https://courier.example/%d"}]}`,
				uuid(n), often, n, uuid(n-2), uuid(n-1), statement, n)
		case 3:
			return fmt.Sprintf(`{"type":"note","id":"note--%s",%s"content":"Note %d: %s","object_refs":["campaign--%s"],"created_by_ref":"threat-actor--%s"}`, uuid(n), often, n, statement, uuid(n-2), uuid(n-3))
		case 4, 5:
			return fmt.Sprintf(`{"type":"relationship","id":"relationship--%s",%s"relationship_type":"attributed-to","source_ref":"campaign--%s","target_ref":"threat-actor--%s"}`, uuid(n), often, uuid(n-n%10+1), uuid(n-n%10))
		default:
			return fmt.Sprintf(`{"type":"indicator","id":"indicator--%s",%s"pattern_type":"stix","name":"Hop point %d","pattern":"[ipv4-addr:value = '198.51.100.%d']","indicator_types":["malicious-activity"],"valid_from":"2025-05-15T09:12:16.432678Z","kill_chain_phases":[{"kill_chain_name":"lifecycle-model","phase_name":"establish-foothold"}]}`, uuid(n), often, n, n%256)
		}
	}},
	{"misp.json", "misp", `{"Event":{"info":"Harbours","date":"2025-05-15","uuid":"57c444c0-8004-48fa-9c33-8aca950d210f","publish_timestamp":"1747548231","Orgc":{"name":"Harbour CERT","uuid":"55f6ea5e-2c60-40e5-964f-47a8950d210f"},"Attribute":[`, ", ", "]}}", func(n int) string {
		kind, value := "sha256", fmt.Sprintf("%064x", n)
		switch n % 4 {
		case 0:
			kind, value = "link", fmt.Sprintf("https://courier.example/harbour/%d/analysis", n)
		case 1:
			kind, value = "text", statement
		}
		return fmt.Sprintf(`{"category":"External analysis","comment":"Imported by hand %d","uuid":"%s","timestamp":"1747540684","to_ids":false,"value":"%s","type":"%s"}`, n, uuid(n), value, kind)
	}},
	{"csl.json", "csl-json", "[\n", ",\n", "]", func(n int) string {
		return fmt.Sprintf(`	{"id":"http://zotero.org/groups/4711/items/AB%06X","type":"article-newspaper","abstract":"%s","container-title":"The Courier","language":"en","title":"Harbour closed for the day %d","URL":"https://courier.example/%d","DOI":"10.5555/%d",`+
			`"author":[{"family":"Quay","given":"Jo"},{"family":"Ode","given":"Mira"}],"accessed":{"date-parts":[["2025",6,2]]},"issued":{"date-parts":[["2025",6,1]]}}`, n, statement, n, n, n)
	}},
	{"references.ris", "ris", "", "", "", func(n int) string {
		return fmt.Sprintf("TY  - NEWS\nTI  - Harbour closed for the day %d\nAU  - Quay, Jo\nAU  - Ode, Mira\nT2  - The Courier\nAB  - %s\nDA  - 2025/06/01/\nPY  - 2025\nDO  - 10.5555/%d\nLA  - en\nUR  - https://courier.example/%d\nKW  - harbours\nKW  - bridges\nER  - \n\n", n, statement, n, n)
	}},
	{"events.csv", "csv", "id,title,when,end,place,country,actors,sources,summary,tags\n", "", "", func(n int) string {
		return fmt.Sprintf("e%d,Harbour closed for the day %d,2025-06-%02d,,Tern Bay,NO,\"Harbour office, Council %d\",https://courier.example/%d,%q,\"harbours, bridges\"\n", n, n, n%28+1, n%500, n, statement)
	}},
	{"annotations.json", "annotations", `{"total":5,"rows":[`, ",\n", "]}", func(n int) string {
		return fmt.Sprintf(`{"id":"r%d","created":"2025-05-17T08:00:00.000000+00:00","updated":"2025-05-17T08:00:00.000000+00:00","user":"acct:jo@hypothes.is","uri":"https://courier.example/harbour/%d","text":"I doubt it, %d times.","tags":["boats","fleet"],"group":"__world__","permissions":{"read":["group:__world__"]},`+
			`"target":[{"source":"https://courier.example/harbour/%d","selector":[{"type":"RangeSelector","endOffset":108,"startOffset":0,"endContainer":"/div[1]/p[7]","startContainer":"/div[1]/p[7]"},{"end":%d,"type":"TextPositionSelector","start":%d},{"type":"TextQuoteSelector","exact":"The words %d: %s","prefix":"and then ","suffix":" after which"}]}],"document":{"title":["Harbour closed %d"]}}`, n, n/20, n, n/20, n*300+200, n*300, n, statement, n/20)
	}},
	{"mails.mbox", "mail", "", "", "", func(n int) string {
		return fmt.Sprintf("From jo@courier.example Tue Jun 11 08:01:10 2024\nFrom: Jo Quay <jo@courier.example>\nTo: mira@courier.example\nDate: Tue, 11 Jun 2024 08:01:10 +0200\nMessage-ID: <%d@courier.example>\nSubject: Harbour closed for the day %d\nContent-Type: text/plain; charset=utf-8\n\nDear Mira,\n\n%s\n%s\n\nJo\n\n", n, n, statement, statement)
	}},
	{"feed.xml", "feed", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Courier</title>", "\n", "</channel></rss>", func(n int) string {
		return fmt.Sprintf("<item><title>Harbour closed for the day %d</title><guid>courier:%d</guid><link>https://courier.example/%d</link><pubDate>Tue, 11 Jun 2024 10:00:00 GMT</pubDate><category>harbours</category><description>%s</description></item>",
			n, n, n, strings.Repeat("&lt;p&gt;"+statement+"&lt;/p&gt;", 3))
	}},
	{"feed.json", "feed", `{"version":"https://jsonfeed.org/version/1.1","title":"The Courier","items":[`, ",\n", "]}", func(n int) string {
		return fmt.Sprintf(`{"id":"courier:%d","url":"https://courier.example/%d","title":"Harbour closed for the day %d","content_html":"%s","date_published":"2024-06-11T10:00:00Z","tags":["harbours"]}`, n, n, n, strings.Repeat("<p>"+statement+"</p>", 3))
	}},
	{"timeline.json", "timelinejs", `{"title":{"text":{"headline":"Harbours"}},"events":[`, ",\n", "]}", func(n int) string {
		return fmt.Sprintf(`{"media":{"url":"https://courier.example/%d.jpg","caption":"Harbour %d","credit":"The Courier"},"start_date":{"month":"6","day":"%d","year":"2025"},"text":{"headline":"Harbour closed for the day %d","text":"<p>%s</p>"}}`, n, n, n%28+1, n, statement)
	}},
	{"calendar.ics", "ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Courier//EN\r\n", "", "END:VCALENDAR\r\n", func(n int) string {
		return fmt.Sprintf("BEGIN:VEVENT\r\nUID:%d@courier.example\r\nDTSTAMP:20250601T080000Z\r\nDTSTART;VALUE=DATE:202506%02d\r\nSUMMARY:Harbour closed for the day %d\r\nLOCATION:Tern Bay\r\nDESCRIPTION:%s\r\nEND:VEVENT\r\n", n, n%28+1, n, strings.ReplaceAll(strings.ReplaceAll(statement, ";", "\\;"), ",", "\\,"))
	}},
	{"briefing.yaml", "briefing", "format: briefing/1\nid: harbours\ntitle: Harbours\nas_of: 2025-06-30\nsources:\n", "", "", func(n int) string {
		return fmt.Sprintf("  - id: s%d\n    title: Harbour closed for the day %d\n    kind: article\n    published: 2025-06-01\n    publisher: The Courier\n    url: https://courier.example/%d\n    text: |\n      %s\n      %s\n", n, n, n, statement, statement)
	}},
}

// file returns a file of the given size in bytes, or somewhat less.
func (s *shape) file(size int) string {
	var out strings.Builder
	out.Grow(size)
	out.WriteString(s.begin)
	for n := 0; ; n++ {
		item := s.item(n)
		if n > 0 {
			item = s.sep + item
		}
		if out.Len()+len(item)+len(s.end) > size {
			return out.String() + s.end
		}
		out.WriteString(item)
	}
}
