package file

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

func TestFolder(t *testing.T) {
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
	files, more, err := ListFolder(dir)
	if err != nil || more != 0 {
		t.Fatal(more, err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if _, _, err := ListFolder(filepath.Join(dir, "missing")); !os.IsNotExist(err) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestFolderWithMany(t *testing.T) {
	dir := t.TempDir()
	for i := range maxListed + 3 {
		name := filepath.Join(dir, strconv.Itoa(i)+".yaml")
		if err := os.WriteFile(name, []byte(head), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, more, err := ListFolder(dir)
	if err != nil || len(files) != maxListed || more != 3 {
		t.Errorf("%d files and %d more, %v", len(files), more, err)
	}
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
