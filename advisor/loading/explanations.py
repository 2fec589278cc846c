"""What the findings of the reader mean: those that come before any check, as the file itself is not as it must be."""

from collections.abc import Mapping
from typing import Final

EXPLANATIONS: Final[Mapping[str, str]] = {
    "unreadable": """\
A file could not be opened, is too large, or is not text in UTF-8.

Until it can be read, nothing is known of what it says, so its district is not used.

What to do: check the name and the permissions of the file; save it as UTF-8. A file has at most 1,000,000 bytes.

Bad:

    a file saved in Latin-1, or one without permission to read

Good:

    a file saved as UTF-8
""",
    "not-plain-yaml": """\
A file uses a part of YAML that is not read here, or is no YAML.

Trees are plain text that anyone can review. Anchors, aliases, tags, merge keys, directives, a second document, equal
keys and invisible characters are refused, because a reader can be misled by each of them.

What to do: write out what an anchor, alias or merge key stood for; delete the second of two equal keys; put a text in
quotes that holds ": " or begins with a special character.

Bad:

    ask: Is it public: anyone may watch?

Good:

    ask: "Is it public: anyone may watch?"
""",
    "grammar": """\
A file has a key that is not known, lacks one that is needed, or has a value of the wrong kind.

What cannot be understood is never guessed at. The message names the key, and the nearest one that is known.

What to do: correct the key or the value. If it is prose with a comma in it, put the whole text in quotes.

Bad:

    examples:
      - {situation: A game, at home, answers: {public-arena: yes}, expect: in-public-arena}

Good:

    examples:
      - {situation: "A game, at home", answers: {public-arena: yes}, expect: in-public-arena}
""",
    "retyped": """\
Other programs that read YAML would take a value for a number, a date, true or nothing, where a text is meant.

Advisor keeps every value as text: `4.10` stays `4.10`. Editors and other tools may read it as 4.1.

What to do: put the value in quotes.

Bad:

    policy: 4.10

Good:

    policy: "4.10"
""",
}
