"""A decision: what a consultation comes to, topic by topic and together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.domain.path import DecisionPath
from advisor.domain.policy import DistrictSlug, Locator, TopicSlug
from advisor.domain.topic import SCOPE
from advisor.domain.tree import Condition, Outcome, Question, Reading, SoundTree, merged
from advisor.domain.verdict import Headline, Verdict, headline, reason, strictness


@dataclass(frozen=True, slots=True)
class TopicDecision:
    """What one topic says of the case."""

    tree: SoundTree
    settled: bool | None
    """Whether it permits the act, whatever the open facts are; nothing where that depends on them."""
    verdict: Verdict
    """The most cautious one that can hold; *depends* where it is not settled."""
    conditions: tuple[Condition, ...]
    """What may still have to be done."""
    path: DecisionPath
    """What was asked, and the most cautious outcome."""
    outcomes: tuple[Outcome, ...]
    """Every outcome that is possible."""
    find_out: tuple[Question, ...] = ()
    """What it depends on, the question first whose answers settle most."""

    @property
    def topic(self) -> TopicSlug:
        """The topic."""
        return self.tree.topic

    @property
    def title(self) -> str:
        """The topic's title."""
        return self.tree.title

    @property
    def outcome(self) -> Outcome:
        """The most cautious outcome."""
        return self.path.outcome

    @property
    def allowed(self) -> bool:
        """Whether the topic permits the act as things stand."""
        return self.settled is True

    @property
    def most_cautious(self) -> Verdict:
        """The most cautious verdict that can hold."""
        return self.outcome.verdict if self.settled is None else self.verdict

    @property
    def because(self) -> str:
        """Why, in one sentence."""
        return _depends_on(self.find_out) if self.settled is None else self.outcome.because

    @property
    def cites(self) -> tuple[Locator, ...]:
        """The clauses it rests on; where it depends, those of every outcome that is possible."""
        resting = self.outcomes if self.settled is None else (self.outcome,)
        return _each_once(cite for outcome in resting for cite in outcome.cites)

    @property
    def near(self) -> tuple[Locator, ...]:
        """The clauses that come nearest, where the policy is silent."""
        return () if self.settled is None else self.outcome.near

    @property
    def ask(self) -> str:
        """Whom to ask, where the policy is silent."""
        return "" if self.settled is None else self.outcome.ask

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How careful readers differ."""
        return () if self.settled is None else self.outcome.readings

    @property
    def rank(self) -> tuple[int, bool]:
        """What sorts the strictest topic last; of equals, who is bound says least."""
        return strictness(self.most_cautious, allowed=self.outcome.allowed), self.topic != SCOPE

    @property
    def headline(self) -> Headline:
        """The topic's headline."""
        return headline(self.verdict, allowed=self.allowed, conditional=bool(self.conditions))


@dataclass(frozen=True, slots=True)
class Decision:
    """The combined verdict of all topics of a consultation."""

    district: DistrictSlug
    topics: tuple[TopicDecision, ...]
    settled: bool | None
    """Whether every topic permits the act, whatever the open facts are; nothing where that depends on them."""
    find_out: tuple[Question, ...] = ()
    """What it depends on, the question first whose answers settle most."""

    @property
    def strictest(self) -> TopicDecision:
        """The topic that settles the verdict; the first of equals, of which who is bound says least."""
        return max(self.topics, key=lambda topic: topic.rank)

    @property
    def verdict(self) -> Verdict:
        """The combined verdict: the most cautious one that can hold, or *depends*."""
        return Verdict.DEPENDS if self.settled is None else self.strictest.most_cautious

    @property
    def allowed(self) -> bool:
        """Whether every topic permits the act as things stand."""
        return self.settled is True

    @property
    def deciding(self) -> tuple[TopicDecision, ...]:
        """The topics that stand in the way, or all of them when none does."""
        agreeing = [topic for topic in self.topics if topic.settled == self.settled]
        if not agreeing:
            # No topic denies by itself; together they leave no way.
            return tuple(topic for topic in self.topics if not topic.allowed)
        return tuple(topic for topic in self.topics if topic in agreeing or self._rests_on(topic))

    def _rests_on(self, topic: TopicDecision) -> bool:
        return self.settled is False and topic is self.strictest

    @property
    def because(self) -> str:
        """Why, in one sentence."""
        return _depends_on(self.find_out) if self.settled is None else self.strictest.outcome.because

    @property
    def cites(self) -> tuple[Locator, ...]:
        """The clauses it rests on."""
        return _each_once(cite for topic in self.deciding for cite in topic.cites)

    @property
    def near(self) -> tuple[Locator, ...]:
        """The clauses that come nearest, where a policy is silent."""
        return _each_once(cite for topic in self.deciding for cite in topic.near)

    @property
    def ask(self) -> tuple[str, ...]:
        """Whom to ask, where a policy is silent."""
        return tuple(dict.fromkeys(topic.ask for topic in self.deciding if topic.ask))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How careful readers differ."""
        return tuple(dict.fromkeys(reading for topic in self.deciding for reading in topic.readings))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is still to be done for the allowed topics, identical ones once, in the order in which it falls due."""
        return merged(condition for topic in self.topics if topic.allowed for condition in topic.conditions)

    @property
    def to_do(self) -> tuple[Condition, ...]:
        """The conditions of an allow; nothing while something else is in the way, because they would not help."""
        return self.conditions if self.allowed else ()

    @property
    def headline(self) -> Headline:
        """The answer to "may I?"."""
        return headline(self.verdict, allowed=self.allowed, conditional=bool(self.conditions))

    @property
    def reason(self) -> str:
        """The line under the headline; empty where the headline says it all."""
        return reason(self.verdict, allowed=self.allowed, partly=self._is_on_a_part)

    @property
    def _is_on_a_part(self) -> bool:
        """Whether a topic that was asked about has another verdict."""
        return any(each.verdict is not self.verdict for each in self.topics if each.topic != SCOPE)


def _depends_on(questions: Sequence[Question]) -> str:
    """Say what a verdict depends on first."""
    return f"It depends on this: {questions[0].ask}"


def _each_once(cites: Iterable[Locator]) -> tuple[Locator, ...]:
    return tuple(dict.fromkeys(cites))
