"""The start, or an option, leads to something that the tree does not define.

Whoever gives that answer would be left without a verdict.

What to do: correct the name (the nearest one is offered), or write the missing question or outcome.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: waite
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
STAGE: Final = Stage.SHAPE

_MOST_HINTS: Final = 100
"""So many targets are not mistyped one by one, and comparing each with all names takes long."""


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every target that is neither a question nor an outcome of its tree."""
    for each in draft.trees:
        tree = each.tree
        known = dict.fromkeys((*tree.questions, *tree.outcomes))
        if tree.start not in known:
            message = f'the start, "{tree.start}", is not defined{suggestion(tree.start, known)}'
            yield Concern(each.source, ("start",), message)
        lost = [(question, option) for question, option in tree.edges() if option.then not in known]
        for question, option in lost:
            message = f'option "{option.answer}" leads to "{option.then}", which is not defined'
            place = ("questions", question.id, "options", option.answer)
            hint = suggestion(option.then, known) if len(lost) <= _MOST_HINTS else ""
            yield Concern(each.source, place, message + hint)
