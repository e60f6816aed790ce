package tui

import (
	"strings"
	"testing"

	"sitrep/ui/tui/tuitest"
)

// TestScripts runs the scripts of testdata, see [tuitest.Script]. The files below
// reports/ in a script are those of the folder. There is one more step:
//
//	save NAME          the file of the folder is saved with what the script has under
//	                   that name
func TestScripts(t *testing.T) {
	tuitest.RunScripts(t, *update, func(s *tuitest.Script) (func() *tuitest.Driver, map[string]tuitest.Step) {
		texts := map[string]string{}
		for _, f := range s.Archive.Files {
			if name, in := strings.CutPrefix(f.Name, "reports/"); in {
				texts[name] = string(f.Data)
			}
		}
		folder := tuitest.NewFolder(s.T, texts)
		return func() *tuitest.Driver { return openFolder(s.T, folder, s.W, s.H).Driver },
			map[string]tuitest.Step{"save": func(args []string, _ string) { folder.Write(args[0], string(s.File(args[0]).Data)) }}
	})
}
