from dataclasses import replace

from advisor.domain.district import DistrictDraft
from advisor.domain.policy import SilentTopic, TopicSlug
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of


def silent_on(*topics: str) -> DistrictDraft:
    """Return a district with a tree on photos of students, whose policy is said to be silent on some topics."""
    draft = draft_of(consent_tree(), topics=["student-images", "clubs"])
    silent = {TopicSlug(topic): SilentTopic("the office", Verdict.DENY, "So.") for topic in topics}
    return replace(draft, policy=replace(draft.policy, silent_on=silent))


def test_a_topic_with_a_tree_on_which_the_policy_is_said_to_be_silent() -> None:
    (concern,) = concerns("contradicted-silence", silent_on("clubs", "student-images"))
    assert (concern.source.file, concern.place) == ("policy.yaml", ("silent_on", "student-images"))
    assert concern.message == (
        '"student-images" has a tree (student-images.yaml): take it out of silent_on, or delete the tree'
    )


def test_two_trees_on_it_are_one_contradiction() -> None:
    draft = silent_on("student-images")
    assert len(concerns("contradicted-silence", replace(draft, trees=draft.trees * 2))) == 1


def test_silence_on_a_topic_without_a_tree_is_no_contradiction() -> None:
    assert concerns("contradicted-silence", silent_on("clubs")) == []
