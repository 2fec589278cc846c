"""Questions lead back to each other, so a person could be asked the same thing for ever.

A tree only ever goes forward: every answer brings the verdict nearer. Nobody on a loop is sure to get a verdict.

What to do: let one option of the loop lead to an outcome, or to a question that does not lead back. To come to the same
question from two sides is fine.

Bad:

    start: public
    questions:
      public:
        ask: Was it taken at a public event?
        yes: fine
        no: consent
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: public
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}

Good:

    start: public
    questions:
      public:
        ask: Was it taken at a public event?
        yes: fine
        no: consent
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
from advisor.analysis.graph import Edge, TreeGraph
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.SHAPE


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield one loop of every knot of questions, at the option that closes it."""
    for each in draft.trees:
        for loop in TreeGraph(each.tree).loops():
            closing = loop[-1]
            place = ("questions", closing.question, "options", closing.answer)
            yield Concern(each.source, place, f"these questions go round in a circle: {_shown(loop)}")


def _shown(loop: tuple[Edge, ...]) -> str:
    return " -> ".join(f"{edge.question}={edge.answer}" for edge in loop) + f" -> {loop[0].question}"
