"""A small picture of a path: each question with its answer in a box, one under the other, and the verdict last.

It is drawn with the colours of the text around it; its description says in words what it shows.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from advisor.render.checklist.model import CheckedFact
from advisor.render.escaping import html as escaped
from advisor.render.layout import wrapped
from advisor.render.wording import answered

_WIDTH: Final = 440
_CHARACTERS: Final = 60
"""How many characters of a question or an answer are shown."""
_LINE: Final = 15
_PADDING: Final = 5
_GAP: Final = 16


def path_picture(facts: Sequence[CheckedFact], headline: str) -> Iterator[str]:
    """Yield the lines of an SVG picture.

    Args:
        facts: the path.
        headline: what it ends in.
    """
    boxes = [[_short(fact.ask), f"→ {_short(fact.label)}"] for fact in facts]
    heights = [_height(lines) for lines in (*boxes, [headline])]
    total = sum(heights) + _GAP * len(boxes) + 2
    said = [answered(fact.ask, fact.label) for fact in facts]
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {total}" width="{_WIDTH}" height="{total}"'
        ' role="img" aria-labelledby="path-title path-said">'
    )
    yield '<title id="path-title">The path to the verdict</title>'
    yield f'<desc id="path-said">{escaped("; then ".join([*said, headline]))}</desc>'
    top = 1
    for lines, height in zip(boxes, heights, strict=False):
        yield from _box(lines, top, "")
        yield _arrow(top + height)
        top += height + _GAP
    yield from _box([headline], top, ' class="end"')
    yield "</svg>"


def _short(text: str) -> str:
    """Return the beginning of a text; the whole of it stands in the description."""
    first, *rest = wrapped(text, _CHARACTERS)
    return f"{first}…" if rest else first


def _height(lines: Sequence[str]) -> int:
    return len(lines) * _LINE + 2 * _PADDING


def _box(lines: Sequence[str], top: int, attributes: str) -> Iterator[str]:
    yield f'<rect x="1" y="{top}" width="{_WIDTH - 2}" height="{_height(lines)}" rx="6"/>'
    for place, line in enumerate(lines, 1):
        down = top + _PADDING + place * _LINE - 4
        yield f'<text{attributes} x="12" y="{down}">{escaped(line)}</text>'


def _arrow(top: int) -> str:
    return f'<path d="M20 {top} v{_GAP - 2} m-4 -6 l4 6 l4 -6"/>'
