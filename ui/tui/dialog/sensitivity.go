package dialog

import (
	"sitrep/briefing"
	"sitrep/briefing/ach"
	"sitrep/briefing/page"
	"sitrep/ui/tui/style"
)

// Sensitivity lists on what the order of the hypotheses of an analysis depends. x is
// the index that it was made from.
func Sensitivity(x *briefing.Index, t *style.Theme, m *ach.Matrix) *Picker {
	changes := m.Sensitivity(x)
	items := make([]Item, len(changes))
	for i, c := range changes {
		item := targetItem(x, t, "Without it the order is another", page.Target{Ref: c.Without})
		if c.First {
			item.Group = "Without it another hypothesis is least inconsistent"
		}
		item.Aside = "then " + orNone(c.Order)
		if c.Rows > 1 {
			item.Aside += "; " + briefing.Counted(c.Rows, "row", "rows") + " weigh less or go with it"
		}
		items[i] = item
	}
	none := "The order of the hypotheses depends on no single position or source."
	if m.Coded == 0 {
		none = "Nothing is coded yet."
	}
	return list(Picker{Title: "Now: " + orNone(m.Order()), Enter: "opens it", None: none, KeyCells: kindCells}, items)
}

func orNone(order string) string {
	if order == "" {
		return "no order, as nothing is coded"
	}
	return order
}
