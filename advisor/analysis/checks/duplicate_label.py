"""Two options of one question have the same label, or the same answer.

Nobody can tell the two apart, neither the person who chooses nor the record of what was chosen.

What to do: reword one of the labels, or merge the two options.

Bad:

    start: medium
    questions:
      medium:
        ask: Where would it appear?
        options:
          - {answer: public, label: On a website, then: wait}
          - {answer: closed, label: On a website, then: fine}
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: medium
    questions:
      medium:
        ask: Where would it appear?
        options:
          - {answer: public, label: On a public website, then: wait}
          - {answer: closed, label: On a website for one class, then: fine}
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.tree import Option, Question

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every option that looks like an earlier one of its question."""
    for each in draft.trees:
        for question in each.tree.questions.values():
            for option, message in _duplicates(question):
                yield Concern(each.source, ("questions", question.id, "options", option.answer), message)


def _duplicates(question: Question) -> Iterator[tuple[Option, str]]:
    answers: set[str] = set()
    labels: dict[str, Option] = {}
    for option in question.options:
        if option.answer in answers:
            yield option, f'question "{question.id}" offers the answer "{option.answer}" twice'
        elif (first := labels.get(option.label.casefold())) is not None:
            yield option, f'options "{first.answer}" and "{option.answer}" have the same label, "{option.label}"'
        answers.add(option.answer)
        labels.setdefault(option.label.casefold(), option)
