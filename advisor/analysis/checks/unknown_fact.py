"""A statement or a condition names a fact that nothing asks, or an answer that nothing offers.

A `never` about a fact that nobody asks proves nothing, an `unless` on it never lifts its condition, and a topic whose
`when` names it never comes up. All three look right and do nothing.

What to do: correct the name (the nearest one is offered). The facts of the first screen may be named too; the `when` of
a topic may name no others.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    never:
      - verdict: deny
        when: {consent: yes, consnet: yes}
        cites: [I ¶1]

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
    never:
      - verdict: deny
        when: {consent: yes}
        cites: [I ¶1]
"""

from collections.abc import Iterator, Mapping
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Place, Severity, Source
from advisor.domain.tree import Answer, Fact, Tree
from advisor.errors import suggestion

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.DISTRICT

_Case = Mapping[Fact, Answer]
_Known = dict[Fact, dict[Answer, None]]


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every fact and answer that is named and cannot be given."""
    first_screen: _Known = {first.fact: {Answer("yes"): None, Answer("no"): None} for first in draft.topics.facts}
    for index, topic in enumerate(draft.topics.topics):
        yield from _unknown(topic.when, ("topics", index, "when"), draft.topics_source, first_screen)
    everywhere: _Known = {fact: dict(answers) for fact, answers in first_screen.items()}
    for each in draft.trees:
        for question in each.tree.questions.values():
            answers = everywhere.setdefault(question.fact, {})
            answers.update({option.answer: None for option in question.options})
    for each in draft.trees:
        for place, case in _cases(each.tree):
            yield from _unknown(case, place, each.source, everywhere)


def _cases(tree: Tree) -> Iterator[tuple[Place, _Case]]:
    for outcome in tree.outcomes.values():
        for index, condition in enumerate(outcome.conditions):
            yield ("outcomes", outcome.id, "conditions", index, "unless"), condition.unless
    for index, never in enumerate(tree.never):
        yield ("never", index, "when"), never.when


def _unknown(case: _Case, place: Place, source: Source, known: _Known) -> Iterator[Concern]:
    for fact, answer in case.items():
        if fact not in known:
            yield Concern(source, (*place, fact), f'nothing asks the fact "{fact}"{suggestion(fact, known)}')
        elif answer not in known[fact]:
            message = f'the fact "{fact}" is never answered "{answer}"{suggestion(answer, known[fact])}'
            yield Concern(source, (*place, fact), message)
