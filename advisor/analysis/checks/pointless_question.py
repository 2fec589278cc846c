"""A question whose answer changes nothing: from here on, every option leads to the same questions and outcomes.

Each question costs a person time, and suggests that its answer matters.

What to do: take the question out and let the paths lead on; or see whether an option should lead elsewhere. Outcomes
count as the same if they differ only in their ids. A question whose fact lifts a condition (`unless`) further on is not
pointless.

Bad:

    start: at-night
    questions:
      at-night:
        ask: Was it taken at night?
        yes: fine
        no: fine-too
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      fine-too: {verdict: allow, because: The rule is met., cites: [I ¶1]}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.analysis.paths import bottom_up
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.tree import Fact, NodeId, Outcome, Tree

SEVERITY: Final = Severity.WARNING
STAGE: Final = Stage.PATHS


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every question with several options that cannot change anything from its place on."""
    for each in draft.trees:
        for node in _pointless(each.tree):
            if len(each.tree.questions[node].options) > 1:
                message = f'every answer to "{node}" leads to the same: take the question out'
                yield Concern(each.source, ("questions", node), message)


def _pointless(tree: Tree) -> Iterator[NodeId]:
    """Reduce a tree as a binary decision diagram is reduced; yield the questions that vanish.

    Two places get one number exactly if what follows them is the same.
    """
    numbers: dict[Hashable, int] = {}
    number = {id_: numbers.setdefault(_content(outcome), len(numbers)) for id_, outcome in tree.outcomes.items()}
    bits = _bits(tree)
    lifting = _lifting_below(tree, bits)
    for node in bottom_up(tree):
        question = tree.questions[node]
        following = {option.answer: number[option.then] for option in question.options}
        distinct = set(following.values())
        if len(distinct) == 1 and not lifting[node] & bits.get(question.fact, 0):
            number[node] = distinct.pop()
            yield node
        else:
            key = question.fact, frozenset(following.items())
            number[node] = numbers.setdefault(key, len(numbers))


def _content(outcome: Outcome) -> Hashable:
    """Return everything that an outcome says, without its id."""
    conditions = ((c.do, c.who, c.due, c.cites, frozenset(c.unless.items())) for c in outcome.conditions)
    return replace(outcome, id=NodeId(""), conditions=()), tuple(conditions)


def _lifting_below(tree: Tree, bits: Mapping[Fact, int]) -> Mapping[NodeId, int]:
    """Return for each place the facts that may lift a condition of an outcome after it, a bit a fact."""
    below = {id_: sum(bits[fact] for fact in _lifting(outcome)) for id_, outcome in tree.outcomes.items()}
    for node in bottom_up(tree):
        below[node] = 0
        for option in tree.questions[node].options:
            below[node] |= below[option.then]
    return below


def _bits(tree: Tree) -> Mapping[Fact, int]:
    facts = dict.fromkeys(fact for outcome in tree.outcomes.values() for fact in _lifting(outcome))
    return {fact: 1 << index for index, fact in enumerate(facts)}


def _lifting(outcome: Outcome) -> set[Fact]:
    return {fact for condition in outcome.conditions for fact in condition.unless}
