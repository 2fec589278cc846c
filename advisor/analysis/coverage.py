"""Who cites each clause of a register. A citation of a unit cites every clause in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.domain.district import DistrictDraft, TreeDraft
from advisor.domain.finding import Place, Position, Source
from advisor.domain.policy import Locator, TopicSlug
from advisor.domain.tree import Outcome


class Citing(StrEnum):
    """What cites a clause."""

    QUESTION = "question"
    OUTCOME = "outcome"
    NEAR = "near"
    CONDITION = "condition"
    READING = "reading"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a tree."""

    locator: Locator
    """As the author wrote it: a clause, or a unit that holds several."""
    topic: TopicSlug
    kind: Citing
    id: str
    """The question or outcome that it belongs to; empty for a ``never``."""
    place: Place
    source: Source = field(repr=False)

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.source.file

    @property
    def position(self) -> Position:
        """Where it stands in the file."""
        return self.source.position(self.place)


def citations(draft: DistrictDraft) -> Iterator[Citation]:
    """Yield every citation of every tree, tree by tree."""
    for each in draft.trees:
        for kind, id_, place, cites in _cited_lists(each):
            for index, cite in enumerate(cites):
                yield Citation(cite, each.tree.topic, kind, id_, (*place, index), each.source)


def coverage(draft: DistrictDraft) -> Mapping[Locator, tuple[Citation, ...]]:
    """Return the citations of every clause of the register, in the order of the register."""
    by_locator: dict[Locator, list[Citation]] = {}
    for citation in citations(draft):
        by_locator.setdefault(citation.locator, []).append(citation)
    covered: dict[Locator, list[Citation]] = {clause.id: [] for clause in draft.policy.clauses}
    for locator, found in by_locator.items():
        for clause in draft.policy.cited(locator):
            covered[clause.id].extend(found)
    return {clause: tuple(found) for clause, found in covered.items()}


_CitedList = tuple[Citing, str, Place, tuple[Locator, ...]]


def _cited_lists(draft: TreeDraft) -> Iterator[_CitedList]:
    for question in draft.tree.questions.values():
        yield Citing.QUESTION, question.id, ("questions", question.id, "cites"), question.cites
    for outcome in draft.tree.outcomes.values():
        yield from _cited_by_outcome(outcome)
    for index, never in enumerate(draft.tree.never):
        yield Citing.NEVER, "", ("never", index, "cites"), never.cites


def _cited_by_outcome(outcome: Outcome) -> Iterator[_CitedList]:
    place: Place = ("outcomes", outcome.id)
    yield Citing.OUTCOME, outcome.id, (*place, "cites"), outcome.cites
    yield Citing.NEAR, outcome.id, (*place, "near"), outcome.near
    for index, condition in enumerate(outcome.conditions):
        yield Citing.CONDITION, outcome.id, (*place, "conditions", index, "cites"), condition.cites
    for index, reading in enumerate(outcome.readings):
        yield Citing.READING, outcome.id, (*place, "readings", index, "cites"), reading.cites
