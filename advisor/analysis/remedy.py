"""Remedies: the smallest changes, still in the person's power, that turn a decision into an allow.

They are searched over all topics together: what allows one topic may forbid another.
"""

from collections.abc import Collection, Iterator, Sequence

from advisor.analysis.cheapest import Combination, cheapest
from advisor.domain.applicability import as_named, not_to_leave
from advisor.domain.completions import Facts, known, question_of
from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.remedy import Change, Proviso, Remedies, Remedy
from advisor.domain.topic import Topics
from advisor.domain.tree import UNSURE, Answer, Fact, Question, SoundTree, questions_by_fact


def remedies(consultation: Consultation, topics: Topics) -> tuple[Remedy, ...]:
    """Return every smallest remedy, in the order of the topics and their questions; none where nothing would help.

    The smallest has the fewest changes, then the fewest provisos, then leaves the fewest conditions to meet.

    Args:
        consultation: one that is not allowed; what it does not know is open.
        topics: say when each topic applies, so that a topic can be left.
    """
    trees, facts = as_named(consultation.trees, topics, known(consultation.answers))
    return _smallest(trees, facts, _not_allowed(consultation))


def every_remedy(consultation: Consultation, topics: Topics) -> Remedies:
    """Return what would allow all topics at once, and what would allow each by itself.

    Beside what is smallest stands what is smallest with the topics as they are: a person who asks how to show students
    is not helped by a picture without them alone.

    Args:
        consultation: as for `remedies`.
        topics: as for `remedies`.
    """
    trees, facts = as_named(consultation.trees, topics, known(consultation.answers))
    in_the_way = _not_allowed(consultation)
    alone = {tree.topic: _offered([tree], facts, in_the_way) for tree in trees if tree.topic in in_the_way}
    return Remedies(_offered(trees, facts, in_the_way), alone)


def _not_allowed(consultation: Consultation) -> frozenset[TopicSlug]:
    decision = consultation.so_far
    return frozenset(topic.topic for topic in decision.topics if not topic.allowed) if decision else frozenset()


def _offered(trees: Sequence[SoundTree], facts: Facts, in_the_way: Collection[TopicSlug]) -> tuple[Remedy, ...]:
    keeping = _smallest([not_to_leave(tree) for tree in trees], facts, in_the_way)
    known_already = [remedy.answers for remedy in keeping]
    leaving = _smallest(trees, facts, in_the_way)
    return (*keeping, *(remedy for remedy in leaving if remedy.answers not in known_already))


def _smallest(trees: Sequence[SoundTree], facts: Facts, in_the_way: Collection[TopicSlug]) -> tuple[Remedy, ...]:
    found = [_remedy(each, trees, facts, in_the_way) for each in cheapest(trees, facts)]
    fewest = min((len(remedy.conditions) for remedy in found), default=0)
    return tuple(remedy for remedy in found if len(remedy.conditions) == fewest)


def _remedy(
    combination: Combination, trees: Sequence[SoundTree], facts: Facts, in_the_way: Collection[TopicSlug]
) -> Remedy:
    changes, provisos = combination
    # An open fact counts as not sure: without an answer to it, what lies behind its question would not be reached.
    still_open = dict.fromkeys(questions_by_fact(trees), UNSURE)
    done = Consultation.begin(trees, {**still_open, **facts, **changes, **provisos})
    return Remedy(
        tuple(Change(_saying_how(each, done, in_the_way), each[1], facts.get(each[0])) for each in changes.items()),
        tuple(Proviso(question_of(fact, trees), answer) for fact, answer in provisos.items()),
        done.so_far,
    )


def _saying_how(wanted: tuple[Fact, Answer], done: Consultation, in_the_way: Collection[TopicSlug]) -> Question:
    """Return the question that says best how to bring an answer about: of a topic in the way, and on its new trail."""
    fact, answer = wanted

    def candidates() -> Iterator[tuple[bool, bool, Question]]:
        for walk in done.walks:
            trail = {step.question for step in walk.trail}
            for question in walk.tree.questions.values():
                if question.fact == fact and answer in question.obtain:
                    yield walk.tree.topic not in in_the_way, question.id not in trail, question

    return min(candidates(), key=lambda candidate: candidate[:2])[2]
