"""An `ignore` names a check that does not exist.

It accepts nothing, and its author believes that something was accepted.

What to do: correct the name (the nearest one is offered); `advisor check` prints each check's name with its findings.

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
      - {check: outcome-without-exampel, at: wait, reason: Told by phone; no situation on file yet.}

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
from advisor.errors import suggestion

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every ``ignore`` entry that names no check."""
    known = checks.slugs()
    for each in draft.trees:
        for index, entry in enumerate(each.tree.accepted):
            if entry.check not in known:
                message = f'there is no check "{entry.check}"{suggestion(entry.check, known)}'
                yield Concern(each.source, ("ignore", index), message)
