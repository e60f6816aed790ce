package file

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"sitrep/briefing/sample"
)

// TestTextsAreShared reads a briefing twice: the texts of the second one are those of
// the first.
func TestTextsAreShared(t *testing.T) {
	data := sample.JSON(100)
	for name, text := range map[string][]byte{"b.json": data, "b.yaml": sample.FromJSON(data)} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		alone, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		var texts Texts
		var docs [2]*Document
		for i := range docs {
			if docs[i], err = texts.Load(path); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(docs[i], alone) {
				t.Errorf("%s is read otherwise", name)
			}
		}
		for i := range docs[0].Briefing.Sources {
			one, other := docs[0].Briefing.Sources[i].Text, docs[1].Briefing.Sources[i].Text
			if unsafe.StringData(one) != unsafe.StringData(other) {
				t.Fatalf("%s: the text of source %d is there twice", name, i)
			}
		}
	}
}

// TestTextsAreNotOfTheFile reads a short briefing in a large file, the bytes of which
// are free afterwards.
func TestTextsAreNotOfTheFile(t *testing.T) {
	const size = 32 << 20
	data := sample.NewEveryKey(t, WriteSchema).File()
	for form, text := range map[string]string{
		"JSON": strings.TrimSuffix(strings.TrimSpace(string(data)), "}") + strings.Repeat(" ", size) + "}",
		"YAML": string(sample.FromJSON(data)) + "\n# " + strings.Repeat(strings.Repeat("x", 99)+"\n# ", size/102) + "\n",
	} {
		before := inUse()
		var texts Texts
		doc, err := texts.Read(strings.NewReader(text), form)
		if err != nil {
			t.Fatal(form, err)
		}
		if kept := inUse() - before; kept > size/2 {
			t.Errorf("%s: a short briefing keeps %d bytes", form, kept)
		}
		runtime.KeepAlive(doc)
		runtime.KeepAlive(text)
	}
}

// inUse returns the bytes of the heap that are in use.
func inUse() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
