-- The index of a library. The id of an item is the day of its briefing's as-of
-- date, the number of the file and that of the item, so that descending ids are
-- the newest briefing first, and within it the order of a search.

CREATE TABLE file (
	id       INTEGER PRIMARY KEY,
	name     TEXT NOT NULL UNIQUE, -- in the folder
	size     INTEGER NOT NULL,
	modified INTEGER NOT NULL,     -- in nanoseconds since 1970
	inode    INTEGER NOT NULL,
	settled  INTEGER NOT NULL,     -- 1 if it was older than a moment when it was read
	sum      BLOB,                 -- of its content
	texts    TEXT NOT NULL,        -- the files with texts of its sources and their stamps
	kind     INTEGER NOT NULL,     -- 0: no briefing, 1: a briefing, 2: one that cannot be read
	day      INTEGER NOT NULL,     -- of as_of, counted from the year 0
	briefing TEXT NOT NULL,        -- its id
	title    TEXT NOT NULL,
	version  INTEGER NOT NULL,
	as_of    TEXT NOT NULL,
	tlp      TEXT NOT NULL,
	withheld TEXT NOT NULL,
	contested INTEGER NOT NULL,
	errors   INTEGER NOT NULL,
	why      TEXT NOT NULL,        -- why it cannot be read
	withdrawn TEXT NOT NULL,       -- the day on which it was, or empty
	items    INTEGER NOT NULL
);
CREATE INDEX file_day ON file(day DESC, name) WHERE kind > 0;
CREATE INDEX file_briefing ON file(briefing);
CREATE INDEX file_withdrawn ON file(id) WHERE withdrawn <> '';

CREATE TABLE item (
	id      INTEGER PRIMARY KEY,
	kind    INTEGER NOT NULL, -- of briefing.Kind; 0 for the briefing itself
	ref     TEXT NOT NULL,
	marking TEXT NOT NULL,
	name    TEXT NOT NULL,    -- of some kinds, see identity.go
	keys    TEXT NOT NULL     -- of an actor or a source
);

-- What a search shows of successive items of a file, compressed; see chunk.go.
CREATE TABLE chunk (
	id   INTEGER PRIMARY KEY, -- that of its last item, which is the lowest
	text BLOB NOT NULL
);

-- What is looked for in an item: its own words, and those of its claim and question.
CREATE VIRTUAL TABLE words USING fts5(own, above, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO words(words, rank) VALUES ('hashsize', 16777216);

-- What the filter language asks for by value.
CREATE VIRTUAL TABLE facets USING fts5(facet, content='', contentless_delete=1, detail=none, tokenize='ascii');
INSERT INTO facets(facets, rank) VALUES ('hashsize', 4194304);

-- The times in which something can have happened, in microseconds since 1970.
CREATE TABLE period (
	item  INTEGER NOT NULL,
	first INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	PRIMARY KEY (item, first, last)
) WITHOUT ROWID;

-- By what an actor, a source, a claim or a question is the same as one in another
-- briefing, as sums.
CREATE TABLE key (
	sum  INTEGER NOT NULL,
	item INTEGER NOT NULL,
	PRIMARY KEY (sum, item)
) WITHOUT ROWID;
CREATE INDEX key_item ON key(item);

CREATE TABLE position (
	item     INTEGER PRIMARY KEY,
	holder   INTEGER NOT NULL, -- items
	claim    INTEGER NOT NULL,
	question INTEGER NOT NULL,
	stance   TEXT NOT NULL,
	said     TEXT NOT NULL,    -- when, or by when if said_by is 1
	said_by  INTEGER NOT NULL,
	day      INTEGER NOT NULL  -- of said, counted from the year 0
);
CREATE INDEX position_holder ON position(holder, day);
