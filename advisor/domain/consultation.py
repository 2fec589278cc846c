"""A consultation: the walks of all the topics that one post or account touches, and their combined decision.

Answers are kept by fact, so that none is asked twice. An answer is live while its fact stands on some topic's trail;
the others are dormant: offered again when their question comes, never counted silently.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from advisor.domain.applicability import applies
from advisor.domain.completions import Completions, End, every_end, known, question_of, settled
from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.path import DecisionPath
from advisor.domain.tree import Answer, Fact, Question, SoundTree, merged
from advisor.domain.verdict import Verdict, strictness
from advisor.domain.walk import Walk, walk


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
    def begin(
        cls,
        trees: Sequence[SoundTree],
        answers: Mapping[Fact, Answer] | None = None,
        dormant: Mapping[Fact, Answer] | None = None,
    ) -> Self:
        """Begin a consultation over some topics, with the answers already known.

        Args:
            trees: one a topic, all of one district.
            answers: by fact; those that no question asks become dormant.
            dormant: by fact; answers that are offered when their question comes, and do not count.

        Raises:
            UnknownNameError: a question does not offer the answer given to it.
        """
        return cls._settle(trees, answers or {}, dormant or {})

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
        """The first walk with a question to ask, or none when all are finished."""
        return next((each for each in self.walks if each.wanted), None)

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
        """The questions to ask, of all topics, with their walks, the first one at the front, each fact once."""
        by_fact: dict[Fact, tuple[Walk, Question]] = {}
        for each in self.walks:
            for question in each.wanted:
                by_fact.setdefault(question.fact, (each, question))
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
        """The combined decision, or none while there is a question to ask or where no topic applies."""
        return None if self.question else self.so_far

    @property
    def so_far(self) -> Decision | None:
        """The decision on what is known so far: a fact that was not asked yet counts as *not sure*.

        There is none where no topic applies.
        """
        ends = [_ends(each, self.answers) for each in self.walks]
        together = Completions(ends)
        topics = [
            self._topic_decision(each, its_ends)
            for each, its_ends in zip(self.walks, ends, strict=True)
            if any(applies(end.outcome) for end in its_ends)
        ]
        if not topics:
            return None
        return Decision(self.trees[0].district, tuple(topics), together.settled, self._asking(together.deciding()))

    def _topic_decision(self, each: Walk, ends: Sequence[End]) -> TopicDecision:
        answers = known(self.answers)
        given = [(end.outcome, {**answers, **end.assumed}) for end in ends]
        strictest, facts = max(given, key=lambda one: strictness(one[0].verdict_given(one[1]), allowed=one[0].allowed))
        agreed = settled(ends)
        return TopicDecision(
            tree=each.tree,
            settled=agreed,
            verdict=Verdict.DEPENDS if agreed is None else strictest.verdict_given(facts),
            conditions=merged(condition for outcome, facts in given for condition in outcome.conditions_left(facts)),
            path=DecisionPath(each.trail, strictest),
            outcomes=tuple({outcome.id: outcome for outcome, _ in given}.values()),
            find_out=self._asking(Completions([ends]).deciding()) if agreed is None else (),
        )

    def _asking(self, facts: Iterable[Fact]) -> tuple[Question, ...]:
        return tuple(question_of(fact, self.trees) for fact in facts)


def _ends(each: Walk, answers: Mapping[Fact, Answer]) -> tuple[End, ...]:
    return (End({}, each.path.outcome),) if each.path else every_end(each.tree, answers)
