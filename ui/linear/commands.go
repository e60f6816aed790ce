package linear

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/briefing"
)

// command is something that one can type. Exactly one of its functions is set.
type command struct {
	names   []string // its word first, then its letters and other words
	usage   string   // of its argument
	about   string   // what it does: a sentence without its full stop
	actions []string // ids of actions of the reader that draws screens for which it stands

	anywhere func(*Session, string)
	moves    func(cursor, string)  // in any list
	reads    func(*Reader, string) // in a briefing
	lists    func(*Folder, string) // in the list of a folder
}

// topic is what commands are about, in the order of the help.
type topic struct {
	name, about string
	commands    []command
}

// topics returns all commands.
func topics() []topic {
	return []topic{
		{"moving", "A list, a page and a text are read row by row. Behind j and k a number says how many rows", moving()},
		{"opening", "What is read is opened, down to the words in a source, and back leads to the same row", opening()},
		{"sections", "A briefing has five sections, each of which stays where one left it", sections()},
		{"search", "Words are found in all that is said, texts of sources included", searching()},
		{"questions", "What follows from a source or an actor, and what fits together", asking()},
		{"notebook", "What you think of a briefing is kept beside it, never in it", keeping()},
		{"copying", "Text comes between two lines, and is never sent to the clipboard by itself", copying()},
		{"hypotheses", "v ACH in the claims is an analysis of competing hypotheses: the hypotheses, and behind each piece of evidence its cells, which you code", coding()},
		{"review", "sitrep review --linear FILE goes through the drafts, which a program has proposed. t and d write the file at once; n goes on, e opens the editor, u undoes", reviewing()},
		{"file", "The file of the briefing, and others", filing()},
		{"program", "Enter alone goes on with a list that was not read to its end, and otherwise says again where one is. The interrupt key (ctrl-c) stops a long answer, and pressed again quits; ctrl-d at the start of a line quits", program()},
	}
}

func moving() []command {
	return []command{
		{names: []string{"next", "j", "down"}, usage: "N", about: "reads the next row, or the Nth behind this one", actions: []string{"down", "half-page-down", "page-down"},
			moves: func(c cursor, arg string) { c.move(times(arg)) }},
		{names: []string{"previous", "k", "up"}, usage: "N", about: "reads the row before, or the Nth before this one", actions: []string{"up", "half-page-up", "page-up"},
			moves: func(c cursor, arg string) { c.move(-times(arg)) }},
		{names: []string{"top", "g"}, about: "reads the first row", actions: []string{"top"}, moves: func(c cursor, _ string) { c.top() }},
		{names: []string{"end", "G"}, about: "reads the last row", actions: []string{"end"}, moves: func(c cursor, _ string) { c.end() }},
		{names: []string{"next-group", ")", "}"}, about: "goes to the next group: a month, a question, a part of a page", actions: []string{"next-group"}, moves: func(c cursor, _ string) { c.group(+1) }},
		{names: []string{"previous-group", "(", "{"}, about: "goes to the group before", actions: []string{"previous-group"}, moves: func(c cursor, _ string) { c.group(-1) }},
		{names: []string{"go"}, usage: "N", about: "reads the row with the number N", moves: func(c cursor, arg string) { c.goArgument(arg) }},
		{names: []string{"list", "L"}, about: "reads ten rows from this one on, without going there", anywhere: func(s *Session, _ string) { s.list(s.cursor().at, portion) }},
		{names: []string{"all"}, about: "reads all rows from the one that list has come to, or from the first", anywhere: func(s *Session, _ string) { s.listAll() }},
		{names: []string{"where", "w"}, about: "says where one is, as Enter alone does", anywhere: func(s *Session, _ string) { s.where() }},
	}
}

func opening() []command {
	return []command{
		{names: []string{"open", "l", "enter", "right"}, usage: "N or FILE", about: "opens what is read; on the head of a page its first row; with a number that row, with a name that file", actions: []string{"open", "right"},
			anywhere: func(s *Session, arg string) { s.open(arg) }},
		{names: []string{"back", "b", "h", "esc", "left"}, about: "goes back one step, to the same row", actions: []string{"back", "left"}, anywhere: func(s *Session, _ string) { s.back() }},
		{names: []string{"next-item", "J"}, about: "goes to the next item, inside a page", actions: []string{"next-item"}, reads: func(r *Reader, _ string) { r.sibling(+1) }},
		{names: []string{"previous-item", "K"}, about: "goes to the item before, inside a page", actions: []string{"previous-item"}, reads: func(r *Reader, _ string) { r.sibling(-1) }},
		{names: []string{"links"}, about: "lists what the words of this row, or of the head of a page, lead to", reads: func(r *Reader, _ string) { r.listLinks() }},
		{names: []string{"jump-back"}, about: "goes to the place before the last jump", actions: []string{"jump-back"}, reads: func(r *Reader, _ string) { r.jumpBack() }},
		{names: []string{"jump-forward"}, about: "goes forward again", actions: []string{"jump-forward"}, reads: func(r *Reader, _ string) { r.jumpForward() }},
	}
}

func sections() []command {
	return []command{
		{names: []string{"1", "brief"}, about: "goes to the brief: the bottom line, the judgments, what is contested, expected and not known", actions: []string{"section"}, reads: func(r *Reader, _ string) { r.goPart(0) }},
		{names: []string{"2", "timeline"}, about: "goes to the events", actions: []string{"section"}, reads: func(r *Reader, _ string) { r.goPart(1) }},
		{names: []string{"3", "actors"}, about: "goes to the actors", actions: []string{"section"}, reads: func(r *Reader, _ string) { r.goPart(2) }},
		{names: []string{"4", "claims"}, about: "goes to the questions with their claims", actions: []string{"section"}, reads: func(r *Reader, _ string) { r.goPart(3) }},
		{names: []string{"5", "sources"}, about: "goes to the sources", actions: []string{"section"}, reads: func(r *Reader, _ string) { r.goPart(4) }},
		{names: []string{"next-section", "]", "tab"}, about: "goes to the next section", actions: []string{"next-section"}, reads: func(r *Reader, _ string) { r.goPart(r.at + 1) }},
		{names: []string{"previous-section", "["}, about: "goes to the section before", actions: []string{"previous-section"}, reads: func(r *Reader, _ string) { r.goPart(r.at - 1) }},
		{names: []string{"view", "v"}, usage: "NAME", about: "turns to the next view, or to the one with that name: the timeline as list or lanes, the claims as list, matrix or ACH", actions: []string{"view"}, reads: (*Reader).turnView},
	}
}

func searching() []command {
	return []command{
		{names: []string{"search", "/"}, usage: "WORDS", about: "goes to the first row here that has the words; in a folder, lists what has them in all briefings", actions: []string{"search"}, anywhere: func(s *Session, arg string) { s.search(arg) }},
		{names: []string{"find", "//"}, usage: "WORDS", about: "lists all that has the words in the whole briefing", actions: []string{"search"}, reads: func(r *Reader, arg string) { r.needing(arg, "find and words", r.searchAll) }},
		{names: []string{"next-hit", "n"}, about: "goes to the next row with the words", actions: []string{"next-hit"}, reads: func(r *Reader, _ string) { r.nextHit(+1) }},
		{names: []string{"previous-hit", "N"}, about: "goes to the row before with the words", actions: []string{"previous-hit"}, reads: func(r *Reader, _ string) { r.nextHit(-1) }},
		{names: []string{"filter", "F"}, usage: "EXPRESSION", about: "narrows the lists, in the language of --where: F stance:denies since:2024-10. Without an expression everything is shown again", actions: []string{"filter"}, reads: (*Reader).filterBy},
		{names: []string{"complete"}, usage: "EXPRESSION", about: "says how an expression of the filter can go on", reads: (*Reader).completions},
	}
}

func asking() []command {
	return []command{
		{names: []string{"related", "."}, about: "lists all that is related to the item", actions: []string{"related"}, reads: func(r *Reader, _ string) { r.related() }},
		{names: []string{"leave-out", "x"}, about: "leaves the source or actor out and says what falls; again, brings it back; x all brings all back", actions: []string{"leave-out"}, reads: func(r *Reader, arg string) {
			if arg == "all" {
				r.bringBack()
			} else {
				r.leaveOut()
			}
		}},
		{names: []string{"effects", "X"}, about: "lists what falls without what is left out; in ACH, on what its order depends", actions: []string{"effects"}, reads: func(r *Reader, _ string) { r.listEffects() }},
	}
}

func keeping() []command {
	return []command{
		{names: []string{"mark", "m"}, about: "marks the item, or takes the mark away", actions: []string{"mark"}, reads: func(r *Reader, _ string) { r.mark() }},
		{names: []string{"note", "a"}, usage: "TEXT", about: "keeps a note on the item, or on the selected words", actions: []string{"note"}, reads: (*Reader).note},
		{names: []string{"judge", "p"}, usage: "LIKELIHOOD, BASIS", about: "keeps how likely you hold a claim, and how good your basis is: p very likely, low; p none takes it away", actions: []string{"judge"}, reads: (*Reader).judge},
		{names: []string{"turn-read", "u"}, about: "marks the item as read, or as unread; in a review, undoes the last change of the file", actions: []string{"turn-read"}, reads: func(r *Reader, _ string) { r.turnRead() }},
		{names: []string{"undo", "U"}, about: "takes back the last mark, note or view; in a review, the last change of the file", actions: []string{"undo"}, reads: func(r *Reader, _ string) { r.undo() }},
		{names: []string{"notebook", "'"}, about: "lists marks, notes and views", actions: []string{"notebook"}, reads: func(r *Reader, _ string) { r.listNotes() }},
	}
}

func copying() []command {
	return []command{
		{names: []string{"copy", "y"}, usage: "WHAT", about: "writes the text of the item between two lines, to be taken from there: quote, text, Markdown, id or URL; without WHAT, the first that there is", actions: []string{"copy"}, reads: (*Reader).copy},
		{names: []string{"select", "V"}, usage: "WORDS", about: "selects words of the source that is read, for copy and note; first … last takes all between; without words selects nothing", actions: []string{"select"}, reads: (*Reader).selectWords},
		{names: []string{"export", "W"}, usage: "FORMAT FILE", about: "writes the briefing to a new file, or what the filter leaves; export ach writes the analysis that is read", actions: []string{"export"}, reads: (*Reader).export},
		{names: []string{"browse", "o"}, about: "opens the address of the source in the browser", actions: []string{"browse"}, reads: func(r *Reader, arg string) { r.browse(arg) }},
		{names: []string{"edit", "e"}, about: "opens the file in the editor, at the item", actions: []string{"edit"}, reads: func(r *Reader, _ string) { r.editAt(r.fileLine()) }},
	}
}

func coding() []command {
	return []command{
		{names: []string{"code"}, usage: "CODE", about: "codes the cell that is read: CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, none", actions: []string{"code"}, reads: (*Reader).code},
		{names: []string{"C"}, about: "codes the cell as very consistent", actions: []string{"code"}, reads: func(r *Reader, _ string) { r.code("CC") }},
		{names: []string{"c"}, about: "codes the cell as consistent", actions: []string{"code"}, reads: func(r *Reader, _ string) { r.code("C") }},
		{names: []string{"0"}, about: "codes the cell as neutral", actions: []string{"code"}, reads: func(r *Reader, _ string) { r.code("N") }},
		{names: []string{"i"}, about: "codes the cell as inconsistent", actions: []string{"code"}, reads: func(r *Reader, _ string) { r.code("I") }},
		{names: []string{"I"}, about: "codes the cell as very inconsistent", actions: []string{"code"}, reads: func(r *Reader, _ string) { r.code("II") }},
		{names: []string{"E"}, about: "clears the cell", actions: []string{"code"}, reads: func(r *Reader, _ string) { r.code("none") }},
		{names: []string{"hypothesis", "H"}, usage: "TEXT", about: "adds a hypothesis of your own; on one, changes it, and H none takes it away", actions: []string{"hypothesis"}, reads: (*Reader).hypothesis},
		{names: []string{"next-question"}, about: "goes to the analysis of the next question", reads: func(r *Reader, _ string) { r.turnQuestion(+1) }},
		{names: []string{"previous-question"}, about: "goes to the analysis of the question before", reads: func(r *Reader, _ string) { r.turnQuestion(-1) }},
	}
}

func reviewing() []command {
	return []command{
		{names: []string{"6", "review"}, about: "in a review, goes to the drafts", actions: []string{"section"}, reads: func(r *Reader, _ string) { r.goReview() }},
		{names: []string{"take", "t"}, about: "takes the draft: it loses the mark, and so do the drafts that it needs", actions: []string{"take"}, reads: func(r *Reader, _ string) { r.takeDraft() }},
		{names: []string{"drop", "d"}, usage: "all", about: "drops the draft; if other items go with it, says which, and d all drops all of them", actions: []string{"drop"}, reads: (*Reader).dropDraft},
	}
}

func filing() []command {
	return []command{
		{names: []string{"problems", "!"}, about: "lists the problems of the file, as check does", actions: []string{"problems"}, reads: func(r *Reader, _ string) { r.listProblems() }},
		{names: []string{"changes", "D"}, about: "lists what has changed since you last read it; in a folder, between two versions", actions: []string{"changes"}, anywhere: func(s *Session, _ string) {
			if r := s.reader(); r != nil {
				r.listChanges()
			} else {
				s.folder.compare()
			}
		}},
		{names: []string{"open-file", "O"}, usage: "FILE", about: "opens another briefing; back at its top returns to this one", actions: []string{"open-file"}, anywhere: func(s *Session, arg string) {
			if arg == "" {
				s.line("Type O and the name of a file.")
			} else {
				s.openFile(arg)
			}
		}},
		{names: []string{"across", "A"}, about: "across the briefings of the folder: all that an actor has said, or that was said on a claim; what cites a source", actions: []string{"across"}, reads: func(r *Reader, _ string) { r.across() }},
		{names: []string{"all-versions", "+", "="}, about: "in a folder, lists all versions of each briefing", actions: []string{"zoom-in"}, lists: func(f *Folder, _ string) { f.versions(true) }},
		{names: []string{"newest", "-"}, about: "in a folder, lists the newest version only", actions: []string{"zoom-out"}, lists: func(f *Folder, _ string) { f.versions(false) }},
		{names: []string{"sort", "s"}, usage: "ORDER", about: "sorts a folder, and in ACH by what the codes say", actions: []string{"sort"}, anywhere: func(s *Session, arg string) {
			if r := s.reader(); r != nil {
				r.sortCodes()
			} else {
				s.folder.sortBy(arg)
			}
		}},
		{names: []string{"reload", "r"}, about: "reads the file or folder again; at a desk, tries a lost connection at once", actions: []string{"reload"}, anywhere: func(s *Session, _ string) { s.reload() }},
	}
}

func program() []command {
	return []command{
		{names: []string{"help", "?"}, usage: "TOPIC or COMMAND", about: "says what can be typed", actions: []string{"help", "palette"}, anywhere: (*Session).help},
		{names: []string{"quit", "q"}, about: "goes back one level, and at the top quits", actions: []string{"quit"}, anywhere: func(s *Session, _ string) { s.quit() }},
		{names: []string{"quit-now", "exit", "bye"}, about: "quits", actions: []string{"quit-now"}, anywhere: func(s *Session, _ string) { s.done = true }},
	}
}

// needing calls do with an argument, or says that one is needed.
func (r *Reader) needing(arg, usage string, do func(string)) {
	if arg == "" {
		r.line("Type " + usage + ".")
		return
	}
	do(arg)
}

// times returns a number of rows, 1 for none.
func times(arg string) int {
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<30)
}

func (c cursor) goArgument(arg string) {
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 {
		c.line("go takes the number of a row, for example: go 7.")
		return
	}
	c.number(n)
}

// find returns the command that a line means, with its argument. A letter counts as it
// is typed, and a word in any case.
func find(all []topic, line string) (c *command, argument string) {
	line = strings.TrimSpace(strings.TrimPrefix(line, ":"))
	word, rest, _ := strings.Cut(line, " ")
	if c := named(all, word); c != nil {
		return c, strings.TrimSpace(rest)
	}
	for n := min(len("//"), len(word)); n > 0; n-- { // /words
		sign := word[:n]
		if r, _ := utf8.DecodeRuneInString(sign); unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		if c := named(all, sign); c != nil && c.usage != "" {
			return c, strings.TrimSpace(line[n:])
		}
	}
	return nil, ""
}

// named returns the command with a name.
func named(all []topic, name string) *command {
	for i := range all {
		for j := range all[i].commands {
			c := &all[i].commands[j]
			for _, own := range c.names {
				if own == name || utf8.RuneCountInString(own) > 1 && strings.EqualFold(own, name) {
					return c
				}
			}
		}
	}
	return nil
}

// signNames are the names of signs, which a screen reader may leave out.
var signNames = map[string]string{
	"/": "slash", "//": "two slashes", "?": "question mark", "!": "exclamation mark", ".": "full stop", "'": "apostrophe",
	"(": "opening parenthesis", ")": "closing parenthesis", "[": "opening bracket", "]": "closing bracket", "{": "opening brace", "}": "closing brace",
	"+": "plus", "-": "hyphen", "=": "equals sign", "0": "zero",
}

// said returns a name of a command with the name of its sign.
func said(name string) string {
	switch r, size := utf8.DecodeRuneInString(name); {
	case signNames[name] != "":
		return name + " (" + signNames[name] + ")"
	case size == len(name) && unicode.IsUpper(r):
		return name + " (capital)"
	}
	return name
}

// takes returns what is typed for a command: "search or / (slash), with WORDS".
func (c *command) takes() string {
	text := strings.Join(briefing.Map(c.names, said), " or ")
	if c.usage != "" {
		text += ", with " + c.usage
	}
	return text
}
