//go:build unix

package file

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// TestNothingIsWaitedFor puts something else in the place of a file after it has
// been looked at: a pipe that somebody writes to could be waited for without end.
func TestNothingIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "b.yaml")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	must(err)
	defer func() { must(root.Close()) }()
	for kind, put := range map[string]func() error{
		"a pipe":       func() error { return syscall.Mkfifo(path, 0o600) },
		"a folder":     func() error { return os.Mkdir(path, 0o700) },
		"a terminal":   func() error { return os.Symlink("/dev/tty", path) },
		"a device":     func() error { return os.Symlink("/dev/zero", path) },
		"a link":       func() error { return os.Symlink(path, path) },
		"nothing":      func() error { return nil },
		"a large file": func() error { return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, MaxFile+1)) },
	} {
		for where, disk := range map[string]fileSystem{"everywhere": disk, "in a folder": {root.Stat, root.OpenFile}} {
			t.Run(kind+" "+where, func(t *testing.T) {
				name := path
				if where != "everywhere" {
					name = filepath.Base(path)
				}
				open := disk.open
				disk.open = func(name string, flags int, mode fs.FileMode) (*os.File, error) {
					must(os.Remove(path))
					must(put())
					if writer, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK|syscall.O_NOCTTY, 0); err == nil && kind == "a pipe" {
						t.Cleanup(func() { must(writer.Close()) })
					}
					return open(name, flags, mode)
				}
				must(os.WriteFile(path, []byte(head), 0o600))
				if text, err := disk.read(name, MaxFile); err == nil {
					t.Errorf("it reads %q", text)
				}
				must(os.RemoveAll(path))
				must(os.WriteFile(path, []byte(head), 0o600))
				start, _, err := disk.readStart(name, sniffed)
				if err == nil && kind != "a large file" || len(start) > sniffed {
					t.Errorf("it starts with %d bytes", len(start))
				}
				must(os.RemoveAll(path))
			})
		}
	}
}

// TestOnlyFilesAreRead names in every way something that is no file.
func TestOnlyFilesAreRead(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(at("folder.yaml"), 0o700))
	must(syscall.Mkfifo(at("pipe.yaml"), 0o600))
	writer, err := os.OpenFile(at("pipe.yaml"), os.O_RDWR|syscall.O_NONBLOCK, 0)
	must(err)
	defer func() { must(writer.Close()) }()
	t.Chdir(dir) // the path of a socket is short
	socket, err := net.Listen("unix", "socket.yaml")
	must(err)
	defer func() { must(socket.Close()) }()
	must(os.Symlink("/dev/tty", at("terminal.yaml")))
	must(os.Symlink("/dev/zero", at("device.yaml")))
	must(os.Symlink("pipe.yaml", at("link.yaml")))
	names := []string{"device.yaml", "link.yaml", "pipe.yaml", "socket.yaml", "terminal.yaml"}

	if got := briefingsIn(t, dir); !slices.Equal(got, names) {
		t.Fatalf("the folder has %v", got)
	}
	for _, name := range append(names, "folder.yaml") {
		if _, err := Load(at(name)); err == nil {
			t.Errorf("%s is a briefing", name)
		}
		if _, err := LoadTree(at(name)); err == nil {
			t.Errorf("%s is settings", name)
		}
		must(os.WriteFile(at("b.yaml"), []byte(head+"sources: [{id: s, title: S, kind: post, text_file: "+name+"}]\n"), 0o600))
		doc, err := Load(at("b.yaml"))
		must(err)
		if len(doc.Problems) != 1 {
			t.Errorf("%s is a text: %v", name, doc.Problems)
		}
	}
}
