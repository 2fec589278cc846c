"""How much there is of everything in a district."""

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
