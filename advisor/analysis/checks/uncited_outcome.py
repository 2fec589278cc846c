"""An allow or a deny, a condition or a reading, that cites no clause.

Every verdict must be checkable against the official text. What no clause says is not the policy's verdict: then the
policy is silent.

What to do: cite the clause that says so. If there is none, make the outcome `silent`, which needs no cites, or take the
condition out: good advice that no clause states is not a condition.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: It would be unkind.}

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
from advisor.domain.finding import Place, Severity
from advisor.domain.tree import Outcome
from advisor.domain.verdict import Verdict

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every verdict, condition and reading that rests on no clause."""
    for each in draft.trees:
        for outcome in each.tree.outcomes.values():
            for place, what in _uncited(outcome):
                yield Concern(each.source, place, f'{what} of outcome "{outcome.id}" cites no clause')


def _uncited(outcome: Outcome) -> Iterator[tuple[Place, str]]:
    place: Place = ("outcomes", outcome.id)
    if not outcome.cites and outcome.verdict is not Verdict.SILENT:
        yield place, f'the verdict "{outcome.verdict}"'
    for index, condition in enumerate(outcome.conditions):
        if not condition.cites:
            yield (*place, "conditions", index), f"condition {index + 1}"
    for index, reading in enumerate(outcome.readings):
        if not reading.cites:
            yield (*place, "readings", index), f"reading {index + 1}"
