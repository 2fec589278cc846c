"""A topic that `topics.yaml` does not list, or a tree in a file that is not named after its topic.

Only listed topics can be chosen, so nobody would ever be led to this tree, or be told that the policy is silent.

What to do: correct the name (the nearest one is offered), rename the file, or list the topic in `topics.yaml`.

Bad:

    topic: student-image
    title: Photos of students
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

    topic: student-images
    title: Photos of students
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
from pathlib import PurePath
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.errors import suggestion
from advisor.plain_text import visible

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every topic of a tree, or of the policy's silent topics, that cannot be chosen."""
    known = [topic.topic for topic in draft.topics.topics]
    listing = visible(draft.topics_source.file)
    for each in draft.trees:
        topic = each.tree.topic
        if topic not in known:
            message = f'topic "{topic}" is not in {listing}{suggestion(topic, known)}'
            yield Concern(each.source, ("topic",), message)
        if PurePath(each.source.file).stem != topic:
            yield Concern(each.source, ("topic",), f'a tree on "{topic}" belongs in a file named "{topic}.yaml"')
    for topic in draft.policy.silent_on:
        if topic not in known:
            message = f'topic "{topic}" is not in {listing}{suggestion(topic, known)}'
            yield Concern(draft.policy_source, ("silent_on", topic), message)
