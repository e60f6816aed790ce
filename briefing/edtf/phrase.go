package edtf

// appendPhrase appends one point with its qualifiers.
func appendPhrase(b []byte, p *point, at setting) []byte {
	m, whole := p.wholeMark()
	switch {
	case !whole && at == alone && p.onlyDayApprox():
		b = appendPlain(b, p, Month, &longNames)
		b = append(b, ", about the "...)
		return appendOrdinal(b, int(p.day))
	case !whole:
		b = appendUnmarked(b, p, at)
		return appendPartMarks(b, p)
	case m == none:
		return appendUnmarked(b, p, at)
	case p.open != 0:
		b = appendUnmarked(b, p, at)
		return appendNote(b, markNames[m], at)
	case m == uncertain:
		b = append(b, "possibly "...)
		return appendUnmarked(b, p, within)
	}
	b = append(b, "about "...)
	b = appendUnmarked(b, p, within)
	if m == both {
		b = appendNote(b, markNames[uncertain], at)
	}
	return b
}

var markNames = [...]string{
	uncertain:   "uncertain",
	approximate: "approximate",
	both:        "approximate and uncertain",
}

func appendNote(b []byte, note string, at setting) []byte {
	if at == alone {
		b = append(b, ", "...)
		return append(b, note...)
	}
	b = append(b, " ("...)
	b = append(b, note...)
	return append(b, ')')
}

// wholeMark returns the qualifiers of the year, and whether they are those of
// every component.
func (p *point) wholeMark() (m mark, whole bool) {
	m = p.marks.of(yearComponent)
	switch p.written {
	case Year:
		return m, true
	case SubYear, Month:
		return m, p.marks == m*throughMonth
	}
	return m, p.marks == m*throughDay
}

func (p *point) onlyDayApprox() bool {
	return p.marks == approximate*dayComponent && p.open == 0
}

// appendPartMarks appends the components that a qualifier applies to: " (year
// and month approximate)".
func appendPartMarks(b []byte, p *point) []byte {
	opening := " ("
	for _, m := range [...]mark{approximate, uncertain, both} {
		names := 0
		for _, c := range [...]mark{yearComponent, monthComponent, dayComponent} {
			if p.marks.of(c) != m {
				continue
			}
			if names > 0 {
				opening = " and "
			}
			b = append(b, opening...)
			b = append(b, p.componentName(c)...)
			names++
		}
		if names > 0 {
			b = append(b, ' ')
			b = append(b, markNames[m]...)
			opening = ", "
		}
	}
	return append(b, ')')
}

func (p *point) componentName(c mark) string {
	switch {
	case c == yearComponent:
		return "year"
	case c == dayComponent:
		return "day"
	case p.written != SubYear:
		return "month"
	}
	return p.subYear().kind
}

// appendUnmarked appends a point without its qualifiers.
func appendUnmarked(b []byte, p *point, at setting) []byte {
	switch {
	case p.written == Year && p.open == 0 && p.negative:
		b = append(b, "year "...)
		return appendYear(b, p)
	case p.written == Year && p.open == 0:
		return appendYear(b, p)
	case p.written == Year:
		return appendSomeYear(b, p, at)
	case p.written == SubYear:
		return appendSubYear(b, p, at)
	case p.open != 0:
		return appendOpen(b, p)
	}
	b = appendPlain(b, p, p.written, &longNames)
	if p.written >= Minute {
		b = append(b, ", "...)
		b = appendClock(b, &p.clock)
		b = appendZone(b, &p.clock)
	}
	return b
}

// appendSubYear appends "spring 2024", "winter 2024–25", "second quarter of
// 2024", with "the" inside a sentence.
func appendSubYear(b []byte, p *point, at setting) []byte {
	part := p.subYear()
	ofYear := part.kind != "season"
	if ofYear && at == within {
		b = append(b, "the "...)
	}
	b = append(b, part.name...)
	switch {
	case p.open != 0:
		b = appendOpenYear(b, p)
	case ofYear:
		b = append(b, " of "...)
		b = appendYear(b, p)
	default:
		b = append(b, ' ')
		b = appendYear(b, p)
		if int(part.first)+part.months > monthsInYear+1 && !p.negative {
			b = appendNextYear(b, int(p.year)+1)
		}
	}
	return append(b, part.hemisphere...)
}

// appendNextYear appends "–25" after 2024 and "–2000" after 1999.
func appendNextYear(b []byte, next int) []byte {
	b = append(b, dash...)
	if next%yearsInCentury == 0 {
		return appendPadded(b, next, yearWidth)
	}
	return appendPadded(b, next%yearsInCentury, twoWidth)
}
