package export

import (
	"crypto/sha1"
	"encoding/hex"

	"sitrep/briefing"
)

// namespace is the UUID from which the UUIDs of briefings and their items are
// made. It must never change, because ids in other systems come from it.
var namespace = [16]byte{
	0x38, 0x9d, 0x61, 0x72, 0xb5, 0xcc, 0x45, 0x42, 0xac, 0xbb, 0x10, 0xc0, 0x3f, 0xcb, 0x91, 0x73,
}

// nameUUID returns the UUID of a name in a namespace: version 5 of RFC 9562,
// which prescribes SHA-1.
func nameUUID(space [16]byte, name string) [16]byte {
	h := sha1.New()
	h.Write(space[:])
	h.Write([]byte(name))
	var id [16]byte
	copy(id[:], h.Sum(nil))
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return id
}

// uuidText returns a UUID in the form of RFC 9562.
func uuidText(id [16]byte) string {
	s := hex.EncodeToString(id[:])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// briefingUUID returns the UUID of a briefing, the namespace of its items'
// UUIDs.
func briefingUUID(b *briefing.Briefing) [16]byte { return nameUUID(namespace, "briefing "+b.ID) }
