"""A silent outcome that does not say whom to ask, or what holds until then.

Where the policy does not decide, a person still has to know what to do now: every path ends in a yes or a no, if only
until somebody was asked.

What to do: add `ask`, the person or office that can decide, and `until_then: allow` or `until_then: deny`.

Bad:

    start: on-paper
    questions:
      on-paper:
        ask: Is it on paper only?
        yes: not-covered
        no: wait
    outcomes:
      not-covered: {verdict: silent, because: The rule is about social media., near: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: on-paper
    questions:
      on-paper:
        ask: Is it on paper only?
        yes: not-covered
        no: wait
    outcomes:
      not-covered:
        verdict: silent
        because: The rule is about social media.
        near: [I ¶1]
        ask: the principal
        until_then: allow
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


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every silent outcome that leaves a person without a next step."""
    for each in draft.trees:
        for outcome in each.tree.outcomes.values():
            if outcome.verdict is not Verdict.SILENT:
                continue
            place = ("outcomes", outcome.id)
            if not outcome.ask:
                yield Concern(each.source, place, f'silent outcome "{outcome.id}" needs "ask": who can decide?')
            if outcome.until_then is None:
                message = f'silent outcome "{outcome.id}" needs "until_then": allow or deny, until somebody was asked'
                yield Concern(each.source, place, message)
