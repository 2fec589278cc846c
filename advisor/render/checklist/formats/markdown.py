"""A checklist as Markdown, with task lists."""

from collections.abc import Iterator
from typing import Final

from advisor.render import escaping
from advisor.render.checklist.model import Checklist
from advisor.render.checklist.sections import Section, Tick, sections

ENDINGS: Final = ("md",)

_ROOM: Final = "\n  N/A ☐ · Initials: \\_\\_\\_\\_\\_\\_"


def written(checklist: Checklist) -> str:
    """Return a checklist as Markdown."""
    return "\n\n".join(part for section in sections(checklist) for part in _parts(section)) + "\n"


def _parts(section: Section) -> Iterator[str]:
    yield f"{'#' * section.level} {_text(section.heading)}"
    yield from map(_text, section.sentences)
    if section.ticks:
        yield "\n".join(map(_tick, section.ticks))


def _tick(tick: Tick) -> str:
    return f"- [{'x' if tick.done else ' '}] {_text(tick.says)}{_ROOM if tick.room else ''}"


def _text(text: str) -> str:
    return escaping.markdown(text).strip()
