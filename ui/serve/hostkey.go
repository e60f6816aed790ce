package serve

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/crypto/ssh"

	"sitrep/briefing/file"
)

// Modes of what only the server may read.
const (
	privateFile   = 0o600
	privateFolder = 0o700
	othersMay     = 0o077
)

// hostKey returns the key in a file, or makes it. made reports whether it has. A file
// that is there is never written.
func hostKey(path string) (key ssh.Signer, made bool, err error) {
	key, err = readHostKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return key, false, err
	}
	if err = makeHostKey(path); err != nil && !errors.Is(err, fs.ErrExist) { // another server may have made it
		return nil, false, fmt.Errorf("making the key of the server: %w", err)
	}
	key, err = readHostKey(path)
	return key, err == nil, err
}

func readHostKey(path string) (ssh.Signer, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if isUnix && info.Mode().Perm()&othersMay != 0 {
		return nil, fmt.Errorf("%s: others can read the key of the server; chmod 600 takes that from them", path)
	}
	text, err := file.ReadBytes(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	key, err := ssh.ParsePrivateKey(text)
	if err != nil {
		return nil, fmt.Errorf("%s is no key for a server, without a passphrase: %w", path, err)
	}
	return key, nil
}

func makeHostKey(path string) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := ssh.MarshalPrivateKey(private, "sitrep serve")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), privateFolder); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, privateFile)
	if err != nil {
		return err
	}
	_, err = f.Write(pem.EncodeToMemory(block))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path)) // it is a partial file of ours
	}
	return nil
}
