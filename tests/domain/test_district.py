"""A district: its topics, chosen by name."""

import pytest

from advisor.errors import UnknownNameError
from tests.support.trees import tiny_district, tiny_tree

QUESTIONS, OUTCOMES = {"public": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}
DISTRICT = tiny_district(*(tiny_tree(QUESTIONS, OUTCOMES, topic) for topic in ("photos", "logo", "clubs")))


@pytest.mark.parametrize(
    ("named", "chosen"),
    [
        (["photos"], ["photos"]),
        (["clubs", "photos"], ["photos", "clubs"]),
        (["logo", "photos", "logo"], ["photos", "logo"]),
        ([], []),
    ],
)
def test_topics_are_chosen_in_menu_order_each_once(named: list[str], chosen: list[str]) -> None:
    assert [tree.topic for tree in DISTRICT.choose(topic for topic in named)] == chosen


def test_the_first_topic_that_there_is_not_is_named() -> None:
    with pytest.raises(UnknownNameError) as error:
        DISTRICT.choose(["logo", "fotos", "clbs"])
    assert str(error.value) == 'there is no topic "fotos" in example — did you mean "photos"?'
