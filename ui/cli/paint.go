package cli

import "sitrep/ui/settings"

// The looks of what find prints on a terminal, as the parameters of SGR sequences. They
// are those of ripgrep.
const (
	pathLook  = "35"
	idLook    = "32"
	wordsLook = "1;31"
)

// painter writes text to standard output, in colours if it is on.
type painter struct {
	out *sink
	on  bool
}

// newPainter returns a painter. It is on for a terminal that can show colours, unless
// the theme is mono, as NO_COLOR makes it.
func newPainter(s Streams, theme settings.Theme) painter {
	out, ok := s.Out.(*sink)
	return painter{out, ok && drawable(s) && theme != settings.Mono}
}

// paint writes text in a look. The sink passes no escape sequences, so those around
// the text go past it.
func (p painter) paint(look, text string) {
	p.out.write([]byte("\x1b[" + look + "m"))
	p.plain(text)
	p.out.write([]byte("\x1b[m"))
}

// plain writes text as it is. The sink keeps the error.
func (p painter) plain(text string) { _, _ = p.out.Write([]byte(text)) }
