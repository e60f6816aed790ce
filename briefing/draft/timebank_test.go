package draft

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sitrep/briefing/edtf"
)

// timebankVariable names folders with files in TimeML (.tml), such as TimeBank and
// AQUAINT of TempEval-3 (TBAQ-cleaned).
const timebankVariable = "SITREP_TIMEBANK"

// goldDate is an expression for a time as annotators marked it.
type goldDate struct {
	span
	kind, value string
}

func TestTimeBank(t *testing.T) {
	root := os.Getenv(timebankVariable)
	if root == "" {
		t.Skip("no folder in " + timebankVariable)
	}
	var files []string
	for _, folder := range filepath.SplitList(root) {
		found, err := filepath.Glob(filepath.Join(folder, "*.tml"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no texts in %s: %v", folder, err)
		}
		files = append(files, found...)
	}
	var sum timebankSum
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, day, gold, err := timeML(string(data))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		sum.add(t, filepath.Base(file), text, day, gold)
	}
	t.Log("\n" + sum.table())
}

// timeML returns the text of a file, the day on which it was written, and the
// expressions for times in it.
func timeML(data string) (text string, day time.Time, gold []goldDate, err error) {
	in := xml.NewDecoder(strings.NewReader(data))
	var b strings.Builder
	inside, open := false, -1
	for {
		token, err := in.Token()
		if err == io.EOF {
			return b.String(), day, gold, nil
		}
		if err != nil {
			return "", day, nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = inside || token.Name.Local == "TEXT"
			if token.Name.Local != "TIMEX3" {
				continue
			}
			g, creation := readTimex(token.Attr)
			if inside {
				g.start, open = b.Len(), len(gold)
				gold = append(gold, g)
			} else if creation {
				day = firstDay(day, g.value)
			}
		case xml.EndElement:
			if token.Name.Local == "TIMEX3" && open >= 0 {
				gold[open].end, open = b.Len(), -1
			}
			inside = inside && token.Name.Local != "TEXT"
		case xml.CharData:
			if inside {
				b.Write(token)
			}
		}
	}
}

// firstDay returns day, or what a value says if that is not known yet.
func firstDay(day time.Time, value string) time.Time {
	if day.IsZero() && len(value) >= len(time.DateOnly) {
		day, _ = time.Parse(time.DateOnly, value[:len(time.DateOnly)])
	}
	return day
}

// readTimex reads an expression, and reports whether it is the date of the text.
func readTimex(attributes []xml.Attr) (g goldDate, creation bool) {
	for _, a := range attributes {
		switch a.Name.Local {
		case "type":
			g.kind = a.Value
		case "value":
			g.value = a.Value
		case "functionInDocument":
			creation = a.Value == "CREATION_TIME" || a.Value == "PUBLICATION_TIME"
		}
	}
	return g, creation
}

// timebankSum counts by kind of expression.
type timebankSum struct {
	given, right, several, open [dateKinds]int
	all                         int
}

func (s *timebankSum) add(t *testing.T, file, text string, day time.Time, gold []goldDate) {
	verbose := os.Getenv("SITREP_VERBOSE") != ""
	for _, g := range gold {
		if g.kind == "DATE" || g.kind == "TIME" {
			s.all++
		}
	}
	a := newArticle(text, "en", lexiconOf("en"))
	d := dater{a.lex, a.tokens, day}
	for _, sentence := range a.sentences {
		for _, e := range d.find(sentence.from, sentence.to) {
			at := span{a.tokens[e.from].start, a.tokens[e.to-1].end}
			of := goldAt(gold, at)
			switch {
			case of != nil && of.isOpen(e.kind):
				s.open[e.kind]++
				continue
			case len(e.others) > 0:
				s.several[e.kind]++
				continue
			}
			s.given[e.kind]++
			if of != nil && sameDate(e.date, of.value) {
				s.right[e.kind]++
				continue
			}
			if verbose {
				from, to := max(0, at.start-70), min(len(text), at.end+30)
				t.Logf("WRONG %-20s %q %s, gold %+v, %s %s\n   %s", e.kind, text[at.start:at.end], e.date, of, day.Format("2006-01-02 Mon"), file, oneLine(text[from:to]))
			}
		}
	}
}

// goldAt returns the first expression that has some of the same words, or nil.
func goldAt(gold []goldDate, at span) *goldDate {
	for i := range gold {
		if overlap(at, []span{gold[i].span}) > 0 {
			return &gold[i]
		}
	}
	return nil
}

// isOpen reports whether the annotators give a length, or leave the date open.
func (g *goldDate) isOpen(kind dateKind) bool {
	return strings.Contains(g.value, "X") && kind != decade || strings.HasPrefix(g.value, "P")
}

var weekValue = regexp.MustCompile(`^(\d{4})-W(\d{1,2})(-WE)?$`)

// sameDate reports whether a date in EDTF and a value of TimeML are the same days. A
// date that is only one of some days is the same as the unit that they are in.
func sameDate(date, value string) bool {
	value, _, _ = strings.Cut(value, "T")
	if m := weekValue.FindStringSubmatch(value); m != nil {
		year, _ := strconv.Atoi(m[1])
		week, _ := strconv.Atoi(m[2])
		first := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := first.AddDate(0, 0, -(int(first.Weekday())+6)%7+7*(week-1))
		value = monday.Format(time.DateOnly) + "/" + monday.AddDate(0, 0, 6).Format(time.DateOnly)
	}
	for i, season := range []string{"SP", "SU", "FA", "WI"} {
		value = strings.Replace(value, "-"+season, fmt.Sprintf("-%d", 21+i), 1)
	}
	for n := 1; n <= 4; n++ {
		value = strings.Replace(value, fmt.Sprintf("-Q%d", n), fmt.Sprintf("-%d", 32+n), 1)
	}
	if len(value) == 3 {
		value += "X"
	}
	ours, err1 := edtf.Parse(date)
	theirs, err2 := edtf.Parse(value)
	if err1 != nil || err2 != nil {
		return false
	}
	a1, b1, _, _ := ours.Bounds()
	a2, b2, _, _ := theirs.Bounds()
	return a1.Equal(a2) && b1.Equal(b2) || strings.HasPrefix(date, "[") && !a1.Before(a2) && !b1.After(b2)
}

func (s *timebankSum) table() string {
	var b strings.Builder
	var given, right int
	for k := range dateKinds {
		fmt.Fprintf(&b, "| %-26s | %4d | %4d | %5.1f %% | %3d | %3d |\n", k, s.given[k], s.right[k], percent(s.right[k], s.given[k]), s.several[k], s.open[k])
		given, right = given+s.given[k], right+s.right[k]
	}
	fmt.Fprintf(&b, "| %-26s | %4d | %4d | %5.1f %% | recall %.1f %% of %d\n", "all", given, right, percent(right, given), percent(right, s.all), s.all)
	return b.String()
}
