package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSaveFromReader tests that new files are written, existing ones replaced
// only on request, and errors have a hint.
func TestSaveFromReader(t *testing.T) {
	folder := t.TempDir()
	text := func(text string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	for _, name := range []string{"a.txt", "-o", "$(id);x", "a\nb", "日本.txt"} {
		path := filepath.Join(folder, name)
		must(t, saveFromReader(path, false, text("one")))
		if err := saveFromReader(path, false, text("two")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%q is there, and the error is %v", name, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != "one" {
			t.Errorf("%q holds %q, %v", name, got, err)
		}
		broken := errors.New("broken")
		if err := saveFromReader(path, true, func(w io.Writer) error { return errors.Join(text("ha")(w), broken) }); !errors.Is(err, broken) {
			t.Errorf("the error is %v", err)
		}
		must(t, saveFromReader(path, true, text("three")))
		if got, err := os.ReadFile(path); err != nil || string(got) != "three" {
			t.Errorf("%q holds %q, %v", name, got, err)
		}
		must(t, os.Remove(path))
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "none", "x.txt"): "make its folder first",
		folder:                                 "is not a regular file",
		os.DevNull:                             "is not a regular file",
	} {
		if err := saveFromReader(path, true, text("x")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %q", path, err, want)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}

func TestSaveFromReaderIntoReadOnlyFolder(t *testing.T) {
	folder := t.TempDir()
	must(t, os.Chmod(folder, 0o500))
	probe := filepath.Join(folder, "probe")
	if os.WriteFile(probe, nil, 0o600) == nil {
		t.Skip("permissions do not hold for who runs this")
	}
	err := saveFromReader(filepath.Join(folder, "x.txt"), false, func(io.Writer) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "choose a folder that you may write to") {
		t.Errorf("the error is %v", err)
	}
}
