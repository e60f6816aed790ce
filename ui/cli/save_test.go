package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestSaveIsWholeOrNotAtAll tests that a write that fails in the middle leaves
// the old file unchanged, and no other file.
func TestSaveIsWholeOrNotAtAll(t *testing.T) {
	const old, half, whole = "old\n", "half", "whole\n"
	for _, existing := range []bool{false, true} {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.txt")
		if existing {
			if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		broken := errors.New("broken")
		err := save(path, func(w io.Writer) error {
			_, err := io.WriteString(w, half)
			return errors.Join(err, broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("the error is %v", err)
		}
		wantFiles(t, dir, path, existing, old)
		err = save(path, func(w io.Writer) error {
			_, err := io.WriteString(w, whole)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		wantFiles(t, dir, path, true, whole)
	}
}

// TestSaveKeepsPermissions tests that a file keeps its permissions, and that
// the temporary file has no more of them.
func TestSaveKeepsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are not those of Unix")
	}
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o444, 0o666} {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.txt")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		err := save(path, func(io.Writer) error {
			entries, err := os.ReadDir(dir)
			for _, e := range entries {
				info, err := e.Info()
				if err != nil || info.Mode().Perm()&^mode != 0 {
					t.Errorf("%s is %v while a file of mode %v is written: %v", e.Name(), info.Mode(), mode, err)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("a file of mode %v is left with %v, %v", mode, info.Mode(), err)
		}
	}
}

// wantFiles tests that a folder has one file with the given text, or none.
func wantFiles(t *testing.T, dir, path string, there bool, text string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !there {
		if len(entries) != 0 {
			t.Errorf("left behind: %v", entries)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil || string(data) != text || len(entries) != 1 {
		t.Errorf("%q, %v, among %v", data, err, entries)
	}
}
