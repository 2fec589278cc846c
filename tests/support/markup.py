"""Strict readers of the markup that a checklist is written in: they give back what a person reads, and nothing passes.

Each returns the same lines: a heading with its level, a sentence, or a box with whether it is ticked and has room.
"""

import re
import unicodedata
from html.parser import HTMLParser
from typing import Final, NamedTuple

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("gfm-like")
_ROOM_MARKDOWN: Final = re.compile(r"(.*)\nN/A ☐ · Initials: ______", re.DOTALL)
_VOID: Final = {"meta", "input"}
_ALLOWED: Final = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "http-equiv", "content", "name"},
    "title": {"id"},
    "style": set(),
    "body": set(),
    "main": set(),
    **{f"h{level}": {"dir"} for level in (1, 2, 3)},
    "p": {"dir", "class"},
    "ul": set(),
    "li": {"class"},
    "fieldset": set(),
    "legend": {"dir"},
    "div": {"class"},
    "label": {"for", "dir"},
    "input": {"type", "id", "checked", "autocomplete"},
    "svg": {"xmlns", "viewbox", "width", "height", "role", "aria-labelledby"},
    "desc": {"id"},
    "rect": {"x", "y", "width", "height", "rx"},
    "text": {"x", "y", "class"},
    "path": {"d"},
}


class Line(NamedTuple):
    """Something that a person reads."""

    kind: str
    """``h1`` to ``h3``, ``p``, ``[x]`` or ``[ ]``, with `` room`` behind it where there is some."""
    text: str


def box(*, done: bool, room: bool) -> str:
    """Return the kind of a line to tick."""
    return f"[{'x' if done else ' '}]{' room' if room else ''}"


def from_markdown(text: str) -> list[Line]:
    """Read Markdown: only headings, paragraphs and task lists may be in it, and text alone in those."""
    assert _MARKDOWN.linkify is not None
    _MARKDOWN.linkify.set({"fuzzy_link": False})  # GitHub makes no link of a bare name such as example.org
    lines: list[Line] = []
    above: list[str] = []
    for token in _MARKDOWN.parse(text):
        if token.nesting == 1:
            above.append(token.tag)
        elif token.nesting == -1:
            assert above.pop() == token.tag
        else:
            assert token.type == "inline", token
            assert token.children is not None
            assert {child.type for child in token.children} <= {"text", "text_special", "softbreak"}, token
            said = "".join("\n" if child.type == "softbreak" else child.content for child in token.children)
            lines.append(_of_markdown(above, said))
    return lines


def _of_markdown(above: list[str], said: str) -> Line:
    if above == ["ul", "li", "p"]:
        mark, said = said[:3], said[4:]
        assert mark in {"[ ]", "[x]"}, said
        room = _ROOM_MARKDOWN.fullmatch(said)
        return Line(box(done=mark == "[x]", room=bool(room)), room[1] if room else said)
    (kind,) = above
    assert kind in {"h1", "h2", "h3", "p"}
    assert "\n" not in said
    return Line(kind, said)


def from_text(text: str) -> list[Line]:
    """Read plain text; levels of headings are not in it, so all but the first are of level two."""
    assert all(cells(line) <= 80 for line in text.splitlines())
    lines: list[Line] = []
    for block in text.removesuffix("\n").split("\n\n"):
        for line in block.split("\n"):
            if line == "      N/A [ ]   Initials ______":
                kind, said = lines.pop()
                lines.append(Line(f"{kind} room", said))
            elif line.startswith(("[ ] ", "[x] ")):
                lines.append(Line(line[:3], line[4:]))
            elif re.fullmatch("=+", line):
                lines[-1] = Line("h1", lines[-1].text)
            elif not line.startswith(" "):
                lines.append(Line("h2", line))
            elif line.startswith("    "):
                lines[-1] = Line(lines[-1].kind, lines[-1].text + line.strip())
            else:
                lines.append(Line("p", line.strip()))
    return lines


def cells(text: str) -> int:
    """Return how wide a text is in a terminal, at most."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Page(HTMLParser):
    """A page of HTML, read strictly: every tag is one that is meant to be there, and is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.described: dict[str, str] = {}
        """The texts of the picture that a screen reader reads, by id, and the title of the page."""
        self.tags: list[str] = []
        """Every tag, in order."""
        self._above: list[str] = []
        self._said = ""
        self._name = ""
        self._ticked = False
        self._feed(text)

    def _feed(self, text: str) -> None:
        assert text.startswith("<!DOCTYPE html>\n")
        self.feed(text)
        self.close()
        assert self._above == []
        # Whatever stands between angle brackets was read as a tag: the declaration, each tag, and each end.
        assert text.count("<") == 1 + len(self.tags) + sum(tag not in _VOID and tag not in _DRAWN for tag in self.tags)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert given.keys() <= _ALLOWED[tag], (tag, attrs)
        assert len(given) == len(attrs)
        self.tags.append(tag)
        if tag not in _VOID:
            self._above.append(tag)
            self._said = ""
            self._name = given.get("id") or tag
        elif given.get("type") == "checkbox" and (given.get("id") or "").startswith("done-"):
            self._ticked = "checked" in given
            if self.lines and self.lines[-1].kind == "legend":
                self.lines[-1] = Line(box(done=self._ticked, room=True), self.lines[-1].text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert dict(attrs).keys() <= _ALLOWED[tag], (tag, attrs)
        assert tag in _DRAWN
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._above.pop() == tag
        if tag in {"h1", "h2", "h3", "p", "legend"}:
            self.lines.append(Line(tag, self._said))
        elif tag == "label" and "fieldset" not in self._above:
            self.lines.append(Line(box(done=self._ticked, room=False), self._said))
        elif tag in {"title", "desc"}:
            self.described[self._name] = self._said
        self._said = ""

    def handle_data(self, data: str) -> None:
        if data.strip():
            assert self._above[-1] not in {"ul", "svg", "main", "body", "head", "html"}, data
        self._said += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


_DRAWN: Final = {"rect", "path"}
