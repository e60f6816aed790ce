package importer

import "testing"

func TestUnflowed(t *testing.T) {
	for _, tt := range []struct {
		in, want  string
		dropSpace bool
	}{
		{"The bridge stays \nclosed.\n\nNobody \nwas hurt.", "The bridge stays closed.\n\nNobody was hurt.", false},
		{"> quoted and \n> on\nreply", "> quoted and on\nreply", false},
		{">> one \n> two\n>three ", ">> one \n> two\n> three ", false},
		{"a \n-- \nName \nof", "a \n-- \nName of", false},
		{" From here\n  x", "From here\n x", false},
		{"桥 \n梁", "桥梁", true},
		{"", "", false},
	} {
		if got := unflowed(tt.in, tt.dropSpace); got != tt.want {
			t.Errorf("%q: %q, not %q", tt.in, got, tt.want)
		}
	}
}

func TestFlowedMail(t *testing.T) {
	r, err := importMail(t, "From: a@b.example\nSubject: S\nContent-Type: text/plain; format=flowed\n\nThe bridge stays \nclosed.\n")
	if err != nil || r.Document.Briefing.Sources[0].Text != "The bridge stays closed." {
		t.Errorf("%v, %v", r, err)
	}
}
