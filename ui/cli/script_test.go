//go:build unix

package cli

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the program prints into testdata")

// TestMain lets the scripts run the test binary as sitrep. If it runs as the
// program itself, it skips the setup, which would not be removed.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(m.Run())
	}
	testscript.Main(withCache{m}, map[string]func(){
		"sitrep": func() { os.Exit(Main(os.Args[1:], System())) },
		"model":  fakeModel,
	})
}

// withCache runs tests with a folder for indexes and notebooks that is not the user's.
type withCache struct{ *testing.M }

func (m withCache) Run() int {
	catchIgnored()
	keepGoCache()
	folder, err := os.MkdirTemp("", "sitrep-cache")
	if err != nil {
		panic(err)
	}
	for _, variable := range []string{"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		if err := os.Setenv(variable, folder); err != nil {
			panic(err)
		}
	}
	code := m.M.Run()
	_ = os.RemoveAll(folder)
	return code
}

// keepGoCache has the go command build with the user's cache: all from the start takes
// minutes.
func keepGoCache() {
	if os.Getenv("GOCACHE") != "" {
		return
	}
	cache, err := os.UserCacheDir()
	if err == nil {
		err = os.Setenv("GOCACHE", filepath.Join(cache, "go-build"))
	}
	if err != nil {
		panic(err)
	}
}

// TestScripts runs the scripts of testdata: the program as a shell sees it,
// with its output, exit codes and files.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.Getenv("WORK"), "cache")) // of the indexes
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.Getenv("WORK"), "data"))   // of the notebooks
			env.Setenv("XDG_STATE_HOME", filepath.Join(env.Getenv("WORK"), "state")) // of the versions that were read last
			env.Setenv("BUILTIN", filepath.Join(env.Getenv("WORK"), "builtin.yaml"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits,
			"nats":  natsCommand(),
		},
	})
}

// exits runs the program and tests its exit code: exits 2 export -w 5.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARGUMENT…")
	}
	want := args[0]
	// The shell returns the code, because Exec tells only whether it was 0.
	err := ts.Exec("sh", append([]string{"-c", `sitrep "$@"; code=$?; test $code = ` + want + ` || { echo "exit code $code" >&2; exit 1; }`, "sitrep"}, args[1:]...)...)
	if err != nil {
		ts.Fatalf("the exit code is not %s", want)
	}
	if said := ts.ReadFile("stderr"); strings.Contains(said, "sitrep: ") && !strings.Contains(said, "\nhint: ") {
		ts.Fatalf("no hint follows the error:\n%s", said)
	}
}
