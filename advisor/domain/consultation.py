"""A consultation: the walks of all the topics that one post or account touches, and their combined decision.

Answers are kept by fact, so that none is asked twice. An answer is live while its fact stands on some topic's trail;
the others are dormant: offered again when their question comes, never counted silently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from advisor.domain.path import DecisionPath
from advisor.domain.policy import DistrictSlug, Locator, TopicSlug
from advisor.domain.tree import UNSURE, Answer, Condition, Fact, Outcome, Question, SoundTree, merged
from advisor.domain.verdict import Headline, Verdict, headline, reason, strictness
from advisor.domain.walk import Walk, walk


@dataclass(frozen=True, slots=True)
class TopicDecision:
    """What one topic says of the case."""

    topic: TopicSlug
    title: str
    verdict: Verdict
    conditions: tuple[Condition, ...]
    """What is still to be done."""
    path: DecisionPath

    @property
    def outcome(self) -> Outcome:
        """Where the topic's path ended."""
        return self.path.outcome

    @property
    def allowed(self) -> bool:
        """Whether the topic permits the act as things stand."""
        return self.outcome.allowed

    @property
    def headline(self) -> Headline:
        """The topic's headline."""
        return headline(self.verdict, allowed=self.allowed, conditional=bool(self.conditions))


@dataclass(frozen=True, slots=True)
class Decision:
    """The combined verdict of a finished consultation: as strict as its strictest topic."""

    district: DistrictSlug
    topics: tuple[TopicDecision, ...]

    @property
    def strictest(self) -> TopicDecision:
        """The topic that settles the verdict; the first of equals."""
        return max(self.topics, key=lambda topic: strictness(topic.verdict, allowed=topic.allowed))

    @property
    def verdict(self) -> Verdict:
        """The combined verdict."""
        return self.strictest.verdict

    @property
    def allowed(self) -> bool:
        """Whether every topic permits the act."""
        return all(topic.allowed for topic in self.topics)

    @property
    def deciding(self) -> tuple[TopicDecision, ...]:
        """The topics that stand in the way, or all of them when none does."""
        return tuple(topic for topic in self.topics if topic.allowed == self.allowed)

    @property
    def because(self) -> str:
        """Why, in one sentence."""
        return self.strictest.outcome.because

    @property
    def cites(self) -> tuple[Locator, ...]:
        """The clauses it rests on."""
        return tuple(dict.fromkeys(cite for topic in self.deciding for cite in topic.outcome.cites))

    @property
    def near(self) -> tuple[Locator, ...]:
        """The clauses that come nearest, where a policy is silent."""
        return tuple(dict.fromkeys(cite for topic in self.deciding for cite in topic.outcome.near))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is still to be done for the allowed topics, identical ones once, in the order in which it falls due."""
        return merged(condition for topic in self.topics if topic.allowed for condition in topic.conditions)

    @property
    def headline(self) -> Headline:
        """The answer to "may I?"."""
        return headline(self.verdict, allowed=self.allowed, conditional=bool(self.conditions))

    @property
    def reason(self) -> str:
        """The line under the headline; empty where the headline says it all."""
        return reason(self.verdict, allowed=self.allowed)


@dataclass(frozen=True, slots=True)
class Consultation:
    """The walks through several topics of one district, and the answers they share.

    Make one with `Consultation.begin`; `answer`, `back` and `revise` return new ones.
    """

    walks: tuple[Walk, ...]
    """One a topic, in topic order."""
    answers: Mapping[Fact, Answer]
    """The live answers, in the order in which they were given."""
    dormant: Mapping[Fact, Answer]
    """Answers once given whose questions are not on any trail now."""

    @classmethod
    def begin(cls, trees: Sequence[SoundTree], answers: Mapping[Fact, Answer] | None = None) -> Self:
        """Begin a consultation over some topics, with the answers already known.

        Args:
            trees: one a topic, all of one district.
            answers: by fact; those that no question asks become dormant.

        Raises:
            UnknownNameError: a question does not offer the answer given to it.
        """
        return cls._settle(trees, answers or {}, {})

    @classmethod
    def _settle(
        cls, trees: Sequence[SoundTree], answers: Mapping[Fact, Answer], dormant: Mapping[Fact, Answer]
    ) -> Self:
        """Walk every tree, then set the answers aside that no trail holds."""
        walks = tuple(walk(tree, answers) for tree in trees)
        live = {step.fact for each in walks for step in each.trail}
        return cls(
            walks,
            {fact: answer for fact, answer in answers.items() if fact in live},
            {fact: answer for fact, answer in {**dormant, **answers}.items() if fact not in live},
        )

    @property
    def trees(self) -> tuple[SoundTree, ...]:
        """The trees it walks, in topic order."""
        return tuple(each.tree for each in self.walks)

    @property
    def current(self) -> Walk | None:
        """The first walk with an open question, or none when all are finished."""
        return next((each for each in self.walks if each.open), None)

    @property
    def question(self) -> Question | None:
        """The question to ask next, or none when the consultation is finished."""
        return self.current.question if self.current else None

    @property
    def offered(self) -> Answer | None:
        """The dormant answer to the question to ask next, if there is one."""
        return self.dormant.get(self.question.fact) if self.question else None

    @property
    def open(self) -> tuple[tuple[Walk, Question], ...]:
        """The open questions of all topics with their walks, the one to ask first at the front, each fact once."""
        by_fact: dict[Fact, tuple[Walk, Question]] = {}
        for each in self.walks:
            for question in each.open:
                by_fact.setdefault(question.fact, (each, question))
        return tuple(by_fact.values())

    @property
    def unanswered(self) -> tuple[tuple[Walk, Question], ...]:
        """The questions that stand between it and its decision with their walks, the one to ask first at the front.

        They are the open ones; where none is open, those whose *not sure* leaves a topic with several outcomes.
        """
        if self.open:
            return self.open
        by_fact: dict[Fact, tuple[Walk, Question]] = {}
        for each in self.walks:
            for step in each.trail:
                if each.path is None and step.answer == UNSURE:
                    by_fact.setdefault(step.fact, (each, each.tree.questions[step.question]))
        return tuple(by_fact.values())

    def answer(self, answer: Answer) -> Self:
        """Answer the question to ask next.

        Raises:
            UnknownNameError: it does not offer that answer.
            ValueError: the consultation is finished.
        """
        if self.question is None:
            raise ValueError("a finished consultation has no question to answer")
        return self.revise(self.question.fact, answer)

    def revise(self, fact: Fact, answer: Answer) -> Self:
        """Give another answer to a fact; answers that no longer stand on a trail become dormant.

        Raises:
            UnknownNameError: its question does not offer that answer.
        """
        others = {known: given for known, given in self.answers.items() if known != fact}
        return self._settle(self.trees, {**others, fact: answer}, self.dormant)

    def back(self) -> Self:
        """Take the latest answer back; it is offered again. At the start, return the same consultation."""
        if not self.answers:
            return self
        *earlier, latest = self.answers
        kept = {fact: self.answers[fact] for fact in earlier}
        return self._settle(self.trees, kept, {**self.dormant, latest: self.answers[latest]})

    @property
    def decision(self) -> Decision | None:
        """The combined decision, or none while a topic has no finished path."""
        topics = []
        for each in self.walks:
            if (path := each.path) is None:
                return None
            left = path.outcome.conditions_left(self.answers)
            verdict = path.outcome.verdict_given(self.answers)
            topics.append(TopicDecision(each.tree.topic, each.tree.title, verdict, left, path))
        return Decision(self.trees[0].district, tuple(topics)) if topics else None
