"""An `obtain` tells how to bring about an answer that is not offered.

What would turn a deny into an allow is found from `obtain`. Advice on an answer that nobody can give is never shown.

What to do: correct the answer (the nearest one is offered), or take the line out.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
        obtain:
          signed: Ask a parent of each student.
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
        obtain:
          yes: Ask a parent of each student.
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.errors import suggestion

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every answer to bring about that its question, or the first screen, does not offer."""
    for first in draft.topics.facts:
        for answer in first.obtain:
            if answer not in ("yes", "no"):
                message = f'a fact of the first screen has no answer "{answer}"{suggestion(answer, ("yes", "no"))}'
                yield Concern(draft.topics_source, ("facts", first.fact, "obtain", answer), message)
    for each in draft.trees:
        for question in each.tree.questions.values():
            for answer in question.obtain:
                if question.option(answer) is None:
                    known = [option.answer for option in question.options]
                    message = f'"{question.id}" does not offer the answer "{answer}"{suggestion(answer, known)}'
                    yield Concern(each.source, ("questions", question.id, "obtain", answer), message)
