package importer

import (
	"cmp"
	"strconv"
	"strings"

	"sitrep/briefing"
)

// claim reads a row with a claim and, if it has a holder, a position.
func (t *csvReader) claim(row object) {
	question, questionText := row.text("question"), row.text("question_text")
	claim, claimText := row.text("claim"), row.text("claim_text")
	holder, holderName := row.text("holder"), row.text("holder_name")
	if !t.own {
		questionText = cmp.Or(questionText, question, "What is claimed in "+t.input+"?")
		claimText = cmp.Or(claimText, claim)
		holder = cmp.Or(holderName, holder)
		question, claim = questionText, questionText+"\n"+claimText
	}
	said := t.date(row.text("said"))
	if !t.entry(claimText, said) {
		clear(row)
		return
	}
	if claimText == "" {
		t.lost.add("row without a claim")
		return
	}
	c := t.claimOf(question, questionText, claim, claimText)
	if figure := row.text("figure"); figure != "" {
		var ok bool
		if c.Figure, ok = parseFigure(figure); !ok {
			row["figure"] = figure
		}
	}
	q := &t.rows.Questions[t.rows.questions[question]]
	q.Status = cmp.Or(term(t, row, "question_status", briefing.QuestionStatuses), q.Status)
	q.Common, c.Common = t.common(row, "question_"), t.common(row, "claim_")
	_, hasStance := row["stance"]
	p := briefing.Position{
		Stance: term(t, row, "stance", briefing.Stances), Said: said, Hedge: term(t, row, "hedge", briefing.Hedges),
		Quotation: term(t, row, "quotation", briefing.Quotations), Note: row.text("note"), Citing: t.citing(row), Evidence: t.evidence(row), Common: t.shared(row),
	}
	if via := row.text("via"); via != "" {
		p.Via = t.actorNamed(via)
	}
	if grade := row.text("credibility"); grade != "" {
		p.Credibility, _ = strconv.Atoi(grade)
	}
	if !hasStance {
		p.Stance = briefing.Affirms // a table of who says what
	}
	switch {
	case holder == "":
		if len(p.Evidence) > 0 {
			t.lost.add("evidence of a claim without a holder")
		}
		c.TLP = p.TLP
		return
	case p.Stance == "":
		t.lost.add("position without a stance")
		return
	}
	p.Holder = t.actorNamed(holder)
	c.Positions = append(c.Positions, p)
}

// claimOf returns the claim of a row, adding it if no row before had it.
func (t *csvReader) claimOf(question, questionText, claim, claimText string) *briefing.Claim {
	r := &t.rows
	if r.questions == nil {
		r.questions, r.claims = map[string]int{}, map[string][2]int{}
	}
	q, ok := r.questions[question]
	if !ok {
		q = len(r.Questions)
		r.questions[question] = q
		r.Questions = append(r.Questions, briefing.Question{ID: question, Text: questionText})
		if !t.own {
			r.Questions[q].ID = ""
		}
	}
	at, ok := r.claims[claim]
	if !ok {
		claims := &r.Questions[q].Claims
		at = [2]int{q, len(*claims)}
		r.claims[claim] = at
		c := briefing.Claim{ID: claim, Text: claimText}
		if !t.own {
			c.ID = ""
		}
		*claims = append(*claims, c)
	}
	return &r.Questions[at[0]].Claims[at[1]]
}

// citing reads the actors or sources that a holder names. Only ids tell which
// of the two they are.
func (t *csvReader) citing(row object) []string {
	if !t.own {
		return nil
	}
	return t.names(row, "citing")
}

// figureText matches the output of briefing.Figure.String.
var figureText = pattern(`^(~?)(-?[0-9.]+)(?:–(-?[0-9.]+))? (.+)$`)

func parseFigure(s string) (f briefing.Figure, ok bool) {
	m := figureText().FindStringSubmatch(s)
	if m == nil {
		return f, false
	}
	f = briefing.Figure{Value: briefing.Decimal(m[2]), Unit: m[4], Approximate: m[1] != ""}
	if m[3] != "" {
		f.Value, f.Low, f.High = "", f.Value, briefing.Decimal(m[3])
	}
	return f, true
}

// evidence reads the sources of a row with the quotes from them.
func (t *csvReader) evidence(row object) (out []briefing.Evidence) {
	quotes, _ := row["quotes"].(string) // an empty last quote counts too
	sources := row.text("sources")
	places, _ := row["locators"].(string)
	row.drop("quotes", "locators")
	if t.own {
		return t.ownEvidence(sources, quotes, places)
	}
	names := strings.Split(sources, ";")
	if address := row.text("url"); address != "" {
		names = append(names, address)
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" {
			t.rows.sources = append(t.rows.sources, name)
			out = append(out, briefing.Evidence{Source: name})
		}
	}
	if len(out) == 1 {
		out[0].Locator = strings.TrimSpace(places)
	} else if places != "" {
		row["locators"] = places
	}
	switch {
	case strings.TrimSpace(quotes) == "":
	case len(out) == 1:
		out[0].Quote = strings.Trim(strings.TrimSpace(quotes), "“”\"")
	default:
		row["quotes"] = quotes
	}
	return out
}

// ownEvidence returns the evidence of a row written by package export: as many
// quotes and locators as sources, or none.
func (t *csvReader) ownEvidence(sources, quotes, places string) (out []briefing.Evidence) {
	if sources == "" {
		return nil
	}
	list, words, locators := strings.Split(sources, "; "), splitQuotes(quotes), strings.Split(places, "; ")
	if len(words) != len(list) {
		t.lost.addTimes("quotes that are not as many as their sources", min(1, len(quotes)))
		words = make([]string, len(list))
	}
	if len(locators) != len(list) {
		t.lost.addTimes("locators that are not as many as their sources", min(1, len(places)))
		locators = make([]string, len(list))
	}
	for i, source := range list {
		out = append(out, briefing.Evidence{Source: source, Quote: words[i], Locator: locators[i]})
	}
	return out
}

// splitQuotes splits quotes joined by package export: each in quotation marks
// or empty, separated by "; ".
func splitQuotes(s string) (out []string) {
	open := ""
	for part := range strings.SplitSeq(s, "; ") {
		if open != "" {
			open += "; " + part
		} else {
			open = part
		}
		if !strings.HasPrefix(open, "“") || strings.HasSuffix(open, "”") {
			out = append(out, strings.TrimSuffix(strings.TrimPrefix(open, "“"), "”"))
			open = ""
		}
	}
	return out
}
