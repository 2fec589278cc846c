from dataclasses import replace

from advisor.domain.policy import SilentTopic, TopicSlug
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of


def test_a_topic_with_neither_tree_nor_silence() -> None:
    (concern,) = concerns("uncovered-topic", draft_of(consent_tree(), topics=["student-images", "clubs"]))
    assert (concern.source.file, concern.place) == ("policy.yaml", ("silent_on",))
    assert concern.message == 'example has no tree on "clubs": write one, or list the topic under silent_on'


def test_a_tree_or_a_silence_covers_a_topic() -> None:
    draft = draft_of(consent_tree(), topics=["student-images", "clubs"])
    silent_on = {TopicSlug("clubs"): SilentTopic("the office", Verdict.DENY, "So.")}
    assert concerns("uncovered-topic", replace(draft, policy=replace(draft.policy, silent_on=silent_on))) == []
