package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// prose returns some megabytes of text in a script.
func prose(words string, size int) string {
	random := rand.New(rand.NewPCG(1, 1))
	list := strings.Fields(words)
	var b strings.Builder
	for b.Len() < size {
		for range 8 + random.IntN(12) {
			b.WriteString(list[random.IntN(len(list))])
			b.WriteByte(' ')
		}
		b.WriteString(". ")
		if random.IntN(4) == 0 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

const (
	english = `Harbour bridge mayor ferry closed the opened report of says crews engineers and inspection bolts river north
district traffic detour Monday officials in union statement repair to budget council vote deadline contract steel weather`
	russian = `Президент сообщил о новых поставках вооружения в регион во время встречи на прошлой неделе и ещё раз подтвердил`
	czech   = `Předseda vlády řekl že žádné další kroky nejsou plánovány v příštím týdnu kvůli složité situaci na východě`
	chinese = `北約 秘書長 表示 朝鮮 軍隊 已 部署 到 俄羅斯 庫爾斯克 地區`
)

const megabytes = 10 << 20

func BenchmarkAdd(b *testing.B) {
	for name, words := range map[string]string{"english": english, "russian": russian, "czech": czech, "chinese": chinese} {
		text := prose(words, megabytes)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var t Text
			for b.Loop() {
				t.reset()
				t.Add(text)
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	var t Text
	t.Add(prose(english, megabytes))
	for _, query := range []string{"zq", "the z", "statementz", "engineers zz", "ESTS", "e z", "and inspectiox", "x"} {
		q := NewQuery(query)
		b.Run(strings.ReplaceAll(query, " ", "_"), func(b *testing.B) {
			b.SetBytes(int64(t.Len()))
			for b.Loop() {
				f := t.Finder(q)
				for at := f.Next(0, t.Len()); at >= 0; at = f.Next(at+1, t.Len()) {
				}
			}
		})
	}
}

func BenchmarkRanges(b *testing.B) {
	q := NewQuery("bridge")
	line := prose(english, 80)[:80]
	var list []Range
	b.ReportAllocs()
	for b.Loop() {
		list = q.AppendRanges(list[:0], line)
	}
}
