package cli

import (
	"io"
	"path/filepath"

	"sitrep/data/notebook"
	"sitrep/ui/settings"
)

// noNotebookFlag is the option that keeps no notebook.
const noNotebookFlag = "no-notebook"

// onlyForUserMode is the permission of files that nobody else may read.
const onlyForUserMode = 0o600

// notebooksFlag is the option that names another folder for notebooks.
const notebooksFlag = "notebooks"

// notebooks returns where the notebooks of briefings are kept: in a folder or, if that
// is "", in that of the user. It returns nil if that is off, or if the user has no folder
// for it.
func notebooks(chosen *settings.Settings, folder string) *notebook.Store {
	path, err := notebook.DefaultFolder()
	versions, noVersions := notebook.DefaultVersions()
	if folder != "" {
		path, versions, err, noVersions = filepath.Join(folder, "notebook"), filepath.Join(folder, "read"), nil, nil
	}
	if !chosen.Notebook.Value || err != nil {
		return nil
	}
	if noVersions != nil {
		versions = ""
	}
	return &notebook.Store{Folder: notebook.Folder{Path: path, Versions: versions, Write: saveForUser}}
}

// saveForUser is save for a file that nobody else may read. It goes on after a signal,
// at which the reader keeps what is not yet in a notebook, and waits for it.
func saveForUser(path string, write func(io.Writer) error) error {
	return saveUntil(nil, path, onlyForUserMode, write)
}
