"""A row of a tree that is one line at any width: what does not fit is cut, and says so."""

from typing import Final, NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from advisor.render.map import indent

_LEAST_FOR_LEAD: Final = 2 / 5


class Parts(NamedTuple):
    """What stands on a line, from left to right."""

    mark: Content
    """Never cut."""
    lead: Content
    """Cut where both texts are too long."""
    joint: Content
    """Between the texts; never cut."""
    text: Content
    """Cut first."""
    end: Content
    """At the right edge; never cut."""


class Line(Visual):
    """One line, the farther to the right the deeper it stands."""

    def __init__(self, parts: Parts, depth: int) -> None:
        self.parts = parts
        self.depth = depth

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw it."""
        return _fitted(self.parts, indent(self.depth, width), width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width at which nothing is cut."""
        taken = sum(part.cell_length for part in self.parts) + 1
        return taken + indent(self.depth, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return one."""
        return 1


def _fitted(parts: Parts, before: int, width: int) -> Content:
    mark, lead, joint, text, end = parts
    mark = mark.pad_left(before)
    room = max(0, width - mark.cell_length - joint.cell_length - end.cell_length - 1)
    lead = lead.truncate(max(int(room * _LEAST_FOR_LEAD), room - text.cell_length), ellipsis=True)
    text = text.truncate(room - lead.cell_length, ellipsis=True)
    blank = room - lead.cell_length - text.cell_length + 1
    return Content.assemble(mark, lead, joint, text, " " * blank, end)
