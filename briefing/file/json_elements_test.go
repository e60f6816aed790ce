package file

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"sitrep/briefing/sample"
)

// One goroutine reads a text whose texts are kept, and two read it otherwise.
func TestTwoGoroutinesReadTheSame(t *testing.T) {
	whole := string(sample.JSON(2_000))
	if len(whole) < longText {
		t.Fatalf("only %d bytes", len(whole))
	}
	twice := strings.Replace(whole, `"id": "event-1"`, `"id": "event-2"`, 1)
	for name, text := range map[string]string{
		"whole":           whole,
		"cut":             whole[:len(whole)/2],
		"something wrong": whole[:len(whole)/2] + "]" + whole[len(whole)/2:],
		"unknown keys":    strings.ReplaceAll(whole, `"summary"`, `"sumary"`),
		"unknown sources": strings.ReplaceAll(whole, `"source": "source-1`, `"source": "sauce-1`),
		"a wrong format":  strings.Replace(whole, "briefing/1", "briefing/9", 1),
		"the same id":     twice,
	} {
		if text == whole && name != "whole" {
			t.Errorf("%s: nothing is changed", name)
		}
		want, wantErr := (&Texts{}).parse(text, "x", nil)
		got, err := Parse(text, "x", nil)
		if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("%s: error %v, not %v", name, err, wantErr)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: another briefing", name)
		}
	}
}

// passElements calls take with the elements of a list until one is no number.
func passElements(t *testing.T, list string, take func(*node) error) error {
	t.Helper()
	r := &jsonReader{text: list, at: textStart(), dec: jsontext.NewDecoder(strings.NewReader(list))}
	if _, err := r.dec.ReadToken(); err != nil {
		t.Fatal(err)
	}
	return r.elements(take)
}

func TestFirstErrorOfElements(t *testing.T) {
	broken := "[" + strings.Repeat(`"some text", `, longText/10) + "x]"
	if err := passElements(t, broken, func(*node) error { return nil }); err == nil || !strings.Contains(err.Error(), "'x'") {
		t.Errorf("error %v of the text", err)
	}
	errThird := errors.New("third")
	taken := 0
	err := passElements(t, broken, func(*node) error {
		if taken++; taken == 3 {
			return errThird
		}
		return nil
	})
	if !errors.Is(err, errThird) || taken != 3 {
		t.Errorf("error %v after %d elements", err, taken)
	}
	defer func() {
		if r := recover(); r != "no" {
			t.Errorf("panic %v", r)
		}
	}()
	err = passElements(t, broken, func(*node) error { panic("no") })
	t.Errorf("no panic, error %v", err)
}
