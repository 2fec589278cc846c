"""A checklist: what one case needs, or what would make it an allow, to take away and tick off.

`model` is the value, of a decision; `ways` makes one before answering; `sections` says it in reading order; `formats`
turns it into text.
"""

from advisor.render.checklist.formats import NAMES, endings, named_by_ending, written
from advisor.render.checklist.model import Checklist, of_decision
from advisor.render.checklist.ways import towards_allow

__all__ = [
    "NAMES",
    "Checklist",
    "endings",
    "named_by_ending",
    "of_decision",
    "towards_allow",
    "written",
]
