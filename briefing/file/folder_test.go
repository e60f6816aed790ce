package file

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSeemsBriefing(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.yaml":        head,
		"b.yml":         "# a comment\n\n\"format\" : 'briefing/1'\n",
		"c.json":        `{"id":"c","format":"briefing/1"}`,
		"broken.yaml":   head + "actors: [",
		"later.yaml":    "format: briefing/2\n",
		"D.YAML":        "\ufeffformat: briefing/1\r\n",
		"other.yaml":    "version: 3\nservices: {}\n",
		"mentions.yaml": "text: the format briefing/1 is described elsewhere\n",
		"platform.yaml": "platform: briefing/1\n",
		"remark.yaml":   "# format briefing/1\nversion: 3\n",
		"other.json":    `{"format": "briefly", "version": 3}`,
		"z-colon.yaml":  "# mine\n\nformat briefing/1\nid: a\n",
		"z-swap.yaml":   "fromat: briefing/1\nid: a\n",
		"z-list.yaml":   "format: [briefing/1\n",
		"z-value.yml":   "format: brifing/1\n",
		"z-json.json":   `{"format" "briefing/1", "id": "z"}`,
		"z-utf16.yaml":  "\xff\xfef\x00o\x00r\x00m\x00a\x00t\x00:\x00 \x00b\x00r\x00i\x00e\x00f\x00i\x00n\x00g\x00/\x001\x00\n\x00",
		"package.json":  `{"name":"x"}`,
		"notes.txt":     head,
		"empty.yaml":    "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	below := filepath.Join(dir, "folder.yaml")
	if err := os.Mkdir(below, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(below, "e.yaml"), []byte(head), 0o644); err != nil {
		t.Fatal(err)
	}
	want := []string{"D.YAML", "a.yaml", "b.yml", "broken.yaml", "c.json", "later.yaml"}
	if err := os.Symlink("nowhere", filepath.Join(dir, "link.yaml")); err == nil {
		want = append(want, "link.yaml") // it cannot be asked what it is
	}
	want = append(want, "z-colon.yaml", "z-json.json", "z-list.yaml", "z-swap.yaml", "z-utf16.yaml", "z-value.yml")
	if err := os.Symlink("folder.yaml", filepath.Join(dir, "folder2.yaml")); err != nil {
		t.Log(err)
	}
	if got := briefingsIn(t, dir); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// briefingsIn returns the files of a folder that are called as briefings can be, and
// that seem to be some or cannot be read.
func briefingsIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		seems, err := SeemsBriefing(filepath.Join(dir, e.Name()))
		if IsCalledBriefing(e.Name()) && (seems || err != nil) {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestHighestListed(t *testing.T) {
	list := []FolderEntry{
		{Read: true, TLP: "GREEN"}, {}, {Read: true, TLP: "AMBER+STRICT"}, {Read: true, TLP: "CLEAR"}, {Read: true, Why: "gone", TLP: "RED"},
	}
	if got := HighestListed(list); got != "AMBER+STRICT" {
		t.Errorf("%q", got)
	}
	for _, list := range [][]FolderEntry{{}, {{}, {}}, {{Read: true}, {Read: true, TLP: "CLEAR"}}} {
		if got := HighestListed(list); got != "" {
			t.Errorf("%q", got)
		}
	}
	if got := HighestListed(append(list, FolderEntry{Read: true, TLP: "?"})); got != "?" {
		t.Errorf("%q", got)
	}
}
