"""How the lists read from which a consultation begins. Every text of an author goes through `plain`."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import FirstFact
from advisor.domain.tree import UNSURE, YES, Answer, Fact
from advisor.render.wording import GROUPS, INTENTS, counted, label
from advisor.tui.answering import trail_of
from advisor.tui.plain import plain
from advisor.tui.widgets.rows import Heading, Row
from advisor.tui.wording import NOTHING, numbered

if TYPE_CHECKING:
    from advisor.tui.resuming import Resumable

_SIGNS: Final = {YES: "☑ ", UNSURE: "? "}
_WORDS: Final = {YES: "  ← yes", UNSURE: "  ← not sure"}


def district_rows(districts: Sequence[District]) -> list[Row]:
    """Return the districts to choose from."""
    return [
        numbered(
            place,
            Content.assemble(
                plain(each.policy.district_name, "bold"),
                "\n",
                plain(f"Policy {each.policy.number}, {each.policy.title}"),
            ),
        )
        for place, each in enumerate(districts, start=1)
    ]


def topic_rows(district: District, topics: Iterable[TopicSlug], marked: Collection[TopicSlug]) -> list[Row]:
    """Return topics to choose from, those marked with a tick."""
    return [
        numbered(place, Content.assemble("✓ " if topic in marked else "", plain(district.trees[topic].title)))
        for place, topic in enumerate(topics, start=1)
    ]


def grouped_topic_rows(district: District, marked: Collection[TopicSlug]) -> list[Row]:
    """Return all topics of a district to choose from, each group below its name."""
    rows: list[Row] = []
    group = ""
    for topic, row in zip(district.trees, topic_rows(district, district.trees, marked), strict=True):
        listed = district.topics.find(topic)
        if listed and listed.group != group:
            group = listed.group
            rows.append(Heading(NOTHING, plain(GROUPS.get(group, group))))
        rows.append(row)
    return rows


def fact_rows(facts: Sequence[FirstFact], ticked: Mapping[Fact, Answer]) -> list[Row]:
    """Return what may be true, each with a sign and a word for what was said of it."""
    return [fact_row(place, first, ticked.get(first.fact)) for place, first in enumerate(facts, start=1)]


def fact_row(place: int, first: FirstFact, answer: Answer | None) -> Row:
    """Return one thing that may be true."""
    key, say = numbered(place, plain(first.say))
    sign, word = (_SIGNS[answer], _WORDS[answer]) if answer else ("☐ ", "")
    return Row(Content.assemble(key, (sign, "bold")), Content.assemble(say, (word, "bold")))


def none_of_these() -> Row:
    """Return the row that says that nothing on the list is true."""
    return Row(Content.styled("0    ", "bold"), Content("None of these"))


def none_fits(whom: str) -> Content:
    """Return what to do where nothing on the list is true."""
    return plain(f"If none of these fits: ask {whom} before you go ahead, or press a to see all topics.")


def nothing_found(whom: str) -> Content:
    """Return what to do where a person's own words find nothing."""
    return plain(f"Nothing found for these words. Try others, see all topics, or ask {whom}.")


def facts_prompt(group: str) -> Content:
    """Return the question above the list of what may be true."""
    return plain(f"{INTENTS.get(group, group)}: which of these are true?")


def intent_row(place: int, group: str) -> Row:
    """Return one thing that a person may want to do."""
    return numbered(place, plain(INTENTS[group]))


def all_topics_row(place: int) -> Row:
    """Return the row that leads to all topics."""
    return numbered(place, Content("See all topics"))


def resume_rows(walks: Sequence["Resumable"], here: District) -> list[Row]:
    """Return the rows that lead back to where a person was; the newest is chosen by a key of its own."""
    return [
        Row(Content.styled("r  " if place == 0 else "   ", "bold"), plain(_offered(walk, here)))
        for place, walk in enumerate(walks)
    ]


def _offered(walk: "Resumable", here: District) -> str:
    where = f"{walk.subject}, {counted(len(trail_of(walk.consultation)), 'answer')}"
    go_on = "Go on where you were" if walk.consultation.question else "See what you had found out"
    of = "" if walk.district.slug == here.slug else f" · {walk.district.policy.district_name}"
    return f"{go_on}: {where}{of}"


def you(district: District, who: Mapping[Fact, Answer]) -> Content:
    """Return who the person is, in the words of the answers that said so; nothing where that is not known."""
    asked = district.about_the_person
    said = [(asked[fact].ask, label(asked[fact], answer)) for fact, answer in who.items()]
    whole = " · ".join(f"{ask} {short}" if short in _SHORT else short for ask, short in said)
    return plain(f"You: {whole}") if said else NOTHING


_SHORT: Final = {"Yes", "No"}
"""Answers that say nothing without their question."""
