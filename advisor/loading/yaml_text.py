"""Strict YAML: text to plain values with positions.

Every scalar stays text; whatever could surprise a reader is refused.
The event stream is read, never composed, because the C loader crashes the interpreter on deep nesting.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, TypeAlias

import yaml

from advisor.domain.finding import Finding, Place, Position, Severity, Source
from advisor.loading import MAX_BYTES
from advisor.loading.scan import LOADER, MOST_PROBLEMS, Problem, directives, explicit_keys, invisible, without_invisible
from advisor.plain_text import invisible_characters, visible

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
"""What an author's file holds: texts, lists and mappings."""

MAX_DEPTH: Final = 32

UNREADABLE: Final = "unreadable"
RETYPED: Final = "retyped"

RETYPED_FIELDS: Final = frozenset({"schema", "words", "adopted", "revised", "always", "unbound"})
"""Fields that are numbers, dates or true, so that retyping does them no harm."""

_Mark: TypeAlias = Any

_RETYPED: Final = re.compile(
    r"""(?xi) [-+]?\d[\d_]* (?:\.[\d_]*)? (?:e[-+]?\d+)? | [-+]?\.\d+ | 0x[\da-f]+ | 0o[0-7]+ | [-+]?\.inf | \.nan
    | [-+]?\d+ (?::[0-5]?\d)+ (?:\.\d*)? | \d{4}-\d\d?-\d\d? (?:[Tt\ ].*)? | true | false | null | ~"""
)
_RETYPED_BEGINS: Final = frozenset("0123456789+-.~tTfFnN")
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
    source = Source(file, tuple(text.split("\n")), _Positions(reader.values), _Positions(reader.keys))
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


class _Positions(Mapping[Place, Position]):
    """Positions made when they are asked for: nearly none ever is, and making them all takes as long as reading."""

    def __init__(self, marks: Mapping[Place, _Mark]) -> None:
        self._marks = marks

    def __getitem__(self, place: Place) -> Position:
        return _position(self._marks[place])

    def __iter__(self) -> Iterator[Place]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


class _Frame:
    """A list or mapping being filled."""

    __slots__ = ("awaits_key", "dropped", "is_mapping", "items", "key", "place")

    def __init__(self, items: list[Value] | dict[str, Value], place: Place) -> None:
        self.items = items
        self.place = place
        self.is_mapping = self.awaits_key = isinstance(items, dict)
        self.key = ""
        self.dropped = False


class _Reader:
    """One pass over the events of one text; the hot path of every check, so each event costs a handful of look-ups."""

    def __init__(self, text: str) -> None:
        self.text, self.problems = without_invisible(text)
        self.problems += islice(directives(self.text), MOST_PROBLEMS)
        self.root: Value | None = None
        self.values: dict[Place, _Mark] = {}
        self.keys: dict[Place, _Mark] = {}
        self._outermost = _Frame([], ())
        self._frames = [self._outermost]
        self._frame = self._outermost
        self._documents = 0
        self._complete = True

    def read(self) -> Value | None:
        """Return the document's value; problems are collected on the way."""
        take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            self.problems += islice(explicit_keys(self.text), MOST_PROBLEMS)
            loader = LOADER(self.text)
            while self._complete and (event := loader.get_event()) is not None:
                if (taker := take.get(type(event))) is not None:
                    taker(event)
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        return self.root if self._complete else None

    def _document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(event, "a second document begins here; one file holds one")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value = event.value
        if event.anchor is not None or event.tag is not None or event.style == '"':
            self._check_plain(event)
        if self._frame.awaits_key:
            self._key(value, event.start_mark)
            return
        place = self._put(value, event.start_mark)
        if event.implicit[0] and value[:1] in _RETYPED_BEGINS:
            self._check_retyped(value, place, event)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        items: list[Value] | dict[str, Value] = {} if type(event) is yaml.MappingStartEvent else []
        if event.anchor is not None or event.tag is not None:
            self._check_plain(event)
        if self._frame.awaits_key:
            self._problem_at(event, "a key must be a single text; put it in quotes if it begins with [ or {")
            self._drop_value()
            self._frame = _Frame(items, ("…",))
        else:
            self._frame = _Frame(items, self._put(items, event.start_mark))
        self._frames.append(self._frame)
        if len(self._frames) > MAX_DEPTH + 1:
            self._stop(event, f"lists and mappings are nested more than {MAX_DEPTH} deep")

    def _close(self, _: yaml.Event) -> None:
        self._frames.pop()
        self._frame = self._frames[-1]

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._problem_at(event, "aliases (*) are not read; write the text out")
        if self._frame.awaits_key:
            self._drop_value()
        else:
            self._put("", event.start_mark)

    def _key(self, key: str, mark: _Mark) -> None:
        frame = self._frame
        place = (*frame.place, key)
        if place not in self.keys and key != "<<":
            self.keys[place] = mark
            frame.key, frame.awaits_key, frame.dropped = key, False, False
            return
        self._drop_value()
        if key == "<<":
            message = "merge keys (<<) are not read; write the entries out"
        else:
            first = _position(self.keys[place]).line
            message = f'the key "{visible(key)}" stands here a second time; the first is in line {first}'
        self._problem(_position(mark), message)

    def _drop_value(self) -> None:
        """Throw the value away that follows in the mapping being filled."""
        self._frame.key, self._frame.awaits_key, self._frame.dropped = "…", False, True

    def _put(self, value: Value, mark: _Mark) -> Place:
        """Put a value where the document has come to; return its place."""
        frame = self._frame
        if frame.is_mapping:
            place: Place = (*frame.place, frame.key)
            frame.awaits_key = True
            if frame.dropped:
                return (*place, "…")
            frame.items[frame.key] = value  # type: ignore[call-overload]  # a mapping's items are a dict
            if isinstance(value, str):
                self.values[place] = mark
        elif frame is self._outermost:
            self.root = value
            place = ()
        else:
            place = (*frame.place, len(frame.items))
            frame.items.append(value)  # type: ignore[union-attr]  # a list's items are a list
            self.values[place] = mark
        return place

    def _check_plain(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._problem_at(event, "anchors (&) are not read; write the text out where it is needed")
        if getattr(event, "tag", None) is not None:
            self._problem_at(event, "tags (!) are not read; put a text in quotes that begins with !")
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            for character in sorted(invisible_characters(event.value)):
                self._problem_at(event, invisible(character))

    def _check_retyped(self, value: str, place: Place, event: yaml.Event) -> None:
        if len(self.problems) < MOST_PROBLEMS and _RETYPED.fullmatch(value) and not RETYPED_FIELDS & set(place[-2:]):
            message = f"other YAML readers take {value} for a number, a date or no text at all; quote it: '{value}'"
            self.problems.append(Problem(_position(event.start_mark), message, RETYPED, Severity.WARNING))

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        problem = error.problem or "this is not YAML"
        hint = next((hint for begin, hint in _HINTS.items() if problem.startswith(begin)), problem)
        self._problem(_position(error.problem_mark or error.context_mark), hint)
        self._complete = False

    def _stop(self, event: yaml.Event, message: str) -> None:
        self._problem_at(event, message)
        self._complete = False

    def _problem_at(self, event: yaml.Event, message: str) -> None:
        self._problem(_position(event.start_mark), message)

    def _problem(self, position: Position, message: str) -> None:
        self.problems.append(Problem(position, message))
        if len(self.problems) >= MOST_PROBLEMS:
            self._complete = False


def _position(mark: _Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
