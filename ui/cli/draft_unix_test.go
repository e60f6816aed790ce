//go:build unix

package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// fakeModel is a program that answers a prompt as models do: model FILE… writes one
// of the files in each round, and the last in every other; model -KIND does
// something else.
func fakeModel() {
	prompt, err := io.ReadAll(os.Stdin)
	if err != nil {
		os.Exit(1)
	}
	round := strings.Count(string(prompt), "\nThis was the answer to it")
	answers := os.Args[1:]
	switch answers[0] {
	case "-huge": // 100 MB
		part := []byte(strings.Repeat(`{"actors": [`, 1<<16))
		for written := 0; written < 100_000_000; written += len(part) {
			if _, err := os.Stdout.Write(part); err != nil {
				os.Exit(1)
			}
		}
	case "-endless":
		time.Sleep(time.Hour)
	case "-fails":
		fmt.Fprintln(os.Stderr, "no such \x1b[31mmodel\x9b\rcannot\n\nsitrep: all is well")
		os.Exit(1)
	case "-killed":
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		time.Sleep(time.Hour)
	case "-meddles": // with a file, before it answers
		if err := os.WriteFile(answers[1], []byte("# Mine.\n"), 0o600); err != nil {
			os.Exit(1)
		}
		writeAnswer(answers[2:], round)
	case "-then-fails":
		if round > 0 {
			os.Exit(1)
		}
		writeAnswer(answers[1:], round)
	default:
		writeAnswer(answers, round)
	}
}

// writeAnswer writes the file for a round, from 0.
func writeAnswer(files []string, round int) {
	text, err := os.ReadFile(files[min(round, len(files)-1)])
	if err == nil {
		_, err = os.Stdout.Write(text)
	}
	if err != nil {
		os.Exit(1)
	}
}

// TestInterruptsModel interrupts the program while a command is asked. The command
// ends, and so does what it has started.
func TestInterruptsModel(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		folder := t.TempDir()
		pids := filepath.Join(folder, "pids")
		config := tempFile(t, "config.yaml", `draft: {slow: [sh, -c, 'sleep 1000 & echo $! $$ > `+pids+`.new; mv `+pids+`.new `+pids+`; wait']}`)
		text := tempFile(t, "note.txt", "The bridge is closed.\n")
		out := filepath.Join(folder, "out.yaml")
		c := exec.Command(os.Args[0], "-test.run=^TestProgram$", "--", "draft", "--with", "slow", text, "-o", out)
		c.Env = append(os.Environ(), asProgram+"=1", "SITREP_CONFIG="+config)
		var said strings.Builder
		c.Stderr = &said
		must(t, c.Start())
		t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
		var running []int
		for len(running) < 2 {
			time.Sleep(time.Millisecond)
			written, _ := os.ReadFile(pids)
			running = nil
			for field := range strings.FieldsSeq(string(written)) {
				pid, err := strconv.Atoi(field)
				must(t, err)
				running = append(running, pid)
			}
		}
		must(t, c.Process.Signal(sig))
		_ = c.Wait() // it fails
		if status, ok := c.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != sig {
			t.Errorf("%v: it ended with %v: %s", sig, c.ProcessState, said.String())
		}
		for _, pid := range running {
			if !ends(pid) {
				t.Errorf("%v: process %d goes on", sig, pid)
				_ = syscall.Kill(pid, syscall.SIGKILL)
			}
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%v: something was written", sig)
		}
	}
}

// ends reports whether a process that was killed ends. Nobody may have waited for it
// yet.
func ends(pid int) bool {
	for range 1000 {
		state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if syscall.Kill(pid, 0) != nil || err == nil && strings.Contains(string(state), ") Z ") {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}
