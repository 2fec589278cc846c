"""Text in rows that keep their indent when they wrap."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Row(NamedTuple):
    """A text and what stands before its first line."""

    mark: Content
    text: Content


class Heading(Row):
    """A row above others that says what they are; it cannot be chosen."""


class Rows(Visual):
    """Rows one below the other; each wraps beside its mark."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw every row."""
        unselected = replace(options, selection=None)
        strips = [strip for row in self.rows for strip in _row_strips(row, width, style, unselected)]
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which no row wraps."""
        return max((_text_width(row, rules, container_width) for row in self.rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines the rows take."""
        return sum(max(1, row.text.get_height(rules, max(1, width - row.mark.cell_length))) for row in self.rows)


def _text_width(row: Row, rules: RulesMap, container_width: int) -> int:
    return row.mark.cell_length + row.text.get_optimal_width(rules, container_width)


def _row_strips(row: Row, width: int, style: Style, options: RenderOptions) -> list[Strip]:
    indent = row.mark.cell_length
    texts = row.text.render_strips(max(1, width - indent), None, style, options) or [Strip.blank(0)]
    if not indent:
        return texts
    marks = row.mark.render_strips(indent, 1, style, options)
    blank = Strip.blank(indent, style.rich_style)
    return [Strip.join([marks[0] if first == 0 else blank, text]) for first, text in enumerate(texts)]
