"""A topic under `silent_on` on which the district has a tree.

One of them is wrong: either the policy decides, or it does not. A person who chooses the topic would be told that the
policy is silent, and never be asked what the tree asks.

What to do: take the topic out of `silent_on` in `policy.yaml`; or, only where the policy has no clause that decides,
delete the tree.

Bad:

    # policy.yaml
    silent_on:
      student-images: {ask: the principal, until_then: deny, because: No clause speaks of photos.}
    # student-images.yaml
    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    # student-images.yaml
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
from advisor.plain_text import visible

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every topic on which the policy is said to be silent although there is a tree."""
    files = {each.tree.topic: each.source.file for each in draft.trees}
    for topic in draft.policy.silent_on:
        if topic in files:
            message = f'"{topic}" has a tree ({visible(files[topic])}): take it out of silent_on, or delete the tree'
            yield Concern(draft.policy_source, ("silent_on", topic), message)
