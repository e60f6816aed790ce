package dialog

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sitrep/briefing"
)

// Notebook lists what is in a notebook. enter says what enter does to an item.
func Notebook(title, enter string, items []Item) *Picker {
	return list(Picker{Title: title, Enter: enter, KeyCells: kindCells, None: "nothing is marked, noted or judged yet"}, items)
}

// noOpinion is the entry that takes an opinion away.
const noOpinion = "not said"

// Likelihood asks how likely something is, now being what was said before. chosen
// returns the result.
func Likelihood(title string, now briefing.Likelihood, chosen func(briefing.Likelihood) tea.Msg) *Picker {
	items := briefing.Map(briefing.Likelihoods, func(t briefing.Term[briefing.Likelihood]) Item {
		return Item{Text: t.Value.Words(), Result: chosen(t.Value), Key: isNow(t.Value == now)}
	})
	return numbered(title, append(items, Item{Text: noOpinion, Result: chosen(""), Key: isNow(now == "")}))
}

// Confidence asks how good the basis of an opinion is.
func Confidence(title string, now briefing.Confidence, chosen func(briefing.Confidence) tea.Msg) *Picker {
	items := briefing.Map(briefing.Confidences, func(t briefing.Term[briefing.Confidence]) Item {
		return Item{Text: string(t.Value), Result: chosen(t.Value), Key: isNow(t.Value == now)}
	})
	return numbered(title, append(items, Item{Text: noOpinion, Result: chosen(""), Key: isNow(now == "")}))
}

func isNow(is bool) string {
	if is {
		return " now"
	}
	return ""
}

// numbered lists items that a digit chooses.
func numbered(title string, items []Item) *Picker {
	for i := range items {
		number := strconv.Itoa((i + 1) % len(items)) // 0 for the last
		items[i].Shortcut, items[i].Key = number, number+items[i].Key
	}
	return list(Picker{Title: title, Enter: "chooses it", KeyCells: kindCells}, items)
}
