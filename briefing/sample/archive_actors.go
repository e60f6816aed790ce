package sample

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"sync"
)

// archiveActors is the number of actors that all files of an archive share.
const archiveActors = 300

// topicActors is how many of them a topic is about.
const topicActors = 24

var (
	countries = strings.Fields(`Ukraine:UA Russia:RU Poland:PL Romania:RO Moldova:MD Turkey:TR Germany:DE France:FR Spain:ES Norway:NO
Sweden:SE Finland:FI Estonia:EE Latvia:LV Lithuania:LT Hungary:HU Slovakia:SK Bulgaria:BG Georgia:GE Japan:JP`)
	bodies     = []string{"Foreign Ministry", "Defence Ministry", "General Staff"}
	kinds      = strings.Fields("Shipping Farming Railway Harbour Veterans Energy Border Relief Mining Fishing Press Student Legal Medical Insurance Grain Steel Airline Church Union")
	firstNames = strings.Fields(`Olena José Zoë Łukasz Anna Pavel Marta Søren Irène Viktor Nadia Jürgen Ana Tomáš Elif Henrik Ioana Björn Lucía
Mykola Agnès Dmitri Katarzyna Rémi Hanna Petra Oleksandr Ingrid Márton Yuki Ramón`)
	lastNames = strings.Fields(`Marchenko Núñez Müller Šimůnek Kowalski Ivanenko Bărbulescu Østergaard Lefèvre Petrov Zelený Çelik Hansen Jõgi
Kalniņš Kazlauskas Horváth Novák Dimitrova Beridze Tanaka García Lindström Virtanen Bondar Sokolov Wiśniewski Popescu Kovač Demir Schäfer
Moreau Álvarez Berg Åkesson Mäkinen Tamm Ozols Petrauskas Nagy Kováč Georgiev Gelashvili Satō Shevchenko Lysenko Orlova Zając Ionescu Yıldız
Krüger Dubois Ibáñez Dahl Öberg Nieminen Kask Bērziņš Szabó Hudák`)
	roles = []string{"spokesman", "minister", "envoy", "commander", "analyst", "mayor", "correspondent"}
)

// withoutAccents writes a name as one who has no such keys does.
var withoutAccents = strings.NewReplacer("á", "a", "å", "a", "ä", "a", "ă", "a", "ą", "a", "ç", "c", "č", "c", "é", "e", "è", "e", "ë", "e", "ē", "e",
	"í", "i", "ı", "i", "ł", "l", "ņ", "n", "ñ", "n", "ó", "o", "ö", "o", "ø", "o", "õ", "o", "ō", "o", "ś", "s", "š", "s", "ú", "u", "ü", "u", "ů", "u",
	"ý", "y", "Á", "A", "Å", "A", "Ç", "C", "Ł", "L", "Ø", "O", "Ö", "O", "Š", "S")

// sharedActors makes the actors of the archive: 20 states, three bodies of each,
// 20 organizations, and persons. A third of the persons have no external id. The first
// six persons are pairs of one name, each with an external id of its own.
var sharedActors = sync.OnceValue(func() []Actor {
	var list []Actor
	add := func(a Actor, wikidata int) {
		if a.ID = actorID(a.Name); wikidata > 0 {
			a.ExternalIDs = map[string]string{"wikidata": "Q" + strconv.Itoa(wikidata)}
		}
		list = append(list, a)
	}
	for i, country := range countries {
		name, code, _ := strings.Cut(country, ":")
		add(Actor{Name: name, Kind: "state", Country: code}, 100+i)
		for _, body := range bodies {
			add(Actor{Name: body + " of " + name, Kind: "organization", Country: code, PartOf: actorID(name), Aka: []string{name + "’s " + strings.ToLower(body)}}, 0)
		}
		add(Actor{Name: kinds[i] + " Association", Kind: "organization", Country: code}, 4000+i)
	}
	for p := 0; len(list) < archiveActors; p++ {
		n := p
		if p < 6 {
			n -= p % 2
		}
		first, last := firstNames[n%len(firstNames)], lastNames[n%len(lastNames)]
		_, code, _ := strings.Cut(countries[p%len(countries)], ":")
		a := Actor{Name: first + " " + last, Kind: "person", Country: code, Aka: []string{last}}
		wikidata := 100_000 + 37*p
		if p%3 == 2 && p > 6 {
			wikidata = 0
			a.Aka = []string{last, first[:1] + ". " + last}
		}
		if first[0] >= 0x80 {
			a.Aka = a.Aka[:1]
		}
		add(a, wikidata)
	}
	return list
})

func actorID(name string) string {
	return strings.ReplaceAll(strings.ToLower(withoutAccents.Replace(name)), " ", "-")
}

// newActors returns some of the actors of the topic as this file has them:
// every other topic gives persons other ids, and every other version has names
// without accents. They have no evidence yet.
func (f *archiveFile) newActors() []Actor {
	shared, pool := sharedActors(), newWriter(1000, f.topic).rand.Perm(archiveActors)[:topicActors]
	var list []Actor
	has := map[string]int{}
	for _, n := range f.rand.Perm(topicActors)[:14+f.rand.IntN(5)] {
		a := shared[pool[n]]
		if a.Kind == "person" && f.topic%2 == 1 {
			first, last, _ := strings.Cut(a.ID, "-")
			a.ID = last + "-" + first
		}
		if has[a.ID]++; has[a.ID] > 1 {
			a.ID = fmt.Sprintf("%s-%d", a.ID, has[a.ID])
		}
		if f.version%2 == 0 {
			a.Name = withoutAccents.Replace(a.Name)
		}
		a.Role, a.Summary = oneOf(f.rand, roles), f.sentence(14)
		a.ExternalIDs = maps.Clone(a.ExternalIDs)
		list = append(list, a)
	}
	for i := range list {
		if has[list[i].PartOf] == 0 {
			list[i].PartOf = ""
		}
	}
	return list
}
