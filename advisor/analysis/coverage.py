"""Who cites each clause of a register. A citation of a unit cites every clause in it."""

from collections.abc import Iterator, Mapping

from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Place
from advisor.domain.policy import Locator
from advisor.domain.register import Citation, Citing
from advisor.domain.tree import Outcome, Tree


def citations(draft: DistrictDraft) -> Iterator[Citation]:
    """Yield every citation of every tree, tree by tree."""
    for each in draft.trees:
        for kind, id_, place, cites in _cited_lists(each.tree):
            for index, cite in enumerate(cites):
                yield Citation(cite, each.tree.topic, kind, id_, (*place, index), each.source)


def cited_by(tree: Tree) -> frozenset[Locator]:
    """Return every locator that a tree cites anywhere but in a ``never``, which shows it to nobody."""
    return frozenset(cite for kind, _, _, cites in _cited_lists(tree) if kind is not Citing.NEVER for cite in cites)


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


def _cited_lists(tree: Tree) -> Iterator[_CitedList]:
    for question in tree.questions.values():
        yield Citing.QUESTION, question.id, ("questions", question.id, "cites"), question.cites
    for outcome in tree.outcomes.values():
        yield from _cited_by_outcome(outcome)
    for index, never in enumerate(tree.never):
        yield Citing.NEVER, "", ("never", index, "cites"), never.cites


def _cited_by_outcome(outcome: Outcome) -> Iterator[_CitedList]:
    place: Place = ("outcomes", outcome.id)
    yield Citing.OUTCOME, outcome.id, (*place, "cites"), outcome.cites
    yield Citing.NEAR, outcome.id, (*place, "near"), outcome.near
    for index, condition in enumerate(outcome.conditions):
        yield Citing.CONDITION, outcome.id, (*place, "conditions", index, "cites"), condition.cites
    for index, reading in enumerate(outcome.readings):
        yield Citing.READING, outcome.id, (*place, "readings", index, "cites"), reading.cites
