//go:build !unix

package desk_test

import (
	"testing"
	"time"
)

func limitFiles(testing.TB, int) {}

func cpu() time.Duration { return 0 }
