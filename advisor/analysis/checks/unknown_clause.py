"""A citation names no clause of the policy's register.

Whoever looks it up will not find it, and nobody can check the verdict that rests on it. A citation must be a clause's
locator, or name a paragraph or section that holds clauses.

What to do: correct the locator (the nearest one is offered), or add the clause to `policy.yaml`.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        cites: [I ¶7]
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        cites: [I ¶2]
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.analysis.coverage import citations
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.policy import Locator, Policy, contains

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every citation that covers no clause of the register."""

    @cache
    def fault(cite: Locator) -> str:
        return (
            "" if draft.policy.cited(cite) else f'no clause of the register is "{cite}"{_nearest(cite, draft.policy)}'
        )

    for citation in citations(draft):
        if fault(citation.locator):
            yield Concern(citation.source, citation.place, fault(citation.locator))


def _nearest(cite: Locator, policy: Policy) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - costs 4 ms and is needed only after a typing mistake

    holder = [clause.id for clause in policy.clauses if contains(clause.id, cite)]
    nearest = holder or get_close_matches(cite, [clause.id for clause in policy.clauses], n=1, cutoff=0.5)
    return f' — did you mean "{nearest[0]}"?' if nearest else ""
