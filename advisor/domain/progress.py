"""A consultation under way: how far it has come, and what is certain of it before the last question."""

from collections.abc import Iterator, Mapping

from advisor.domain.applicability import applies, is_in_front, stands_in_front
from advisor.domain.completions import Completions, every_end, settled
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.tree import NO, UNSURE, Answer, Fact, Question
from advisor.domain.walk import Walk


def most_left(consultation: Consultation) -> int:
    """Return how many questions can still come at most, whatever is answered, *not sure* too; the open one counts."""
    return len({fact for each in consultation.walks for fact in _ahead(each, consultation.answers)})


def topics_asked(consultation: Consultation) -> tuple[Walk, ...]:
    """Return the walks of the topics that apply, or may yet turn out to, and that ask something."""
    current = consultation.current
    asking = [each for each in consultation.walks if each is current or not all(map(is_in_front, each.tree.questions))]
    return tuple(each for each in asking if _may_apply(each, consultation))


def first_facts(consultation: Consultation) -> frozenset[Fact]:
    """Return the answered facts that only say whether a topic applies."""
    trails = [step for each in consultation.walks for step in each.trail]
    return frozenset(s.fact for s in trails if stands_in_front(s)) - {s.fact for s in trails if not stands_in_front(s)}


def is_about_nothing(consultation: Consultation) -> bool:
    """Tell whether the facts of the first screen say what it is about, and none of them holds or may hold."""
    first = first_facts(consultation)
    return bool(first) and all(consultation.answers[fact] == NO for fact in first)


def carried(consultation: Consultation) -> tuple[tuple[Question, Answer], ...]:
    """Return the answers of earlier topics that the topic at hand begins with, until it has an answer of its own."""
    current = consultation.current
    if current is None:
        return ()
    earlier = consultation.walks[: consultation.walks.index(current)]
    before = {step.fact for each in earlier for step in each.trail}
    own = [step for step in current.trail if not stands_in_front(step)]
    if not all(step.fact in before for step in own):
        return ()
    return tuple((current.tree.questions[step.question], step.answer) for step in own)


def is_already_no(consultation: Consultation) -> bool:
    """Tell whether no answer to what is still open can lead to an allow."""
    if consultation.question is None:
        return False
    return Completions(every_end(tree, consultation.answers) for tree in consultation.trees).settled is False


def refusal(consultation: Consultation) -> Decision | None:
    """Return the decision on what is certain already, where no answer to what is still open can lead to an allow.

    A topic that is not finished is left out unless it refuses by itself: what it could come to is no reason yet.
    """
    if not is_already_no(consultation):
        return None
    finished = [each.tree for each in consultation.walks if not each.wanted or _refuses(each, consultation)]
    decision = Consultation.begin(finished, consultation.answers).so_far
    return decision if decision and decision.settled is False else consultation.so_far


def certain(consultation: Consultation) -> Decision | None:
    """Return the decision that no answer can change any more; none while one can, or where no topic applies."""
    return consultation.decision or refusal(consultation)


def _refuses(walk: Walk, consultation: Consultation) -> bool:
    return settled(every_end(walk.tree, consultation.answers)) is False


def _may_apply(walk: Walk, consultation: Consultation) -> bool:
    return any(applies(end.outcome) for end in every_end(walk.tree, consultation.answers))


def _ahead(walk: Walk, answers: Mapping[Fact, Answer]) -> Iterator[Fact]:
    """Yield the facts without an answer that one topic may still ask."""
    reached = {question.id for question in walk.wanted}
    for node in walk.tree.order:
        if node in reached:
            question = walk.tree.questions[node]
            answer = answers.get(question.fact, UNSURE)
            reached.update(option.then for option in question.options if answer in (option.answer, UNSURE))
            if question.fact not in answers:
                yield question.fact
