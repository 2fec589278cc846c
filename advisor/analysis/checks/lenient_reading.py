"""An outcome allows without conditions although one of its readings denies, or has only one reading.

Where careful readers differ, following the lenient one puts staff at risk: if the strict reader is right, they broke
the policy on our word.

What to do: give the outcome the stricter verdict; or keep the allow and add a condition that costs little and satisfies
every reading. One reading alone is no difference: write the other one, or none.

Bad:

    start: own-child
    questions:
      own-child:
        ask: Is it your own child?
        yes: own
        no: wait
    outcomes:
      own:
        verdict: allow
        because: A parent agrees by posting.
        cites: [I ¶1]
        readings:
          - {says: Posting it is consent., verdict: allow, cites: [I ¶1]}
          - {says: Consent must be in writing., verdict: deny, cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: own-child
    questions:
      own-child:
        ask: Is it your own child?
        yes: own
        no: wait
    outcomes:
      own:
        verdict: allow
        because: A note that you sign yourself satisfies both readings.
        cites: [I ¶1]
        conditions:
          - {do: Sign a note of consent., who: "you, the parent", when: before, cites: [I ¶1]}
        readings:
          - {says: Posting it is consent., verdict: allow, cites: [I ¶1]}
          - {says: Consent must be in writing., verdict: deny, cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.verdict import Verdict

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT

_FEWEST: Final = 2


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every outcome that is more lenient than its strictest reading, or has one reading alone."""
    for each in draft.trees:
        for outcome in each.tree.outcomes.values():
            place = ("outcomes", outcome.id, "readings")
            if 0 < len(outcome.readings) < _FEWEST:
                message = f'outcome "{outcome.id}" has one reading: write the other one too, or none'
                yield Concern(each.source, place, message)
            denied = any(reading.verdict is Verdict.DENY for reading in outcome.readings)
            if denied and outcome.allowed and all(condition.unless for condition in outcome.conditions):
                message = f'outcome "{outcome.id}" can allow without a condition although one of its readings denies'
                yield Concern(each.source, place, message)
