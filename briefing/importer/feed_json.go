package importer

import (
	"cmp"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// jsonFeed is a JSON Feed, of version 1 or 1.1.
type jsonFeed struct {
	Title    string         `json:"title"`
	Language string         `json:"language"`
	Author   jsonPerson     `json:"author"`
	Authors  []jsonPerson   `json:"authors"`
	Items    []jsonFeedItem `json:"items"`
}

type jsonPerson struct {
	Name string `json:"name"`
}

type jsonFeedItem struct {
	ID          jsontext.Value `json:"id"` // some write a number
	URL         string         `json:"url"`
	Title       string         `json:"title"`
	HTML        string         `json:"content_html"`
	Text        string         `json:"content_text"`
	Summary     string         `json:"summary"`
	Published   string         `json:"date_published"`
	Modified    string         `json:"date_modified"`
	Language    string         `json:"language"`
	Author      jsonPerson     `json:"author"`
	Authors     []jsonPerson   `json:"authors"`
	Tags        []string       `json:"tags"`
	Attachments []any          `json:"attachments"`
}

func (f *feed) readJSON(text string) error {
	var in jsonFeed
	if err := json.Unmarshal([]byte(text), &in, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)); err != nil {
		return unfit("save the feed again", "the JSON Feed cannot be read: %v", err)
	}
	f.title, f.language, f.authors = oneLine(in.Title), in.Language, names(in.Authors, in.Author)
	for _, item := range in.Items {
		e := feedEntry{title: item.Title, address: item.URL, published: item.Published, updated: item.Modified, language: item.Language,
			summary: strings.TrimSpace(item.Summary), authors: names(item.Authors, item.Author), enclosures: len(item.Attachments)}
		for _, tag := range item.Tags {
			e.tags.add(tag)
		}
		e.guid = string(item.ID)
		if unquoted, err := jsontext.AppendUnquote(nil, item.ID); err == nil {
			e.guid = string(unquoted)
		}
		text, err := textOfHTML(item.HTML)
		if err != nil {
			return err
		}
		e.content = cmp.Or(text, strings.TrimSpace(item.Text))
		f.entries = append(f.entries, e)
	}
	return nil
}

// names returns the names of several persons, or that of the one that version 1 has.
func names(several []jsonPerson, one jsonPerson) (out distinct) {
	for _, p := range append(several, one) {
		out.add(p.Name)
	}
	return out
}
