package cli

import (
	"io"

	"sitrep/data/notebook"
	"sitrep/ui/settings"
)

// noNotebookFlag is the option that keeps no notebook.
const noNotebookFlag = "no-notebook"

// onlyForUserMode is the permission of files that nobody else may read.
const onlyForUserMode = 0o600

// notebooks returns where the notebooks of briefings are kept. It returns nil if that is
// off, or if the user has no folder for it.
func notebooks(chosen *settings.Settings) *notebook.Store {
	path, err := notebook.DefaultFolder()
	if !chosen.Notebook.Value || err != nil {
		return nil
	}
	versions, err := notebook.DefaultVersions()
	if err != nil {
		versions = ""
	}
	return &notebook.Store{Folder: notebook.Folder{Path: path, Versions: versions, Write: saveForUser}}
}

// saveForUser is save for the reader, and for a file that nobody else may read.
func saveForUser(path string, write func(io.Writer) error) error {
	return saveUntil(leaveToReader, path, onlyForUserMode, write)
}
