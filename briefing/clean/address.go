package clean

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxAddress is how long a web address may be, in bytes.
const MaxAddress = 2000

// EncodeURL is a web address as it is sent: its host in punycode, other letters
// in per cent. The error says why it must not be shown as a link or opened: it
// has to be http or https, with a host, without a user name, with a port from 1
// to 65535, at most 2,000 bytes, without spaces and characters that nobody sees;
// and a host does not mix scripts, so that none can look like another.
func EncodeURL(s string) (string, error) {
	if !IsASCII(s) && len(s) <= MaxAddress {
		u, err := url.Parse(s)
		if err != nil {
			return "", errNoAddress
		}
		if u.User != nil {
			return "", errUserName
		}
		host, err := asciiHost(u.Hostname())
		if err != nil {
			return "", err
		}
		// What follows the host stays as it is written: it is only encoded.
		scheme, rest, _ := strings.Cut(s, "//")
		if end := strings.IndexAny(rest, "/?#"); end >= 0 {
			rest = rest[end:]
		} else {
			rest = ""
		}
		if rest, err = percentEncoded(rest); err != nil {
			return "", err
		}
		if port := strings.TrimPrefix(u.Host, u.Hostname()); port != "" {
			host += port
		}
		s = scheme + "//" + host + rest
	}
	return s, checkURL(s)
}

// CheckURL says why s is no web address that may be shown as a link and opened.
func CheckURL(s string) error {
	_, err := EncodeURL(s)
	return err
}

var (
	errTooLongURL = errors.New("is longer than 2,000 bytes")
	errCharacter  = errors.New("has a character that a web address must not have")
	errNoAddress  = errors.New("is no web address")
	errUserName   = errors.New("has a user name in it")
)

// percentEncoded is s with all bytes beyond ASCII in per cent.
func percentEncoded(s string) (string, error) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r == utf8.RuneError, !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) && r != zeroWidthNonJoiner && r != zeroWidthJoiner:
			return "", errCharacter
		default:
			b.WriteString(url.PathEscape(string(r)))
		}
	}
	return b.String(), nil
}

// checkURL says why an address in ASCII must not be opened.
func checkURL(s string) error {
	if len(s) > MaxAddress {
		return errTooLongURL
	}
	for _, b := range []byte(s) {
		if b <= ' ' || b >= 0x7f || strings.IndexByte("\"<>\\^`{|}", b) >= 0 {
			return errCharacter
		}
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return errNoAddress
	case u.Scheme != "http" && u.Scheme != "https":
		return errors.New("does not start with http:// or https://")
	case u.User != nil:
		return errUserName
	}
	return checkHost(u)
}

func checkHost(u *url.URL) error {
	if u.Hostname() == "" || u.Opaque != "" || strings.HasPrefix(u.Host, "-") || strings.Contains(u.Host, "%") {
		return errors.New("has no host")
	}
	const highest = 65535
	port, err := strconv.Atoi(u.Port())
	if u.Port() == "" && !strings.HasSuffix(u.Host, ":") || err == nil && port >= 1 && port <= highest {
		return checkLabels(u.Hostname())
	}
	return errors.New("has no valid port")
}
