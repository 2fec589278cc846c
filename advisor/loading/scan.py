"""What is looked for in a YAML text before its events are read, because the events do not show it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import yaml

from advisor.domain.finding import Position, Severity
from advisor.plain_text import invisible_characters

NOT_PLAIN_YAML: Final = "not-plain-yaml"

MOST_PROBLEMS: Final = 1_000
"""Beyond so many problems in one file no more are looked for: nobody reads them."""

# libyaml's parser, or the pure one where PyYAML was built without it; both give the same events.
LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# It begins with the mark itself, so that the search skips from one question mark to the next.
_EXPLICIT_KEY: Final = re.compile(r"\?(?<![^\s\[{,-]\?)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a text that is refused or warned of."""

    position: Position
    message: str
    check: str = NOT_PLAIN_YAML
    severity: Severity = Severity.ERROR


def without_invisible(text: str) -> tuple[str, list[Problem]]:
    """Return the text with a sign in the place of every invisible character, and where the first of them stand."""
    hidden = invisible_characters(text)
    if not hidden:
        return text, []
    problems = (
        Problem(Position(number, column), invisible(character))
        for number, line in enumerate(text.split("\n"), 1)
        for column, character in enumerate(line, 1)
        if character in hidden
    )
    signs = dict.fromkeys(map(ord, hidden), "\N{REPLACEMENT CHARACTER}")
    return text.translate(signs), list(islice(problems, MOST_PROBLEMS))


def invisible(character: str) -> str:
    """Return the message for an invisible character."""
    return f"the invisible character U+{ord(character):04X} stands here; delete it"


def directives(text: str) -> Iterator[Problem]:
    """Yield every ``%`` directive before the document."""
    if "%" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("%"):
            yield Problem(Position(number, 1), "directives are not read; delete this line")
        elif line.strip() and not line.startswith("#"):
            return


def explicit_keys(text: str) -> Iterator[Problem]:
    """Yield every key that is written with a question mark.

    Raises:
        yaml.MarkedYAMLError: the text is not YAML.
    """
    if not _EXPLICIT_KEY.search(text):
        return
    for token in yaml.scan(text, Loader=LOADER):
        start, end = token.start_mark, token.end_mark
        if isinstance(token, yaml.KeyToken) and start and end and end.index > start.index:
            position = Position(start.line + 1, start.column + 1)
            yield Problem(position, 'keys that begin with "? " are not read; write "key: value"')
