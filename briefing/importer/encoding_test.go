package importer

import (
	"testing"

	"golang.org/x/net/html/charset"
)

func TestDecodeText(t *testing.T) {
	in := func(label, s string) string {
		e, _ := charset.Lookup(label)
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	meta := func(label string) string {
		return `<meta http-equiv=Content-Type content="text/html; charset=` + label + `">`
	}
	for _, tt := range []struct{ name, data, label, want string }{
		{"utf-8", "é — мост", "", "é — мост"},
		{"utf-8 with a mark", "\ufeffé", "koi8-r", "é"},
		{"utf-8 under another label", "мост закрыт", "windows-1251", "мост закрыт"},
		{"valid utf-8 by chance", in("gbk", "联通"), "gb2312", "联通"},
		{"ascii", "plain", "utf-16", "plain"},
		{"windows-1251 by meta", meta("windows-1251") + in("windows-1251", "мост"), "", meta("windows-1251") + "мост"},
		{"label before meta", meta("koi8-r") + in("windows-1251", "мост"), "cp1251", meta("koi8-r") + "мост"},
		{"label that is none", "<meta charset = 'koi8-r' >" + in("koi8-r", "мост"), "x-unknown", "<meta charset = 'koi8-r' >мост"},
		{"xml declaration", `<?xml version="1.0" encoding="iso-8859-2"?>` + in("iso-8859-2", "łódź"), "", `<?xml version="1.0" encoding="iso-8859-2"?>łódź`},
		{"shift_jis", in("shift_jis", "橋は通行止め"), "Shift_JIS", "橋は通行止め"},
		{"iso-2022-jp", in("iso-2022-jp", "橋"), "iso-2022-jp", "橋"},
		{"latin 1", "Gr\xfc\xdfe", "iso-8859-1", "Grüße"},
		{"without a label", "Gr\xfc\xdfe \x93x\x94", "", "Grüße “x”"},
		{"utf-16 little endian", "\xff\xfe<\x00\xe9\x00", "utf-8", "<é"},
		{"utf-16 big endian", "\xfe\xff\x00<\x00\xe9", "", "<é"},
		{"utf-16 without a mark", "<\x00h\x00\xe9\x00", "", "<hé"},
		{"not utf-16", "\xe9x", "utf-16", "éx"},
		{"bad byte in utf-8", "a\xffé", "utf-8", "a\ufffdé"},
		{"replacement", "\xffabc", "iso-2022-kr", "ÿabc"},
		{"empty", "", "", ""},
	} {
		if got := decodeText([]byte(tt.data), tt.label); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
		}
	}
}
