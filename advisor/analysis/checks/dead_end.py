"""A question without options: whoever comes to it cannot go on.

Every path must end in an outcome, so that everybody gets a verdict.

What to do: give the question its `yes` and `no`, or its `options`, or let the paths end before it.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: own-child
      own-child:
        ask: Is it your own child?
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: own-child
      own-child:
        ask: Is it your own child?
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

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.SHAPE


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every question that offers no answer."""
    for each in draft.trees:
        for question in each.tree.questions.values():
            if not question.options:
                message = f'question "{question.id}" has no options, so nobody can go on from it: add yes and no'
                yield Concern(each.source, ("questions", question.id), message)
