"""How much there is of everything in a district, and how a count is said."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of everything in a district."""

    clauses: int
    cited: int
    """Clauses that some tree cites."""
    set_aside: int
    """Clauses that no tree needs to cite."""
    trees: int
    silent: int
    """Topics on which the policy says nothing."""
    questions: int
    paths: int
    verdicts: Mapping[Verdict, int]
    """Paths by verdict; empty where there are too many to go through."""


def shown_count(count: int) -> str:
    """Return a count in figures, or in words where the figures would say no more."""
    longest = 1_000_000_000
    return f"{count:,}" if count < longest else "over a billion"
