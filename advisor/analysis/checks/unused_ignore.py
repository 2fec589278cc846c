"""An `ignore` that accepts nothing.

What it once accepted is gone, or stands elsewhere. Left in, it would hide the next finding of its kind without anybody
having looked at it.

What to do: take it out, or correct `at`, the id of the question, the outcome or the topic that the finding is about.

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
      - {check: pointless-question, at: consent, reason: It makes people think about consent.}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: fine-too
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      fine-too: {verdict: allow, because: The rule is met., cites: [I ¶1]}
    ignore:
      - {check: pointless-question, at: consent, reason: It makes people think about consent.}
"""

from collections.abc import Iterator, Mapping
from typing import Final

from advisor.analysis import checks
from advisor.analysis.concern import Concern, Stage, accepts
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.WARNING
STAGE: Final = Stage.PATHS


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every ``ignore`` entry that accepts nothing."""
    raised = _raised_again(draft)
    for each in draft.trees:
        for index, entry in enumerate(each.tree.accepted):
            if entry.check in raised and not any(accepts(entry, each, concern) for concern in raised[entry.check]):
                message = f'there is no finding of "{entry.check}" at "{entry.at}" to accept: take this out'
                yield Concern(each.source, ("ignore", index), message)


def _raised_again(draft: DistrictDraft) -> Mapping[str, tuple[Concern, ...]]:
    """Run the checks that some entry names once more; return what each raises."""
    named = {entry.check for each in draft.trees for entry in each.tree.accepted}
    ignorable = (found for found in map(checks.find, sorted(named & set(checks.slugs()))) if found.ignorable)
    return {found.slug: tuple(found.run(draft)) for found in ignorable}
