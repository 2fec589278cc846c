"""One fact is worded in two ways, or has two lists of options, in one district.

A fact is asked once and its answer is used in every topic. If two questions put it differently, a person has answered
one of them and not the other. A fact of the first screen is answered yes or no.

What to do: use the same words, and the same options in the same order, wherever the fact is asked; or name a second
fact, where it is really another one.

Bad:

    start: medium
    questions:
      medium:
        ask: Where would it appear?
        options:
          - {answer: public, label: In public, then: consent}
          - {answer: closed, label: In a closed group, then: closed-consent}
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
      closed-consent:
        ask: Did a parent agree?
        fact: consent
        yes: fine
        no: wait-there
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
      wait-there: {verdict: deny, because: The rule holds in closed groups too., cites: [I ¶1]}

Good:

    start: medium
    questions:
      medium:
        ask: Where would it appear?
        options:
          - {answer: public, label: In public, then: consent}
          - {answer: closed, label: In a closed group, then: closed-consent}
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
      closed-consent:
        ask: Do you hold written consent?
        fact: consent
        yes: fine
        no: wait-there
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
      wait-there: {verdict: deny, because: The rule holds in closed groups too., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity, Source
from advisor.domain.tree import Fact, Question
from advisor.plain_text import visible

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every question that puts its fact otherwise than the first question that asks it."""
    on_first_screen = {first.fact for first in draft.topics.facts}
    first_places: dict[Fact, tuple[Question, Source]] = {}
    for each in draft.trees:
        for question in each.tree.questions.values():
            first, source = first_places.setdefault(question.fact, (question, each.source))
            elsewhere = f'at "{first.id}" ({visible(source.file)}:{source.position(("questions", first.id)).line})'
            place = ("questions", question.id)
            if question.ask != first.ask:
                message = f'the fact "{question.fact}" is asked in other words {elsewhere}: "{first.ask}"'
                yield Concern(each.source, (*place, "ask"), message)
            if _offered(question) != _offered(first):
                message = f'the fact "{question.fact}" has other options {elsewhere}: {_shown(first)}'
                yield Concern(each.source, (*place, "options"), message)
            if question.fact in on_first_screen and not {o.answer for o in question.options} <= {"yes", "no"}:
                message = f'the fact "{question.fact}" is answered yes or no on the first screen: offer the same here'
                yield Concern(each.source, (*place, "options"), message)


def _offered(question: Question) -> list[tuple[str, str]]:
    return [(option.answer, option.label) for option in question.options]


def _shown(question: Question) -> str:
    return ", ".join(f'{option.answer} "{option.label}"' for option in question.options) or "none"
