package briefing

import (
	"errors"
	"strings"
)

// countries are the officially assigned codes of ISO 3166-1 alpha-2, and XK,
// which the standard leaves to its users and which stands for Kosovo in
// practice.
const countries = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
	"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
	"MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
	"UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"

var countryCode = checked(CodeBadCountry, "two capitals such as UA, DE or GB (ISO 3166-1 alpha-2)",
	schema{{"type", "string"}, {"pattern", "^[A-Z]{2}$"}}, func(s string) error {
		if s == "UK" {
			return errors.New("is no country code: the United Kingdom is GB")
		}
		const letters = 2
		if len(s) != letters || strings.Contains(s, " ") || !strings.Contains(countries, s) {
			return errors.New("is no country code")
		}
		return nil
	})

// languagePattern is the shape of the tags that are accepted.
const languagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"

var languageTag = checked(CodeBadLanguage, "a tag such as en, uk, pt-BR or zh-Hant (BCP 47)",
	schema{{"type", "string"}, {"pattern", languagePattern}}, checkLanguage)

// checkLanguage says why s is no language tag: well-formed by RFC 5646, section
// 2.1, less the grandfathered, private and reserved forms of the first subtag.
func checkLanguage(s string) error {
	malformed := errors.New("is no language tag")
	subtags := strings.Split(s, "-")
	if !fits(subtags[0], 2, 3, false) {
		return malformed
	}
	rest := subtags[1:]
	take := func(shortest, longest int, digits bool) {
		if len(rest) > 0 && fits(rest[0], shortest, longest, digits) {
			rest = rest[1:]
		}
	}
	const extended = 3 // subtags of the extended language
	for range extended {
		take(3, 3, false)
	}
	take(4, 4, false) // script
	before := len(rest)
	if take(2, 2, false); len(rest) == before { // region
		if len(rest) > 0 && len(rest[0]) == 3 && strings.Trim(rest[0], "0123456789") == "" {
			rest = rest[1:]
		}
	}
	for len(rest) > 0 && isVariant(rest[0]) {
		rest = rest[1:]
	}
	return checkExtensions(rest, malformed)
}

// checkExtensions looks at what follows the variants: a letter or digit alone
// and the subtags under it.
func checkExtensions(rest []string, malformed error) error {
	for len(rest) > 0 {
		shortest := 2
		if strings.EqualFold(rest[0], "x") {
			shortest = 1
		}
		if !fits(rest[0], 1, 1, true) {
			return malformed
		}
		rest = rest[1:]
		before := len(rest)
		for len(rest) > 0 && fits(rest[0], shortest, 8, true) {
			rest = rest[1:]
		}
		if len(rest) == before {
			return malformed
		}
	}
	return nil
}

func isVariant(s string) bool {
	return fits(s, 5, 8, true) || fits(s, 4, 4, true) && s[0] >= '0' && s[0] <= '9'
}

// fits reports whether s has so many ASCII letters, or digits where they are
// allowed, and nothing else.
func fits(s string, shortest, longest int, digits bool) bool {
	if len(s) < shortest || len(s) > longest {
		return false
	}
	for _, b := range []byte(s) {
		letter := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
		if !letter && (!digits || b < '0' || b > '9') {
			return false
		}
	}
	return true
}
