package briefing

// HintError is an error with a hint that says what to do about it.
type HintError struct{ message, hint string }

// NewHintError returns an error with a hint.
func NewHintError(message, hint string) *HintError { return &HintError{message, hint} }

func (e *HintError) Error() string { return e.message }

// Hint returns what to do about the error.
func (e *HintError) Hint() string { return e.hint }
