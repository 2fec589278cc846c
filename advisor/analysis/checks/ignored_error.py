"""An `ignore` names a check whose findings cannot be accepted.

Errors keep a tree from giving any verdict, so there is nothing to accept: a tree with a loop does not work, and a
verdict without a clause is none. The check on unused ignores cannot be ignored either.

What to do: correct what the error names, and take the `ignore` out.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    ignore:
      - {check: uncited-outcome, at: wait, reason: Everybody knows this rule.}

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
    ignore:
      - {check: outcome-without-example, at: wait, reason: Told by phone; no situation on file yet.}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis import checks
from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every ``ignore`` entry for what cannot be accepted."""
    known = checks.slugs()
    for each in draft.trees:
        for index, entry in enumerate(each.tree.accepted):
            if entry.check in known and not checks.find(entry.check).ignorable:
                message = f'"{entry.check}" cannot be ignored: correct what it finds'
                yield Concern(each.source, ("ignore", index), message)
