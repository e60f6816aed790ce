// Command plain reads a JSON file with encoding/json, as values of any kind, and prints
// every key and every value, a line each. It is what an export is compared with.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		panic(err)
	}
	w := bufio.NewWriter(os.Stdout)
	printValue(w, v)
	if err := w.Flush(); err != nil {
		panic(err)
	}
}

func printValue(w *bufio.Writer, v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			_, _ = fmt.Fprint(w, key, ": ")
			printValue(w, value)
		}
	case []any:
		for _, value := range v {
			printValue(w, value)
		}
	default:
		_, _ = fmt.Fprintln(w, v)
	}
}
