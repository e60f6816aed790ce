package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"sitrep/briefing"
	"sitrep/briefing/file"
	"sitrep/data/desk"
	"sitrep/data/library"
	"sitrep/data/notebook"
	"sitrep/ui/serve"
)

func newServe(s Streams) *cobra.Command {
	o := serve.Options{Limits: serve.Limits{Sessions: 100, PerKey: 10, Memory: 1024, Rate: 120, Idle: time.Hour, Login: 20 * time.Second}}
	c := &cobra.Command{
		Use:   "serve PLACE",
		Short: "Let others read over SSH",
		Long: `serve is the reader over SSH: whoever connects with a key that is known reads
PLACE, a file, a folder or a desk, in a reader of their own. It can only read:
it starts no programs, writes nothing but the user's notebook, and opens nothing
else. A desk is followed by the server alone. Each reader is a process of its own; what happens to one is no matter to
the others. On Windows there is no such server.

The keys are in a file like the authorized_keys of OpenSSH, each on a line,
and before it what it may see and whose it is:
  clearance="GREEN",name="anna" ssh-ed25519 AAAA… anna@example.org
A key without a clearance is shown what is marked TLP:CLEAR. A line with
anything that is not understood lets nobody in, nor does a key on two lines.
A line that is taken out or changed counts at once for who connects, and ends
the sessions of its key within seconds. name is the name of the folder of the
notebooks. The key of the server itself is made at the first start.

There are no passwords, commands, files or forwarded ports. A terminal is drawn
up to 500 cells wide and 200 high; a client may send 32 kB a second. An interrupt
or SIGTERM says goodbye to all and ends within seconds. What happens is said on
standard error, a line each. A reader that needs more memory than --max-memory
ends alone, and is told why.`,
		Example: `  sitrep serve reports
  sitrep serve --listen :2222 --idle 15m desk:ops
  ssh -p 2222 reader.example.org`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("serve takes one file, folder or desk"), "for example: sitrep serve reports")
			}
			return nil
		},
		ValidArgsFunction: completeBriefings(s, 1),
	}
	f := c.Flags()
	f.StringVar(&o.Address, "listen", "127.0.0.1:2222", "listen on this `ADDRESS`; :2222 is port 2222 of all addresses of this machine")
	f.StringVar(&o.Keys, "authorized-keys", "", "let in the keys of this `FILE` (default authorized_keys in the folder of the settings)")
	f.StringVar(&o.HostKey, "host-key", "", "use the key of the server in this `FILE`, which is made if it is not there (default ssh_host_ed25519_key in the folder of the settings)")
	f.StringVar(&o.Notebooks, notebooksFlag, "", "keep the users' notebooks below this `FOLDER` (default served in the folder of your own)")
	f.IntVar(&o.Limits.Sessions, "max-sessions", o.Limits.Sessions, "allow this `NUMBER` of sessions at once; 0 any")
	f.IntVar(&o.Limits.PerKey, "max-sessions-per-key", o.Limits.PerKey, "allow this `NUMBER` of sessions at once to one key or name; 0 any")
	f.IntVar(&o.Limits.Memory, "max-memory", o.Limits.Memory, "end a session whose reader needs more than this `NUMBER` of MB of memory, on Linux; 0 never")
	f.DurationVar(&o.Limits.Idle, "idle", o.Limits.Idle, "end a session after this `TIME` without a key; 0 never")
	f.IntVar(&o.Limits.Rate, "rate", o.Limits.Rate, "allow this `NUMBER` of new connections a minute from one address; 0 any")
	f.DurationVar(&o.Limits.Login, "login-time", o.Limits.Login, "close a connection that has not shown its key after this `TIME`")
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.Log = s.Err
		if err := toServe(s, &o, args[0]); err != nil {
			return err
		}
		ctx, stop := untilEnded()
		defer stop()
		return explainServe(serve.Run(ctx, o), o)
	}
	return c
}

// leastMemory is how many MB of memory a reader needs to show anything.
const leastMemory = 64

// toServe completes the options of a server for a place.
func toServe(s Streams, o *serve.Options, place string) (err error) {
	if !serve.Available {
		return withHint(errors.New("serve is not available on this system, which has no terminals to run readers on"), "run it on Linux or macOS")
	}
	if o.Limits.Sessions < 0 || o.Limits.PerKey < 0 || o.Limits.Rate < 0 || o.Limits.Idle < 0 || o.Limits.Login <= 0 {
		return usage(errors.New("a limit below 0"), "0 is no limit; --login-time has to be more")
	}
	if m := o.Limits.Memory; m != 0 && m < leastMemory {
		return usage(fmt.Errorf("no reader can do with %d MB of memory", m), fmt.Sprintf("give at least %d, or 0 for no limit", leastMemory))
	}
	if o.Place, err = placeToServe(s, place); err != nil {
		return err
	}
	if o.Program, err = os.Executable(); err != nil {
		return fmt.Errorf("finding the program itself: %w", err)
	}
	config, noConfig := os.UserConfigDir()
	data, noData := notebook.DefaultFolder()
	for _, f := range []struct {
		to   *string
		path string
		err  error
	}{
		{&o.Keys, filepath.Join(config, "sitrep", "authorized_keys"), noConfig},
		{&o.HostKey, filepath.Join(config, "sitrep", "ssh_host_ed25519_key"), noConfig},
		{&o.Notebooks, filepath.Join(filepath.Dir(data), "served"), noData},
	} {
		if *f.to == "" {
			if *f.to = f.path; f.err != nil {
				return withHint(fmt.Errorf("no folder of the user: %w", f.err), "set HOME, or give --authorized-keys, --host-key and --"+notebooksFlag)
			}
		}
		if *f.to, err = filepath.Abs(*f.to); err != nil {
			return err
		}
	}
	return nil
}

// placeToServe returns the place that an argument names, which can be read now. A desk is
// followed by the server, whose readers have no connection to it.
func placeToServe(s Streams, arg string) (p serve.Place, err error) {
	if arg == standardInput {
		return p, usage(errors.New("standard input cannot be served"), "name a file, a folder or a desk")
	}
	s.Offline = true // it is followed while it is read
	at, err := locate(s, arg)
	if err != nil {
		return p, err
	}
	if p.Argument = arg; at.desk == nil {
		if p.Argument, err = filepath.Abs(arg); err != nil {
			return p, err
		}
		at.path = p.Argument
	}
	if !isFolder(at.path) {
		_, err = file.Load(at.path)
		return p, explain(arg, err)
	}
	p.Open = func(max briefing.TLP) (*library.Library, error) {
		return library.Open(at.path, at.options(library.Options{Max: max}))
	}
	if at.desk != nil {
		p.Follow = func(ctx context.Context, say func(string)) error {
			last := ""
			return followSafely(ctx, *at.desk, func(now desk.State) {
				now.ToCome = 0 // a line for each would say too much
				if text := statusOf(now, time.Now()); text != last {
					last = text
					say(text)
				}
			}, nil)
		}
	}
	return p, nil
}

// explainServe adds a hint to an error of a server.
func explainServe(err error, o serve.Options) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EADDRINUSE):
		return withHint(err, "another program listens there; --listen names another address")
	case errors.Is(err, fs.ErrNotExist) && strings.Contains(err.Error(), o.Keys):
		return withHint(err, `write a line for each key into it: clearance="GREEN",name="anna" ssh-ed25519 AAAA…`)
	}
	return withHint(err, "sitrep serve --help says more")
}

// untilEnded returns a context that is done when a signal asks the program to end.
// Signals that were ignored from the start stay ignored.
func untilEnded() (ctx context.Context, stop func()) {
	var ends []os.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			ends = append(ends, s)
		}
	}
	return signal.NotifyContext(context.Background(), ends...)
}
