"""Finding topics by a person's own words, over the shipped topics and tiny ones."""

from dataclasses import replace
from functools import cache
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.analysis.topic_search import (
    MOST_CHARACTERS,
    STOP_WORDS,
    TopicIndex,
    district_index,
    matching_topics,
    suggested_facts,
    topic_index,
)
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import Answer, Fact
from tests.analysis.queries import AMONG, FACTS, FIRST, NONSENSE
from tests.support.trees import tiny_district, tiny_tree
from tests.trees.shipped import DISTRICTS, draft

SHIPPED: Final = draft(DISTRICTS[0]).topics


@cache
def index() -> TopicIndex:
    return topic_index(SHIPPED)


def found(words: str, most: int = 3) -> list[str]:
    return [match.topic for match in matching_topics(words, index())[:most]]


def tiny(*topics: Topic, say: str = "") -> TopicIndex:
    return topic_index(Topics((FirstFact(Fact("flies"), say, {}),), topics))


def topic(slug: str, title: str, *keywords: str, group: str = "post") -> Topic:
    return Topic(TopicSlug(slug), title, group, {Fact("flies"): Answer("yes")}, keywords)


@pytest.mark.parametrize(("words", "expected"), FIRST)
def test_the_topic_that_is_meant_comes_first(words: str, expected: str) -> None:
    assert found(words, most=1) == [expected]


@pytest.mark.parametrize(("words", "expected"), AMONG)
def test_all_topics_that_are_meant_come_among_the_first_three(words: str, expected: str) -> None:
    assert set(expected.split()) <= set(found(words))


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_finds_nothing(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(("words", "expected"), FACTS)
def test_facts_are_ticked_only_where_the_words_are_clear(words: str, expected: str) -> None:
    assert set(suggested_facts(words, index())) == set(expected.split())


@pytest.mark.parametrize("topic", SHIPPED.topics, ids=lambda topic: topic.topic)
def test_its_own_title_and_every_keyword_find_a_topic(topic: Topic) -> None:
    for words in (topic.title, *topic.keywords):
        scores = {match.topic: match.score for match in matching_topics(words, index())}
        assert topic.topic in scores, words
        assert sum(score > scores[topic.topic] for score in scores.values()) < 3, words


@given(st.text() | st.text(alphabet="photsudne '’-É", max_size=40))
def test_any_text_finds_some_topics_or_none(words: str) -> None:
    matches = matching_topics(words, index())
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)
    assert len({match.topic for match in matches}) == len(matches)
    assert all(match.score > 0 and match.words for match in matches)
    assert set(suggested_facts(words, index())) <= {first.fact for first in SHIPPED.facts}


@given(st.sampled_from(FIRST + AMONG), st.sampled_from(sorted(STOP_WORDS)), st.integers(0, 6))
def test_a_stop_word_changes_nothing(typed: tuple[str, str], stop_word: str, place: int) -> None:
    words = typed[0].split()
    more = " ".join([*words[:place], stop_word, *words[place:]])
    assert matching_topics(more, index()) == matching_topics(" ".join(words), index())


@given(st.sampled_from(FIRST), st.sampled_from(["upper", "title", "swapcase"]))
def test_capitals_change_nothing(typed: tuple[str, str], change: str) -> None:
    assert matching_topics(getattr(typed[0], change)(), index()) == matching_topics(typed[0], index())


def test_endings_accents_and_apostrophes_change_nothing() -> None:
    for one, other in (("résumé", "resumes"), ("photo", "PHOTOS"), ("kid’s", "kids"), ("tagged", "tagging")):
        assert scored(one) == scored(other) != []


def scored(words: str) -> list[tuple[str, float]]:
    return [(match.topic, match.score) for match in matching_topics(words, index())]


def test_a_match_names_the_words_that_found_it_in_the_order_typed() -> None:
    first, *_ = matching_topics("Put the Song and the music in my zebra clip", index())
    assert (first.topic, first.words, first.clear) == ("others-work", ("song", "music", "clip"), True)


def test_the_last_word_may_be_unfinished_and_the_others_only_abbreviated() -> None:
    kites = tiny(topic("kites", "Kites", "clarinet"))
    assert [words for words in ("c", "cl", "cla zebra", "clar zebra", "inet") if matching_topics(words, kites)] == [
        "cl",
        "clar zebra",
    ]


def test_what_is_nearer_counts_for_more() -> None:
    kites = tiny(topic("kites", "", "mascot"))
    scores = [matching_topics(words, kites)[0].score for words in ("mascot", "masco", "masc", "macsot")]
    assert scores == sorted(set(scores), reverse=True)


def test_a_word_counts_once() -> None:
    assert scored("photos") == scored("photo photos PHOTO")
    assert scored("mascot") == scored("mascot masoct") == scored("masoct mascot")


def test_a_whole_keyword_counts_for_more_than_its_words_apart() -> None:
    kites = tiny(topic("lamps", "", "paper lamp", "tall kite"), topic("kites", "", "paper kite"))
    assert found_in(kites, "a kite of paper") == ["kites", "lamps"]


def test_a_word_that_fewer_topics_share_counts_for_more() -> None:
    few = tiny(topic("a", "", "wind", "string"), topic("b", "", "wind"), topic("c", "", "wind"))
    assert found_in(few, "wind string") == ["a", "b", "c"]
    assert matching_topics("string", few)[0].score > matching_topics("wind", few)[0].score


def found_in(index: TopicIndex, words: str) -> list[str]:
    return [match.topic for match in matching_topics(words, index)]


def test_a_first_screen_fact_finds_its_topic_and_is_not_enough_to_tick_it() -> None:
    kites = tiny(topic("kites", "Kites"), say="It flies in the sky")
    assert found_in(kites, "sky") == ["kites"]
    assert suggested_facts("sky", kites) == ()
    assert suggested_facts("kite", kites) == ("flies",)


def test_only_a_topic_about_posts_ticks_its_facts_and_only_those_that_hold() -> None:
    assert suggested_facts("kite", tiny(topic("kites", "Kites", group="account"))) == ()
    absent = Topic(TopicSlug("calm"), "Kites", "post", {Fact("flies"): Answer("no")})
    assert suggested_facts("kite", tiny(absent)) == ()


def test_a_topic_that_shares_little_of_a_sentence_is_left_out() -> None:
    words = "kite string wind tail bow frame paper sail"
    kites = tiny(topic("kites", "", *words.split()), topic("paper", "", "paper towel"))
    assert found_in(kites, "paper") == ["kites", "paper"]
    assert found_in(kites, words) == ["kites"]


def test_only_the_beginning_of_a_pasted_page_is_read() -> None:
    assert found("logo " + "zebra " * MOST_CHARACTERS) == ["branding"]
    assert found("zebra " * MOST_CHARACTERS + "logo") == []


def test_topics_without_words_find_nothing() -> None:
    assert matching_topics("kite", topic_index(Topics((), ()))) == ()
    assert found_in(tiny(topic("a", "", "the", "!")), "the !") == []


def test_a_district_finds_only_its_topics_by_the_titles_it_gives_them() -> None:
    kites = tiny_tree({"a": {"yes": "b"}}, {"b": "deny"}, "kites")
    district = replace(tiny_district(kites), topics=Topics((), (topic("kites", "Dragons"), topic("paper", "Paper"))))
    assert found_in(district_index(district), "kites") == ["kites"]
    assert found_in(district_index(district), "dragons paper") == []
