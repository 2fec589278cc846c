from dataclasses import replace

from advisor.domain.finding import Source
from advisor.domain.policy import SilentTopic, TopicSlug
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of


def test_a_tree_on_a_topic_that_cannot_be_chosen() -> None:
    (concern,) = concerns("unknown-topic", draft_of(consent_tree("student-image"), topics=["student-images"]))
    assert concern.place == ("topic",)
    assert concern.message == 'topic "student-image" is not in topics.yaml — did you mean "student-images"?'


def test_a_file_named_otherwise() -> None:
    draft = draft_of(consent_tree())
    moved = replace(draft, trees=(replace(draft.trees[0], source=Source("trees/example/photos.yaml", ())),))
    (concern,) = concerns("unknown-topic", moved)
    assert concern.message == 'a tree on "student-images" belongs in a file named "student-images.yaml"'


def test_a_silent_topic_that_cannot_be_chosen() -> None:
    draft = draft_of(consent_tree())
    silent_on = {TopicSlug(t): SilentTopic("the office", Verdict.DENY, "So.") for t in ("student-images", "clubs")}
    (concern,) = concerns("unknown-topic", replace(draft, policy=replace(draft.policy, silent_on=silent_on)))
    assert (concern.source.file, concern.place) == ("policy.yaml", ("silent_on", "clubs"))


def test_the_folder_of_the_file_is_no_part_of_its_name() -> None:
    draft = draft_of(consent_tree())
    source = Source("trees/example/student-images.yaml", ())
    assert concerns("unknown-topic", replace(draft, trees=(replace(draft.trees[0], source=source),))) == []
