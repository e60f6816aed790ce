package cli

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/briefing"
	"sitrep/briefing/clean"
	"sitrep/briefing/file"
	"sitrep/briefing/fold"
	"sitrep/data/desk"
	"sitrep/data/library"
	"sitrep/data/notebook"
	"sitrep/ui/settings"
)

// A desk is named desk:NAME wherever a folder can be named, the newest version of a
// briefing on it desk:NAME/ID, and one version desk:NAME/ID@REVISION. A file or folder
// that is really called so is reached as ./desk:NAME.
const deskPrefix = "desk:"

func isDesk(arg string) bool { return strings.HasPrefix(arg, deskPrefix) }

// splitDesk returns the name of a desk, and that of a briefing on it or "".
func splitDesk(arg string) (name, version string) {
	name = strings.TrimPrefix(arg, deskPrefix)
	if at := strings.IndexAny(name, `/\`); at >= 0 {
		name, version = name[:at], name[at+1:]
	}
	return name, version
}

// located says where something is that an argument names.
type located struct {
	path string       // on the disk
	name string       // what it is called: the argument
	desk *desk.Config // nil if it is not on a desk
}

// locate returns where a file or folder is. What was received from a desk is in a
// folder, which is brought up to date first if the desk answers soon.
func locate(s Streams, arg string) (located, error) {
	if !isDesk(arg) {
		return located{path: arg, name: arg}, nil
	}
	name, version := splitDesk(arg)
	c, err := findDesk(s, name)
	if err == nil {
		err = makeForUser(c.Folder)
	}
	if err != nil {
		return located{}, err
	}
	at := located{c.Folder, deskPrefix + name, &c}
	if version == "" {
		catchUp(s, c)
		return at, nil
	}
	if found := versionOf(c.Folder, version); found != "" && strings.Contains(version, "@") {
		return at.version(found), nil // it never changes
	}
	catchUp(s, c)
	found := versionOf(c.Folder, version)
	if found == "" {
		return located{}, withHint(fmt.Errorf("no briefing %s on %s", clean.Quoted(version), at.name), "sitrep "+at.name+" lists what is there")
	}
	return at.version(found), nil
}

// version returns where a file in the folder is.
func (at located) version(file string) located {
	return located{filepath.Join(at.path, file), at.name + "/" + file, at.desk}
}

// limited returns the marking that holds: the lower one of an option and the desk.
func (at located) limited(most marking) marking {
	if at.desk == nil || at.desk.Max == "" || most.label != "" && most.label.Within(at.desk.Max) {
		return most
	}
	return marking{at.desk.Max}
}

// redact returns what [marking.redact] does for a briefing that was read from there. Of a
// desk that has a limit, it returns a briefing that is within it as it is.
func (at located) redact(most marking, doc *file.Document, err error) (*file.Document, error) {
	if at.desk != nil {
		doc, err = library.CheckVersion(filepath.Base(at.path), doc, err)
	}
	doc, err = at.named(doc, err)
	if err == nil && at.desk != nil && most.label == "" && len(doc.Problems) == 0 &&
		doc.Briefing.TLP != "" && doc.Index().Banner().Within(at.desk.Max) {
		return doc, nil
	}
	return at.limited(most).redact(doc, err)
}

// named returns a document under the name by which it was asked for. It has no path,
// because what was received from a desk is not to be edited.
func (at located) named(doc *file.Document, err error) (*file.Document, error) {
	if at.desk == nil {
		return doc, err
	}
	if refused, ok := errors.AsType[*file.LoadError](err); ok {
		refused.Problem.File = at.name
	}
	if doc != nil {
		doc.Name, doc.Path = clean.Line(at.name), ""
		for i := range doc.Problems {
			doc.Problems[i].File = doc.Name
		}
	}
	return doc, err
}

// files returns the names of the files in a folder, or of the newest versions on a desk,
// that are called as briefings can be.
func (at located) files() ([]string, error) {
	names, err := library.Files(at.path)
	if at.desk == nil || err != nil {
		return names, err
	}
	newest := map[string]library.Version{}
	for _, name := range names {
		if v, ok := library.ParseVersion(name); ok && v.Revision > newest[v.ID].Revision {
			newest[v.ID] = v
		}
	}
	names = briefing.Map(slices.Collect(maps.Values(newest)), library.Version.Name)
	slices.Sort(names)
	return names, nil
}

// versionOf returns the name of the file with a version of a briefing: ID@REVISION, the
// name itself, or ID for the newest. It returns "" if there is none. What was withdrawn
// has no other name than that of its file.
func versionOf(folder, version string) string {
	if _, ok := library.ParseVersion(version); ok {
		if _, err := os.Stat(filepath.Join(folder, version)); err == nil {
			return version
		}
	}
	names, err := library.Files(folder)
	if err != nil {
		return ""
	}
	var newest library.Version
	for _, name := range names {
		v, ok := library.ParseVersion(name)
		switch {
		case !ok:
		case fmt.Sprintf("%s@%d", v.ID, v.Revision) == version:
			return name
		case v.ID == version && v.Revision > newest.Revision:
			newest = v
		}
	}
	if newest.Revision == 0 {
		return ""
	}
	return newest.Name()
}

// findDesk returns the desk that the settings have under a name.
func findDesk(s Streams, name string) (desk.Config, error) {
	chosen := settingsOf(s)
	d, ok := chosen.Desk(name)
	if !ok {
		return desk.Config{}, usage(fmt.Errorf("the settings have no desk %s", clean.Quoted(name)), deskHint(chosen, name))
	}
	all, err := desksFolder()
	if err != nil {
		return desk.Config{}, withHint(fmt.Errorf("no folder for what %s%s has: %w", deskPrefix, name, err), "set HOME or XDG_DATA_HOME")
	}
	home, _ := os.UserHomeDir() // without one, a path that begins with ~/ is not found
	path := func(name string) string { return chosen.Path(name, home) }
	return desk.Config{
		Name: d.Name, Servers: d.Servers, Credentials: path(d.Credentials), CA: path(d.CA), Certificate: path(d.Certificate), Key: path(d.Key),
		Stream: d.Stream, Max: d.Max, Folder: filepath.Join(all, name),
		Author: cmp.Or(s.Getenv("USER"), s.Getenv("USERNAME")),
	}, nil
}

// deskHint returns what to do about a desk that the settings do not have.
func deskHint(chosen *settings.Settings, name string) string {
	names := deskNames(chosen)
	near, ok := fold.Nearest(name, names)
	switch {
	case ok:
		return "did you mean " + deskPrefix + near + "?"
	case len(chosen.Problems) > 0:
		return "something is wrong in the settings; sitrep config lists it"
	case len(names) == 0:
		return "for example desks: {ops: {servers: tls://nats.example.org:4222}} in " + cmp.Or(chosen.File, "the settings file")
	}
	return "there are " + deskPrefix + strings.Join(names, ", "+deskPrefix)
}

func deskNames(chosen *settings.Settings) []string {
	return briefing.Map(chosen.Desks, func(c settings.Choice[settings.Desk]) string { return c.Value.Name })
}

// locateFolder returns what locate does for the desk that a folder belongs to, or the
// folder itself.
func locateFolder(s Streams, folder string) (located, error) {
	if all, err := desksFolder(); err == nil && filepath.Dir(filepath.Clean(folder)) == all {
		return locate(s, deskPrefix+filepath.Base(folder))
	}
	return located{path: folder, name: folder}, nil
}

// desksFolder returns the folder that has one for each desk.
func desksFolder() (string, error) {
	notebooks, err := notebook.DefaultFolder()
	return filepath.Join(filepath.Dir(notebooks), "desks"), err
}

// makeForUser makes a folder that nobody else may look into, if it does not exist.
func makeForUser(folder string) error {
	const mode = 0o700
	if err := os.MkdirAll(folder, mode); err != nil {
		return cannotWrite(folder, err)
	}
	return nil
}
