"""How a consultation begins where the command line does not say what it is about: numbered lists, one line in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from advisor.cli.consulting import Case, named_so_far
from advisor.cli.prompt import Choice, Prompt, Ticks, chosen
from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.progress import is_about_nothing
from advisor.domain.topic import WHEN, FirstFact
from advisor.domain.tree import NO, UNSURE, YES, Answer, Fact
from advisor.render.wording import INTENTS, policy_line

if TYPE_CHECKING:
    from advisor.library import Library

FIRST: Final = "This is the first question."
_ALL_TOPICS: Final = "topics"


class Subject(Protocol):
    """What a consultation is about, as it can be chosen once more."""

    @property
    def other(self) -> str:
        """What choosing once more is called."""

    def choose_again(self, prompt: Prompt, consultation: Consultation) -> Consultation:
        """Return the consultation about what the person chooses now; the answers are kept."""


@dataclass(frozen=True, slots=True)
class Start:
    """A case, and how what it is about was chosen; no way where the command line named topics."""

    case: Case
    subject: Subject | None = None


def start(prompt: Prompt, library: "Library", district: str | None, words: Sequence[str]) -> Start | None:
    """Return what to ask about, asking for what was not named; nothing where none of the offered facts fits.

    Args:
        prompt: the person.
        library: the trees on this machine.
        district: the district's name, if it was named.
        words: topics, and answers as ``FACT=ANSWER``.

    Raises:
        Stopped: the person stopped.
        UnknownNameError: there is no such district, topic, fact or answer.
    """
    named = named_so_far(library, district or _district(prompt, library), words)
    prompt.tell(policy_line(named.district.policy))
    if named.trees:
        return Start(named)
    if named.is_about_something:
        return Start(named, FactList(named.district, named.district.topics.facts))
    return _from_menu(prompt, named)


def say_whom_to_ask(prompt: Prompt, district: District) -> None:
    """Say who knows where none of the facts fits."""
    prompt.tell(f"None of them: this policy may have nothing on it. Ask {district.ask_whom}.")


def _district(prompt: Prompt, library: "Library") -> str:
    districts = [library.district(slug) for slug in library.districts]
    choices = [Choice(each.slug, each.policy.district_name) for each in districts]
    while not (picked := prompt.choose("Which district?", choices)):
        prompt.tell(FIRST)
    return picked[0]


def _from_menu(prompt: Prompt, named: Case) -> Start | None:
    """Ask what the person would do, and then what it is about, until they do not go back."""
    district = named.district
    intents = [Choice(group, words) for group, words in INTENTS.items() if district.first_facts(group)]
    while True:
        wish = _wish(prompt, district, [*intents, Choice(_ALL_TOPICS, "See all topics")])
        found = _by_facts(prompt, named, wish) if isinstance(wish, str) else _by_topics(prompt, named, wish)
        if found and not found.case.is_about_something:
            say_whom_to_ask(prompt, district)
            return None
        if found:
            return found


def _wish(prompt: Prompt, district: District, choices: Sequence[Choice]) -> str | tuple[TopicSlug, ...]:
    """Return the group of topics that the person would do something about, or topics to choose from."""
    prompt.offer("What would you like to do? Type a number, or say it in your own words.", choices)
    while True:
        reply = prompt.read()
        if intent := chosen(reply, choices):
            return tuple(district.trees) if intent == _ALL_TOPICS else intent
        if len(reply) == 1 or not any(map(str.isalpha, reply)):
            prompt.reject(reply, choices)
        elif found := _spoken_of(reply, district):
            return found
        else:
            prompt.tell(f'No topic speaks of "{reply}". Try other words or a number, or ask {district.ask_whom}.')


def _spoken_of(words: str, district: District) -> tuple[TopicSlug, ...]:
    """Return the topics that a person's own words speak of, best first."""
    from advisor.analysis.topic_search import district_index, matching_topics  # noqa: PLC0415 - not everyone types words

    return tuple(match.topic for match in matching_topics(words, district_index(district)))


def _by_topics(prompt: Prompt, named: Case, offered: tuple[TopicSlug, ...]) -> Start | None:
    listed = TopicList(named.district, offered)
    topics = listed.choose(prompt)
    return Start(replace(named, trees=named.district.choose(topics)), listed) if topics else None


def _by_facts(prompt: Prompt, named: Case, group: str) -> Start | None:
    listed = FactList(named.district, named.district.first_facts(group, WHEN))
    ticked = listed.tick(prompt, {})
    return None if ticked is None else Start(replace(named, answers={**named.answers, **ticked}), listed)


@dataclass(frozen=True, slots=True)
class FactList:
    """Facts of the first screen to tick."""

    district: District
    facts: tuple[FirstFact, ...]

    @property
    def other(self) -> str:
        """What choosing once more is called."""
        return "Something else fits, or one of these does not"

    def tick(self, prompt: Prompt, kept: Mapping[Fact, Answer]) -> Mapping[Fact, Answer] | None:
        """Return an answer to each of the facts; nothing where the person goes back.

        Args:
            prompt: the person.
            kept: the answers until now.
        """
        choices = [Choice(first.fact, first.say) for first in self.facts]
        ticks: Ticks = {each.fact: kept[each.fact] != UNSURE for each in self.facts if kept.get(each.fact, NO) != NO}
        ticked = prompt.tick("What is it about?", choices, ticks)
        if ticked is None:
            return None
        answers = {True: YES, False: UNSURE, None: NO}
        return {first.fact: answers[ticked.get(first.fact)] for first in self.facts}

    def choose_again(self, prompt: Prompt, consultation: Consultation) -> Consultation:
        """Return the consultation about what the person ticks now; the same one where nothing would be left."""
        changed = consultation
        for fact, answer in (self.tick(prompt, consultation.answers) or {}).items():
            if changed.answers.get(fact) != answer:
                changed = changed.revise(fact, answer)
        if is_about_nothing(changed):
            say_whom_to_ask(prompt, self.district)
            return consultation
        return changed


@dataclass(frozen=True, slots=True)
class TopicList:
    """Topics of a district to choose from."""

    district: District
    topics: tuple[TopicSlug, ...]

    @property
    def other(self) -> str:
        """What choosing once more is called."""
        return "Other topics"

    def choose(self, prompt: Prompt) -> tuple[str, ...]:
        """Return the topics that the person chooses, and those that are always asked; none where they go back."""
        choices = [Choice(topic, self.district.trees[topic].title) for topic in self.topics]
        chosen = prompt.choose("What is it about? Several numbers may be given, such as 1 2.", choices, several=True)
        return (*chosen, *self.district.always) if chosen else ()

    def choose_again(self, prompt: Prompt, consultation: Consultation) -> Consultation:
        """Return the consultation about the topics that the person chooses now."""
        topics = self.choose(prompt)
        return self.district.consult(topics, consultation.answers) if topics else consultation
