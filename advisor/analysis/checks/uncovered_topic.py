"""A topic of `topics.yaml` on which the district has no tree, and of which its policy does not say that it is silent.

Staff of the district who choose this topic get no answer.

What to do: write the tree; or, only where the policy has no clause that decides, list the topic under `silent_on` in
`policy.yaml`, with whom to `ask`, `until_then` and `because`.

Bad:

    # topics.yaml
    topics:
      - {topic: student-images, title: Photos of students, group: post, always: true}
      - {topic: team-accounts, title: Accounts for teams, group: account, always: true}
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

    # topics.yaml
    topics:
      - {topic: student-images, title: Photos of students, group: post, always: true}
      - {topic: team-accounts, title: Accounts for teams, group: account, always: true}
    # policy.yaml
    silent_on:
      team-accounts: {ask: the principal, until_then: deny, because: No clause speaks of accounts.}
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
STAGE: Final = Stage.DISTRICT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every topic on which a district says nothing, not even that its policy is silent."""
    covered = {each.tree.topic for each in draft.trees} | set(draft.policy.silent_on)
    for topic in draft.topics.topics:
        if topic.topic not in covered:
            message = (
                f'{visible(draft.slug)} has no tree on "{topic.topic}": write one, or list the topic under silent_on'
            )
            yield Concern(draft.policy_source, ("silent_on",), message)
