package clean

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxAddress is the maximum length of a web address in bytes.
const MaxAddress = 2000

// EncodeURL returns a web address as it is sent: its host in punycode, other
// letters percent-encoded. The error says why the address must not be shown as a
// link or opened. An address must be http or https and have a host, no user name,
// a port from 1 to 65535 if any, at most 2,000 bytes, and no spaces or invisible
// characters. Its host must not mix scripts, because it could look like another.
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
		// What follows the host is only encoded.
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

// CheckURL returns an error if s is not a web address that may be shown as a link
// and opened.
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

// percentEncoded returns s with all bytes beyond ASCII percent-encoded.
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

// checkURL returns an error if an address in ASCII must not be opened.
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

// HostOf returns the host of an address in ASCII, as it is sent, or "" if the
// address must not be opened.
func HostOf(address string) string {
	encoded, err := EncodeURL(address)
	if err != nil {
		return ""
	}
	u, err := url.Parse(encoded)
	if err != nil {
		return ""
	}
	return u.Host
}
