//go:build unix

package cli

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// modelServer takes and gives JSON as ollama and llama.cpp document it.
type modelServer struct {
	answer string
	prompt string // that it was asked last
}

func (m *modelServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Model, Prompt, Format string
		Stream                *bool
		Messages              []struct{ Role, Content string }
		ResponseFormat        struct{ Type string } `json:"response_format"`
	}
	_ = json.NewDecoder(r.Body).Decode(&asked) // what cannot be read has no prompt
	var reply any
	switch {
	case r.URL.Path == "/api/generate" && asked.Model == "small" && asked.Format == "json" && asked.Stream != nil && !*asked.Stream:
		m.prompt, reply = asked.Prompt, map[string]any{"response": m.answer, "done": true}
	case r.URL.Path == "/v1/chat/completions" && len(asked.Messages) == 1 && asked.Messages[0].Role == "user" && asked.ResponseFormat.Type == "json_object":
		m.prompt, reply = asked.Messages[0].Content, map[string]any{"choices": []any{map[string]any{"message": map[string]string{"role": "assistant", "content": m.answer}}}}
	default:
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(reply) // what does not arrive is missed
}

// TestRecipes runs the scripts of the documentation against a server.
func TestRecipes(t *testing.T) {
	for _, program := range []string{"jq", "curl"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	page, err := os.ReadFile("../../.github/draft.md")
	must(t, err)
	text := tempFile(t, "note.txt", "The bridge \\ \"is\" closed – since Monday.\n")
	model := &modelServer{answer: `{"events": [{"title": "Closed <&>", "when": {"date": "2024", "said": "since Monday"}, "sentences": [1]}]}`}
	server := httptest.NewServer(model)
	defer server.Close()
	for name, address := range map[string]string{"ask-ollama": "http://localhost:11434", "ask-llama": "http://localhost:8080"} {
		_, script, _ := strings.Cut(string(page), "<!-- "+name+" -->\n```sh\n")
		script, _, _ = strings.Cut(script, "```\n<!-- /"+name+" -->")
		if !strings.Contains(script, address) {
			t.Fatalf("no %s in the documentation", name)
		}
		path := tempFile(t, name, strings.ReplaceAll(script, address, server.URL))
		config := tempFile(t, "config.yaml", "draft: {small: [sh, "+path+", small]}")
		run := func(args ...string) string {
			c := exec.Command(os.Args[0], append([]string{"-test.run=^TestProgram$", "--", "draft", text}, args...)...)
			c.Env = append(os.Environ(), asProgram+"=1", "SITREP_CONFIG="+config)
			out, err := c.CombinedOutput()
			if err != nil {
				t.Errorf("%s: %v\n%s", name, err, out)
			}
			return string(out)
		}
		if drafted := run("--with", "small"); !strings.Contains(drafted, "Closed <&>") {
			t.Errorf("%s: %s", name, drafted)
		}
		if shown := run("--print-prompt"); shown != model.prompt {
			t.Errorf("%s was asked\n%s\nand not\n%s", name, model.prompt, shown)
		}
	}
}
