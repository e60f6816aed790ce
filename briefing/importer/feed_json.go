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
	Authors  jsontext.Value `json:"authors"`
	Items    jsontext.Value `json:"items"`
}

type jsonPerson struct {
	Name string `json:"name"`
}

type jsonFeedItem struct {
	ID          jsontext.Value `json:"id"` // some programs write a number
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

func (f *feed) readJSON(text string) (err error) {
	var in jsonFeed
	if err := unmarshalFeed([]byte(text), &in); err != nil {
		return err
	}
	var authors []jsonPerson
	if in.Authors != nil && len(in.Authors) <= maxItemBytes {
		if err := unmarshalFeed(in.Authors, &authors); err != nil {
			return err
		}
	}
	f.title, f.language, f.authors = oneLine(in.Title), in.Language, names(authors, in.Author)
	elements(in.Items, func(item jsontext.Value) bool {
		err = f.readItem(item)
		return err == nil
	})
	return err
}

// readItem adds an item. Items are read one by one, since each takes far more
// memory than its bytes.
func (f *feed) readItem(data jsontext.Value) error {
	if len(f.entries) == maxEntries {
		return tooMany()
	}
	if len(data) > maxItemBytes {
		return unfit("", "an item of more than %d MB", maxItemBytes>>20)
	}
	var item jsonFeedItem
	if err := unmarshalFeed(data, &item); err != nil {
		return err
	}
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
	e.content = cmp.Or(text, strings.TrimSpace(item.Text))
	f.entries = append(f.entries, e)
	return err
}

func unmarshalFeed(data []byte, to any) error {
	if err := json.Unmarshal(data, to, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)); err != nil {
		return unfit("save the feed again", "the JSON Feed cannot be read: %v", err)
	}
	return nil
}

// names returns the names of several persons, or that of the single one in
// version 1.
func names(several []jsonPerson, one jsonPerson) (out distinct) {
	for _, p := range append(several, one) {
		out.add(p.Name)
	}
	return out
}
