"""A policy and the register of its clauses, each cited by its locator. The official sentences are not kept here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from advisor.domain.verdict import Verdict

DistrictSlug = NewType("DistrictSlug", str)
"""The name of a district's folder, such as ``moorhead``."""

TopicSlug = NewType("TopicSlug", str)
"""One thing staff ask about, such as ``student-images``; the same in every district."""

Locator = NewType("Locator", str)
"""How a human cites a clause: ``IV.C ¶4 s2`` is section, paragraph, sentence."""

_TYPED_PARAGRAPH = re.compile(r"(?<= )p(?=\d+\b)")


def locator(typed: str) -> Locator:
    """Return the locator a person meant; the paragraph sign may be typed ``p``.

    >>> locator("IV.C p8")
    'IV.C ¶8'
    """
    return Locator(_TYPED_PARAGRAPH.sub("¶", " ".join(typed.split())))


def contains(whole: Locator, part: Locator) -> bool:
    """Tell whether one locator names a unit that holds the other, or the same unit.

    >>> contains(Locator("IV.C"), Locator("IV.C ¶4 s2")), contains(Locator("IV.C ¶4"), Locator("IV.C ¶40"))
    (True, False)
    """
    units = _units(whole)
    return _units(part)[: len(units)] == units


def agree(one: Locator, other: Locator) -> bool:
    """Tell whether two citations agree: they are equal, or one contains the other."""
    return contains(one, other) or contains(other, one)


def _units(clause: Locator) -> list[str]:
    section, *within = clause.split(" ")
    return [*section.split("."), *within]


class ClauseKind(StrEnum):
    """What a clause does."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    CONDITION = "condition"
    RECOMMENDATION = "recommendation"
    DEFINITION = "definition"
    CONSEQUENCE = "consequence"
    AUTHORITY = "authority"
    CONTEXT = "context"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Clause:
    """One normative unit of a policy's text."""

    id: Locator
    kind: ClauseKind
    gist: str
    """What it says, in our own words."""
    opens: str = ""
    """The first words of it in the official text."""
    words: int = 0
    """How many words of the official text it covers; 0 until locked."""
    digest: str = ""
    """The hash of those words, normalised; empty until locked."""
    sets_aside: str = ""
    """Why no tree needs to cite it; empty where one does."""
    qualified_by: Locator | None = None
    """A clause whose qualifier governs this one too."""


@dataclass(frozen=True, slots=True)
class SilentTopic:
    """A topic on which a policy says nothing at all."""

    ask: str
    until_then: Verdict
    because: str


@dataclass(frozen=True, slots=True)
class Policy:
    """An adopted document: whose it is, when it was decided, and its clauses in the order of the text."""

    district: DistrictSlug
    district_name: str
    number: str
    title: str
    adopted: str
    """A date as year-month-day; empty where the text gives none."""
    revised: tuple[str, ...]
    clauses: tuple[Clause, ...]
    silent_on: Mapping[TopicSlug, SilentTopic]
    note: str = ""
    begins: str = ""
    """The first words of the policy, where the official file has other matter before them."""
    furniture: tuple[str, ...] = ()
    """Lines of the official file that are no part of the policy, such as page headers."""

    @property
    def in_force(self) -> str:
        """The date of the text in force; empty where it bears none."""
        return max(self.revised, default=self.adopted)

    def cited(self, citation: Locator) -> tuple[Clause, ...]:
        """Return the clauses that a citation covers: the one it names, or all of the unit it names."""
        return tuple(clause for clause in self.clauses if contains(citation, clause.id))

    def gist(self, citation: Locator) -> str:
        """Return what the cited clauses say, in our own words."""
        return " ".join(clause.gist for clause in self.cited(citation))
