"""One fact is asked twice on one path.

The first answer already settles the second question, so asking again is tiresome at best; a different second answer
would lead to a verdict on a case that cannot be.

What to do: after the first question, let each option lead straight to where its answer would lead at the second. The
same fact may be asked in two places that lie on different paths.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: own-child
      own-child:
        ask: Is it your own child?
        yes: fine
        no: consent-again
      consent-again:
        ask: Do you hold written consent?
        fact: consent
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: own-child
    questions:
      own-child:
        ask: Is it your own child?
        yes: own-child-consent
        no: consent
      own-child-consent:
        ask: Do you hold written consent?
        fact: consent
        yes: fine
        no: ask-at-home
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
      ask-at-home: {verdict: deny, because: The rule is met once you sign., cites: [I ¶1]}
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.analysis.paths import bottom_up
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.tree import Fact, NodeId, Question, Tree

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.PATHS

_Facts = int
"""A set of facts, a bit a fact: joining two costs next to nothing, which keeps the check linear."""


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every question whose fact a path to it has asked already."""
    for each in draft.trees:
        for earlier, later in _repeats(each.tree):
            line = each.source.position(("questions", earlier.id)).line
            message = f'"{later.id}" asks the fact "{later.fact}" again after "{earlier.id}" (line {line})'
            yield Concern(each.source, ("questions", later.id), message)


def _repeats(tree: Tree) -> Iterator[tuple[Question, Question]]:
    bits = _bits(tree)
    asked = _asked_before(tree, bits)
    above: defaultdict[NodeId, list[Question]] = defaultdict(list)
    for question, option in tree.edges():
        above[option.then].append(question)
    for later in tree.questions.values():
        earlier, bit = later, bits.get(later.fact, 0)
        while asked[earlier.id] & bit:
            earlier = next(q for q in above[earlier.id] if (asked[q.id] | bits.get(q.fact, 0)) & bit)
            if earlier.fact == later.fact:
                yield earlier, later
                break


def _asked_before(tree: Tree, bits: Mapping[Fact, _Facts]) -> Mapping[NodeId, _Facts]:
    """Return for each place the facts asked on some path to it."""
    asked = dict.fromkeys((*tree.questions, *tree.outcomes), 0)
    for node in reversed(bottom_up(tree)):
        question = tree.questions[node]
        for option in question.options:
            asked[option.then] |= asked[node] | bits.get(question.fact, 0)
    return asked


def _bits(tree: Tree) -> Mapping[Fact, _Facts]:
    """Return a bit for each fact that is asked in several places."""
    places = Counter(question.fact for question in tree.questions.values())
    several = (fact for fact, count in places.items() if count > 1)
    return {fact: 1 << index for index, fact in enumerate(several)}
