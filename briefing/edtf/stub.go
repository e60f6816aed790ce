package edtf
import "time"
type Date struct{ s string }
func Parse(s string) (Date, error) { return Date{s}, nil }
func (d Date) String() string { return d.s }
func (d Date) IsZero() bool { return d.s == "" }
func (d Date) Words() string { return d.s }
func (d Date) Short() string { return d.s }
func (d Date) Compare(e Date) int { if d.s < e.s { return -1 }; if d.s > e.s { return 1 }; return 0 }
func (d Date) Bounds() (a, b time.Time, ha, hb bool) { return }
func (d Date) Ongoing() bool { return false }
