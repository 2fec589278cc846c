"""One id names two things: a question and an outcome of one tree, two clauses of a register, or two topics.

An option could then lead to either, and a citation could mean either.

What to do: rename one of the two, and look at everything that names it.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: consented
      consented:
        ask: Do you hold spoken consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
      consented: {verdict: allow, because: The rule is met in writing., cites: [I ¶1]}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: consented
        no: wait
    outcomes:
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
      consented: {verdict: allow, because: The rule is met in writing., cites: [I ¶1]}
"""

from collections.abc import Iterable, Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Place, Severity

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.SHAPE


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield the second of any two things with one id."""
    for each in draft.trees:
        for node in each.tree.outcomes:
            if node in each.tree.questions:
                message = f'"{node}" is a question already: give the outcome an id of its own'
                yield Concern(each.source, ("outcomes", node), message)
    for place, id_ in _repeated("clauses", "id", (clause.id for clause in draft.policy.clauses)):
        yield Concern(draft.policy_source, place, f'clause "{id_}" is listed already: each locator names one clause')
    for place, id_ in _repeated("topics", "topic", (topic.topic for topic in draft.topics.topics)):
        yield Concern(draft.topics_source, place, f'topic "{id_}" is listed already')


def _repeated(entries: str, key: str, ids: Iterable[str]) -> Iterator[tuple[Place, str]]:
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            yield (entries, index, key), id_
        seen.add(id_)
