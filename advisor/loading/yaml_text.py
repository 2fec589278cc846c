"""Strict YAML: text to plain values with positions.

Every scalar stays text; whatever could surprise a reader is refused.
The event stream is read, never composed, because the C loader crashes the interpreter on deep nesting.
"""

import re
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml

from advisor.domain.finding import Finding, Place, Position, Severity, Source
from advisor.domain.plain_text import invisible_characters

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
"""What an author's file holds: texts, lists and mappings."""

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 32

UNREADABLE: Final = "unreadable"
NOT_PLAIN_YAML: Final = "not-plain-yaml"
RETYPED: Final = "retyped"

RETYPED_FIELDS: Final = frozenset({"schema", "words", "adopted", "revised", "always"})
"""Fields that are numbers, dates or true, so that retyping does them no harm."""

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_RETYPED: Final = re.compile(
    r"""(?xi) [-+]?\d[\d_]* (?:\.[\d_]*)? (?:e[-+]?\d+)? | [-+]?\.\d+ | 0x[\da-f]+ | 0o[0-7]+ | [-+]?\.inf | \.nan
    | [-+]?\d+ (?::[0-5]?\d)+ (?:\.\d*)? | \d{4}-\d\d?-\d\d? (?:[Tt\ ].*)? | true | false | null | ~"""
)
_EXPLICIT_KEY: Final = re.compile(r"(?m)(?:^|[\s\[{,-])\?(?:\s|$)")
QUOTE_HINT: Final = "if this is prose, put the whole text in quotes"
_HINTS: Final = {
    "mapping values are not allowed": f'a ": " begins a new value here; {QUOTE_HINT}',
    "did not find expected ',' or '}'": f"a comma or a bracket ends the text here; {QUOTE_HINT}",
    "did not find expected ',' or ']'": f"a comma or a bracket ends the text here; {QUOTE_HINT}",
    "found character that cannot start any": "use spaces, not tabs; put a text in quotes that begins with @, ` or %",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content and where each thing in it stands; no value when it could not be read to its end."""

    value: Value | None
    source: Source
    findings: tuple[Finding, ...]


def read_yaml(content: bytes, file: str) -> Document:
    """Read one author's file.

    Args:
        content: the bytes of the file.
        file: its name, for findings.
    """
    try:
        text = _decode(content)
    except ValueError as problem:
        source = Source(file, ())
        return Document(None, source, (source.finding(UNREADABLE, Severity.ERROR, Position(1, 1), str(problem)),))
    reader = _Reader(text)
    value = reader.read()
    source = Source(file, tuple(text.split("\n")), reader.values, reader.keys)
    found = sorted(reader.problems, key=lambda problem: problem.position)
    findings = tuple(source.finding(p.check, p.severity, p.position, p.message) for p in found)
    return Document(value, source, findings)


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise ValueError(f"the file has {len(content):,} bytes; at most {MAX_BYTES:,} are read")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"byte {error.start} (line {line}) is not UTF-8; save the file as UTF-8") from error
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class _Problem:
    position: Position
    message: str
    check: str = NOT_PLAIN_YAML
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class _Frame:
    """A list or mapping being filled."""

    items: list[Value] | dict[str, Value]
    place: Place
    key: str | None = None
    dropped: bool = False
    """Whether the value of this key is to be thrown away, as after a duplicate key."""


@dataclass(slots=True)
class _Reader:
    """One pass over the events of one text."""

    text: str
    values: dict[Place, Position] = field(default_factory=dict)
    keys: dict[Place, Position] = field(default_factory=dict)
    problems: list[_Problem] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    root: Value | None = None
    documents: int = 0

    def read(self) -> Value | None:
        """Return the document's value; problems are collected on the way."""
        self._scan_characters()
        self._scan_directives()
        try:
            self._scan_explicit_keys()
            for event in yaml.parse(self.text, Loader=_Loader):
                if not self._take(event):
                    return None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
            return None
        return self.root

    def _scan_characters(self) -> None:
        hidden = invisible_characters(self.text)
        if not hidden:
            return
        pattern = re.compile("[" + re.escape("".join(hidden)) + "]")
        for number, line in enumerate(self.text.split("\n"), 1):
            for match in pattern.finditer(line):
                self._problem(Position(number, match.start() + 1), _invisible(match.group()))
        self.text = pattern.sub("\N{REPLACEMENT CHARACTER}", self.text)

    def _scan_directives(self) -> None:
        for number, line in enumerate(self.text.split("\n"), 1):
            if line.startswith("%"):
                self._problem(Position(number, 1), "directives are not read; delete this line")
            elif line.strip() and not line.startswith("#"):
                return

    def _scan_explicit_keys(self) -> None:
        if not _EXPLICIT_KEY.search(self.text):
            return
        for token in yaml.scan(self.text, Loader=_Loader):
            if isinstance(token, yaml.KeyToken) and token.end_mark.index > token.start_mark.index:
                self._problem(_position(token), 'keys that begin with "? " are not read; write "key: value"')

    def _take(self, event: yaml.Event) -> bool:
        """Take one event in; return whether to read on."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._problem(_position(event), "a second document begins here; one file holds one")
                    return False
            case yaml.ScalarEvent():
                self._check_plain(event)
                self._scalar(event)
            case yaml.AliasEvent():
                self._problem(_position(event), "aliases (*) are not read; write the text out")
                self._put("", _position(event))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._check_plain(event)
                return self._open(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()
        return True

    def _open(self, event: yaml.Event) -> bool:
        position = _position(event)
        items: list[Value] | dict[str, Value] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        if self._awaits_key():
            self._problem(position, "a key must be a single text; put it in quotes if it begins with [ or {")
            self._drop_value("…")
            self.stack.append(_Frame(items, ("…",)))
        else:
            self.stack.append(_Frame(items, self._put(items, position)))
        if len(self.stack) > MAX_DEPTH:
            self._problem(position, f"lists and mappings are nested more than {MAX_DEPTH} deep")
            return False
        return True

    def _drop_value(self, key: str) -> None:
        """Throw the value away that follows in the mapping being filled."""
        self.stack[-1].key, self.stack[-1].dropped = key, True

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].items, dict) and self.stack[-1].key is None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        position = _position(event)
        if self._awaits_key():
            self._key(event.value, position)
            return
        place = self._put(event.value, position)
        plain = event.implicit[0]
        if plain and _RETYPED.fullmatch(event.value) and not RETYPED_FIELDS & set(place[-2:]):
            message = f"other YAML readers take {event.value} for a number, a date or no text at all; quote it: '"
            self.problems.append(_Problem(position, f"{message}{event.value}'", RETYPED, Severity.WARNING))

    def _key(self, key: str, position: Position) -> None:
        frame = self.stack[-1]
        place = (*frame.place, key)
        if key == "<<":
            self._drop_value(key)
            self._problem(position, "merge keys (<<) are not read; write the entries out")
        elif place in self.keys:
            self._drop_value(key)
            first = self.keys[place]
            self._problem(position, f'the key "{key}" stands here a second time; the first is in line {first.line}')
        else:
            frame.key, frame.dropped = key, False
            self.keys[place] = position

    def _put(self, value: Value, position: Position) -> Place:
        """Put a value where the document has come to; return its place."""
        if not self.stack:
            self.root = value
            return ()
        frame = self.stack[-1]
        if isinstance(frame.items, list):
            place: Place = (*frame.place, len(frame.items))
            frame.items.append(value)
            self.values[place] = position
            return place
        key, frame.key = frame.key or "", None
        place = (*frame.place, key)
        if frame.dropped:
            return (*place, "…")
        frame.items[key] = value
        if isinstance(value, str):
            self.values[place] = position
        return place

    def _check_plain(self, event: yaml.NodeEvent) -> None:
        position = _position(event)
        if event.anchor is not None:
            self._problem(position, "anchors (&) are not read; write the text out where it is needed")
        if getattr(event, "tag", None) is not None:
            self._problem(position, "tags (!) are not read; put a text in quotes that begins with !")
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            for character in sorted(invisible_characters(event.value)):
                self._problem(position, _invisible(character))

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        problem = error.problem or "this is not YAML"
        hint = next((hint for begin, hint in _HINTS.items() if problem.startswith(begin)), problem)
        self._problem(position, hint)

    def _problem(self, position: Position, message: str) -> None:
        self.problems.append(_Problem(position, message))


def _position(event: yaml.Event | yaml.Token) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def _invisible(character: str) -> str:
    return f"the invisible character U+{ord(character):04X} stands here; delete it"
