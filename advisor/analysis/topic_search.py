"""Finding topics by a person's own words: their titles, keywords and first-screen facts, word by word.

Tolerates misspellings and words that are still being typed. What does not depend on the words stands in a `TopicIndex`,
made once, so that a search takes no longer than a key press.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from math import log
from typing import Final, NamedTuple, TypeAlias

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import Topic, Topics
from advisor.domain.tree import Answer, Fact

STOP_WORDS: Final = frozenset(
    """
    a about after again ain't all allowed already also always am an and another any anybody anyone anything are aren't
    around as asap at be because been before being both but by can can't cannot could couldn't did didn't do does
    doesn't doing don't done each either else ever every everybody everyone everything few fine for from get gets
    getting give given go goes going gonna good got had has hasn't have haven't having he he's hello help her here hers
    hey hi him his how how's i i'd i'll i'm i've if in instead into is isn't it it's its just know let let's like lot
    lots made make makes making many may maybe me might mine more most much must my myself need needs never no nobody
    none not nothing now of off ok okay on once one ones online only onto or other others our ours out over own per plan
    planning please pls plz possible post posted posting posts put puts putting question quick really right same say
    says shall she she's should shouldn't since so social some somebody someone something sometimes somewhere stuff such
    sure than thank thanks that that's the their theirs them then there there's these they they're thing things think
    this those though through to today tomorrow tonight too try trying two u under until up upon ur us use used uses
    using very wanna want wanted wanting wants was wasn't way we we're we've well were weren't what what's whatever when
    where whether which while who who's whom whose why will with within without won't wonder wondering would wouldn't
    yes yesterday yet you you're your yours
    """.replace("'", "").split()
)
"""Words that say nothing about a topic, without their apostrophes."""

MOST_CHARACTERS: Final = 600
"""How much of what was typed is looked at, so that a pasted page does not hold up the typing."""

_POST: Final = "post"
"""The group of the topics that are about what a post holds."""

_YES: Final = Answer("yes")
_WORD: Final = re.compile(r"[^\W_]{2,}")
_ENDING: Final = re.compile(r"(?<=...)(?:ing|ed|es|e)$|(?<=.[^isu])s$")
_DOUBLED: Final = re.compile(r"([^aeiou])\1$")

# What a word is worth, 1 being a keyword that no other topic has; weighed on the table of the tests.
_TITLE: Final = 0.8
_FACT: Final = 0.4
_KEYWORD: Final = 1.0
_PART_OF_KEYWORD: Final = 0.5
_WHOLE: Final = 0.8
_MISSPELT: Final = 0.8
_SHORTEST_PREFIX: Final = 0.6

_WEAK_BESIDE_BEST: Final = 0.15
"""A topic that is worth less than this part of the best is left out."""
_CLEAR: Final = 0.75
"""One keyword or title that is worth this much points to its topic and hardly to another."""
_STRONG_BESIDE_BEST: Final = 0.4
"""A topic that is worth this part of the best is what the words are about."""

_ALIKE: Final = 0.82
"""How alike a misspelling has to be: one wrong letter of six, one missing of five."""
_PREFIX: Final = 4
_LAST_PREFIX: Final = 2
"""How many letters count as the beginning of a longer word; the last word may be unfinished."""


class Match(NamedTuple):
    """A topic that some words found."""

    topic: TopicSlug
    score: float
    words: tuple[str, ...]
    """The words that found it, in small letters."""
    clear: bool
    """Whether a word or phrase that few other topics share found it."""


class _Phrase(NamedTuple):
    """Some words of a topic that stand together."""

    topic: int
    stems: frozenset[str]
    alone: float
    """What one of its words is worth."""
    whole: float
    """What each is worth when there are several and all were found; that other topics share one then counts half."""


@dataclass(frozen=True, slots=True)
class TopicIndex:
    """All words of some topics, ready for a search."""

    topics: tuple[Topic, ...]
    phrases: Mapping[str, tuple[_Phrase, ...]]
    """By each stem that stands in them."""
    rarity: Mapping[str, float]
    """1 for a stem of one topic alone, less the more share it."""
    by_letter: Mapping[str, tuple[str, ...]]
    """The stems by each of their first two letters: a slip rarely hits both."""


def topic_index(topics: Topics) -> TopicIndex:
    """Return the index of some topics."""
    phrases: dict[str, dict[_Phrase, None]] = {}
    for phrase in _phrases(topics):
        for stem in phrase.stems:
            phrases.setdefault(stem, {})[phrase] = None
    by_letter: dict[str, list[str]] = {}
    for stem in phrases:
        for letter in dict.fromkeys(stem[:2]):
            by_letter.setdefault(letter, []).append(stem)
    return TopicIndex(
        topics.topics,
        {stem: tuple(found) for stem, found in phrases.items()},
        {stem: _rarity(len({each.topic for each in found}), len(topics.topics)) for stem, found in phrases.items()},
        {letter: tuple(stems) for letter, stems in by_letter.items()},
    )


def district_index(district: District) -> TopicIndex:
    """Return the index of the topics of a district, under the titles that they have there."""
    titles = {topic: tree.title for topic, tree in district.trees.items()}
    listed = (replace(each, title=titles[each.topic]) for each in district.topics.topics if each.topic in titles)
    return topic_index(Topics(district.topics.facts, tuple(listed)))


def _phrases(topics: Topics) -> Iterator[_Phrase]:
    says = {first.fact: first.say for first in topics.facts}
    for place, topic in enumerate(topics.topics):
        yield _Phrase(place, _stems(topic.title), _TITLE, _TITLE)
        for fact in topic.when:
            yield _Phrase(place, _stems(says.get(fact, "")), _FACT, _FACT)
        for keyword in topic.keywords:
            several = len(_WORD.findall(keyword)) > 1
            yield _Phrase(place, _stems(keyword), _PART_OF_KEYWORD if several else _KEYWORD, _WHOLE)


def _rarity(topics: int, all_topics: int) -> float:
    return log(1 + all_topics / topics) / log(1 + all_topics)


def matching_topics(words: str, index: TopicIndex) -> tuple[Match, ...]:
    """Return the topics that some words speak of, best first, equally good ones in menu order; weak ones are left out.

    Args:
        words: what a person typed; its last word may be unfinished.
        index: the topics.
    """
    telling = _telling(words)
    found = _found(telling, index)
    matches = [_match(index.topics[place].topic, found[place], telling, index) for place in sorted(found)]
    enough = max((match.score * _WEAK_BESIDE_BEST for match in matches), default=0.0)
    return tuple(sorted((match for match in matches if match.score >= enough), key=lambda match: -match.score))


def suggested_facts(words: str, index: TopicIndex) -> tuple[Fact, ...]:
    """Return the first-screen facts that hold if a post is about what some words speak of, the likeliest first."""
    matches = matching_topics(words, index)
    about = {topic.topic: topic.when for topic in index.topics if topic.group == _POST}
    strong = [match.topic for match in matches if match.clear and match.score >= matches[0].score * _STRONG_BESIDE_BEST]
    holding = (fact for topic in strong for fact, answer in about.get(topic, {}).items() if answer == _YES)
    return tuple(dict.fromkeys(holding))


_Found: TypeAlias = dict[_Phrase, dict[str, tuple[str, float]]]
"""Phrases with those of their stems that were found: by which word, and how close it is."""


def _found(telling: Mapping[str, str], index: TopicIndex) -> Mapping[int, _Found]:
    """Return where each word stands, by the place of the topic."""
    found: dict[int, _Found] = {}
    *_, last = ("", *telling)
    for word, stem in telling.items():
        for near, closeness in _near(stem, _LAST_PREFIX if word == last else _PREFIX, index):
            for phrase in index.phrases[near]:
                stems = found.setdefault(phrase.topic, {}).setdefault(phrase, {})
                if near not in stems or stems[near][1] < closeness:
                    stems[near] = (word, closeness)
    return found


def _match(topic: TopicSlug, found: _Found, telling: Mapping[str, str], index: TopicIndex) -> Match:
    """Return what was found of one topic; a word counts where it is worth most, and only there."""
    by_word: dict[str, float] = {}
    clear = False
    for phrase, stems in found.items():
        whole = 1 < len(stems) == len(phrase.stems)
        worth = {word: near * _worth(phrase, index.rarity[stem], whole=whole) for stem, (word, near) in stems.items()}
        clear = clear or sum(worth.values()) >= _CLEAR
        for word, each in worth.items():
            by_word[word] = max(by_word.get(word, 0.0), each)
    return Match(topic, sum(by_word.values()), tuple(filter(by_word.get, telling)), clear)


def _worth(phrase: _Phrase, rarity: float, *, whole: bool) -> float:
    alone = phrase.alone * rarity
    return max(alone, phrase.whole * (1 + rarity) / 2) if whole else alone


def _near(stem: str, shortest: int, index: TopicIndex) -> Iterator[tuple[str, float]]:
    """Yield the known stems that a stem may stand for, with how close each is: itself, a beginning, or a misspelling.

    Args:
        stem: what was typed.
        shortest: how long it has to be to count as a beginning.
        index: what is known.
    """
    if stem in index.phrases:
        yield stem, 1.0
        return
    alike = dict.fromkeys(known for letter in stem[:2] for known in index.by_letter.get(letter, ()))
    begun = [known for known in alike if known.startswith(stem)] if len(stem) >= shortest else []
    for known in begun:
        yield known, _SHORTEST_PREFIX + (1 - _SHORTEST_PREFIX) * len(stem) / len(known)
    if not begun:
        swapped = [known for known in _swapped(stem) if known in index.phrases]
        for known in swapped or get_close_matches(stem, alike, n=3, cutoff=_ALIKE):
            yield known, _MISSPELT


def _swapped(stem: str) -> Iterator[str]:
    """Yield the word with each two neighbours changed round, the commonest slip of quick fingers."""
    for place in range(len(stem) - 1):
        yield stem[:place] + stem[place + 1] + stem[place] + stem[place + 2 :]


def _telling(words: str) -> Mapping[str, str]:
    """Return the words that say something, each with its stem, a stem only once."""
    by_stem: dict[str, str] = {}
    for word in _words(words[:MOST_CHARACTERS]):
        by_stem.setdefault(_stem(word), word)
    return {word: stem for stem, word in by_stem.items()}


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text that say something, in small letters without accents and apostrophes."""
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c not in "'’")
    for word in _WORD.findall("".join(letters).casefold()):
        if word not in STOP_WORDS:
            yield word


def _stem(word: str) -> str:
    """Return a word without its commonest endings: crude, and the same for what is typed and what is known.

    >>> [_stem(word) for word in ("photos", "sharing", "share", "tagged", "families", "family", "class", "classes")]
    ['photo', 'shar', 'shar', 'tag', 'famili', 'famili', 'clas', 'clas']
    """
    stem = _DOUBLED.sub(r"\1", _ENDING.sub("", word))
    return f"{stem[:-1]}i" if stem.endswith("y") else stem
