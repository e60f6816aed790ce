package file

// reviewed are parts of files as they are before an item is taken or dropped, and as
// they are afterwards.
var reviewed = []struct {
	name, text, item string
	taken, dropped   string
}{
	{
		"block", `
actors:
  - id: a
    name: A
    kind: person
    draft: true
  - id: b
    name: B
    kind: person
`, "a", `
actors:
  - id: a
    name: A
    kind: person
  - id: b
    name: B
    kind: person
`, `
actors:
  - id: b
    name: B
    kind: person
`,
	},
	{
		"the key first, comments", `
actors: # all
  # about a

  # A is a person.
  # Really.
  - draft: true # proposed
    id: a # A
    # of A
    name: A
    kind: person
    # the end of A

  # B is one too.
  - id: b
    name: B
    kind: person
    # the end of B
# The end.
`, "a", `
actors: # all
  # about a

  # A is a person.
  # Really.
  - id: a # A
    # of A
    name: A
    kind: person
    # the end of A

  # B is one too.
  - id: b
    name: B
    kind: person
    # the end of B
# The end.
`, `
actors: # all
  # about a

  # B is one too.
  - id: b
    name: B
    kind: person
    # the end of B
# The end.
`,
	},
	{
		"a comment below the first key", `
actors:
- draft: true
  # of A
  id: a
  name: A
  kind: person
`, "a", `
actors:
- 
  # of A
  id: a
  name: A
  kind: person
`, `
actors: []
`,
	},
	{
		"the last one, apart", `
actors:

  - id: b
    name: B
    kind: person

  # About A.
  -
    id: a
    name: A
    draft: True
    kind: person
    summary: |
      # no comment

      It is.

gaps:
  - none
`, "a", `
actors:

  - id: b
    name: B
    kind: person

  # About A.
  -
    id: a
    name: A
    kind: person
    summary: |
      # no comment

      It is.

gaps:
  - none
`, `
actors:

  - id: b
    name: B
    kind: person

gaps:
  - none
`,
	},
	{
		"the only one", `
"actors": # all: of them
  # first
  - {id: a, name: A, draft: true, kind: person} # A
# Gaps.
gaps: [none]
`, "a", `
"actors": # all: of them
  # first
  - {id: a, name: A, kind: person} # A
# Gaps.
gaps: [none]
`, `
"actors": [] # all: of them
# Gaps.
gaps: [none]
`,
	},
	{
		"after a text that keeps its end", `
actors:
  - id: b
    name: B
    kind: person
    summary: |+
      It is.


  - id: a
    name: A
    kind: person
    draft: true
`, "a", `
actors:
  - id: b
    name: B
    kind: person
    summary: |+
      It is.


  - id: a
    name: A
    kind: person
`, `
actors:
  - id: b
    name: B
    kind: person
    summary: |+
      It is.
`,
	},
	{
		"flow", `
actors: [{draft: true, id: a, name: "A, } #", kind: person}, {id: b, name: B, kind: person}]
`, "a", `
actors: [{id: a, name: "A, } #", kind: person}, {id: b, name: B, kind: person}]
`, `
actors: [{id: b, name: B, kind: person}]
`,
	},
	{
		"flow over lines, the last one", `
actors: [
  {id: b, name: B, kind: person}, # B
  # A
  {id: a, name: A, kind: person,
   # a draft
   draft: true},
  ]
`, "a", `
actors: [
  {id: b, name: B, kind: person}, # B
  # A
  {id: a, name: A, kind: person
   # a draft
   },
  ]
`, `
actors: [
  {id: b, name: B, kind: person} # B
  # A
  ,
  ]
`,
	},
	{
		"what refers to it", `
actors:
  - {id: a, name: A, kind: group, draft: true}
  - id: b
    part_of: a
    name: B
    kind: person
events:
  - {id: e, title: E, when: 2024, actors: [a, {actor: a, role: host}, b]}
  - {id: f, title: F, when: 2024, actors: [a]}
`, "a", `
actors:
  - {id: a, name: A, kind: group}
  - id: b
    part_of: a
    name: B
    kind: person
events:
  - {id: e, title: E, when: 2024, actors: [a, {actor: a, role: host}, b]}
  - {id: f, title: F, when: 2024, actors: [a]}
`, `
actors:
  - id: b
    name: B
    kind: person
events:
  - {id: e, title: E, when: 2024, actors: [b]}
  - {id: f, title: F, when: 2024, actors: []}
`,
	},
	{
		"evidence from a source", `
sources:
  - {id: s, title: S, kind: post, draft: true, text: Yes.}
  - {id: o, title: O, kind: post, origin: s}
actors:
  - id: a
    name: A
    kind: person
    evidence:
      - s: Yes.
      # again
      - source: s
        quote: Yes.
      - {s: Yes.}
      - source: o
judgments: [{id: j, text: "See [[s]].", evidence: [{s: Yes.}]}]
`, "s", `
sources:
  - {id: s, title: S, kind: post, text: Yes.}
  - {id: o, title: O, kind: post, origin: s}
actors:
  - id: a
    name: A
    kind: person
    evidence:
      - s: Yes.
      # again
      - source: s
        quote: Yes.
      - {s: Yes.}
      - source: o
judgments: [{id: j, text: "See [[s]].", evidence: [{s: Yes.}]}]
`, `
sources:
  - {id: o, title: O, kind: post}
actors:
  - id: a
    name: A
    kind: person
    evidence:
      - source: o
judgments: [{id: j, text: "See [[s]].", evidence: []}]
`,
	},
	{
		"a position", `
actors: [{id: a, name: A, kind: person}]
questions:
  - id: q
    text: Q?
    claims:
      - id: c
        text: C
        positions:
          # no
          - holder: a
            stance: denies
            draft: true
          # yes
          - holder: a
            stance: affirms
`, "c/a", `
actors: [{id: a, name: A, kind: person}]
questions:
  - id: q
    text: Q?
    claims:
      - id: c
        text: C
        positions:
          # no
          - holder: a
            stance: denies
          # yes
          - holder: a
            stance: affirms
`, `
actors: [{id: a, name: A, kind: person}]
questions:
  - id: q
    text: Q?
    claims:
      - id: c
        text: C
        positions:
          # yes
          - holder: a
            stance: affirms
`,
	},
}
