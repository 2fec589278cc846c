"""A question with one option: whatever a person knows, there is one answer to give.

A question that leaves no choice asks for patience and decides nothing. Most often an option was forgotten.

What to do: add the missing option, or take the question out.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}

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

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.WARNING
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every question that offers one answer."""
    for each in draft.trees:
        for question in each.tree.questions.values():
            if len(question.options) == 1:
                message = f'question "{question.id}" offers only the answer "{question.options[0].answer}"'
                yield Concern(each.source, ("questions", question.id), message)
