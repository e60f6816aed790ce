package width

// seam is the place between what has been read of a line and the cluster that
// comes next; the zero seam is the start of a line. It applies the rules of
// UAX 14 that its comments name.
type seam struct {
	begun bool  // there is text before
	gap   bool  // the text is followed by spaces
	last  class // of the last cluster that is no space
	lead  bool  // last is a hyphen, slash or dash at the start of a word
	twin  bool  // last is a slash after another
}

var (
	openers      = setOf(open, openWide)
	closers      = setOf(shut, shutWide)
	neverBefore  = setOf(glue, shut, shutWide, stop, quote, pfQuote, hyphen, slash, dash, zeroBreak)
	neverAfter   = setOf(glue, open, openWide, quote, piQuote)
	joints       = setOf(hyphen, slash, dash)
	wideBefore   = setOf(ideograph, shutWide)
	wideAfter    = setOf(ideograph, openWide)
	beforeQuotes = setOf(open, openWide, quote, piQuote, glue, zeroBreak)
)

// breaks reports whether a line may end here if a cluster of class c comes next.
func (j seam) breaks(c class) bool {
	switch {
	case !j.begun:
		return false
	case j.last == zeroBreak: // LB8
		return true
	case j.gap: // LB18, but for LB13 to LB15
		return !openers.has(j.last) && !closers.has(c)
	case neverBefore.has(c), neverAfter.has(j.last):
		return false
	case c == piQuote: // LB19a
		return wideBefore.has(j.last)
	case j.last == pfQuote:
		return wideAfter.has(c)
	case joints.has(j.last):
		return j.breaksAfterJoint(c)
	}
	return wideBefore.has(j.last) || wideAfter.has(c)
}

// breaksAfterJoint keeps together what starts with a joint (-5, --where, /etc:
// LB20a), dates and ranges of numbers (LB25) and the :// of a URL.
func (j seam) breaksAfterJoint(c class) bool {
	return !j.lead && !j.twin && (c != digit || j.last == dash)
}

// pass moves the seam behind a cluster of class c.
func (j *seam) pass(c class) {
	if c == space {
		j.gap = j.begun
		return
	}
	starts := !j.begun || j.gap || beforeQuotes.has(j.last)
	if c == piQuote && starts { // LB15a
		c = open
	}
	isJoint := joints.has(c)
	*j = seam{
		begun: true,
		last:  c,
		lead:  isJoint && (starts || j.lead),
		twin:  c == slash && j.last == slash && !j.gap,
	}
}
