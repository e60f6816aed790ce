package briefing

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
)

// maxAddress is how long a web address may be, in bytes.
const maxAddress = 2000

// CheckURL says why s is not a web address that may be shown as a link and
// opened: http or https, a host, no user name, a port from 1 to 65535, printable
// ASCII only, at most 2,000 bytes. Other scripts are written in punycode and per
// cent, and a host does not mix scripts, so that none can look like another.
func CheckURL(s string) error {
	if len(s) > maxAddress {
		return errors.New("is longer than 2,000 bytes")
	}
	for _, b := range []byte(s) {
		if b <= ' ' || b >= 0x7f || strings.IndexByte("\"<>\\^`{|}", b) >= 0 {
			return errors.New("has a character that a web address must not have")
		}
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return errors.New("is no web address")
	case u.Scheme != "http" && u.Scheme != "https":
		return errors.New("does not start with http:// or https://")
	case u.User != nil:
		return errors.New("has a user name in it")
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

var webAddress = checked(CodeBadURL, "an address such as https://example.org/article, other scripts in punycode and per cent",
	schema{{"type", "string"}, {"pattern", "^https?://[!-~]+$"}, {"maxLength", maxAddress}}, CheckURL)
