"""What a consultation says line by line, apart from the questions themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from advisor.domain.applicability import is_in_front, stands_in_front
from advisor.domain.consultation import Consultation
from advisor.domain.path import Step
from advisor.domain.progress import carried, certain, is_about_nothing, most_left, refusal, topics_asked
from advisor.domain.tree import NO, Answer, Fact, Question
from advisor.domain.verdict import Headline
from advisor.domain.walk import Walk, branch
from advisor.render.wording import answered, counted, headline_words, label

NOTHING_LEFT: Final = "nothing is left that it is about"
"""Said of answers after which no topic is touched."""

FIRST_SCREEN: Final = "What it is about"
"""Stands over the facts of the first screen."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given, with where it was asked."""

    under: str
    """The title of the topic, or that it is a fact of the first screen."""
    question: Question
    answer: Answer


def heading(consultation: Consultation, walk: Walk) -> list[str]:
    """Return what is said where a topic begins: its title, how far it is, and what it takes over from others."""
    topics = topics_asked(consultation)
    place = f" ({topics.index(walk) + 1} of {len(topics)})" if len(topics) > 1 else ""
    title = f"{walk.tree.title}{place}, at most {counted(most_left(consultation), 'more question')}"
    over = [
        f"Carried over: {answered(question.ask, label(question, answer))}" for question, answer in carried(consultation)
    ]
    return [title, *over]


def only_if(walk: Walk, question: Question, *, in_front: bool) -> list[str]:
    """Return on which answers alone a question stands, after a *not sure*.

    Args:
        walk: the walk that comes to it.
        question: the question.
        in_front: whether to say on which its whole topic stands, or on which of the topic's own.
    """
    steps = branch(walk, question)
    whole_topic = {step.fact for step in steps if stands_in_front(step)}
    said: dict[str, dict[str, None]] = {}
    for step in steps:
        if (step.fact in whole_topic) == in_front:
            asked = walk.tree.questions[step.question]
            said.setdefault(asked.ask, {})[label(asked, step.answer)] = None
    return [f"Only if: {answered(ask, '; or '.join(labels))}" for ask, labels in said.items()]


def already_no(consultation: Consultation) -> str:
    """Return that a topic's *no* is certain already; empty where there is none."""
    decision = refusal(consultation)
    if decision is None or decision.headline is not Headline.NO:
        return ""
    topic = decision.strictest
    return f"Already NO: {topic.title}: {topic.because} Go on to see the other topics, or type s to stop here."


def answers_given(consultation: Consultation) -> tuple[Given, ...]:
    """Return all answers, each once: what it is about, then topic by topic; what was not ticked is left out."""
    by_fact: dict[Fact, Given] = {}
    for walk in consultation.walks:
        for step in walk.trail:
            given = _given(walk, step)
            if step.fact not in by_fact and not (given.under == FIRST_SCREEN and given.answer == NO):
                by_fact[step.fact] = given
    return tuple(sorted(by_fact.values(), key=lambda given: given.under != FIRST_SCREEN))


def review(given: Sequence[Given], other: str = "") -> Iterator[str]:
    """Yield a numbered list of answers, each group under the title of its topic.

    Args:
        given: the answers.
        other: what a last number stands for.
    """
    under = ""
    for number, each in enumerate(given, 1):
        if each.under != under:
            under = each.under
            yield under
        yield f"{number} {answered(each.question.ask, label(each.question, each.answer))}"
    if other:
        yield f"{len(given) + 1} {other}"


def what_if(consultation: Consultation, given: Given, headline: Headline) -> Iterator[str]:
    """Yield what another answer would make of a decision, for each that there is.

    Args:
        consultation: what was answered.
        given: the answer to suppose another one for.
        headline: that of the decision.
    """
    yield f"What if, instead of: {answered(given.question.ask, label(given.question, given.answer))}"
    for answer in given.question.answers:
        if answer != given.answer:
            supposed = consultation.revise(given.question.fact, answer)
            yield f"{label(given.question, answer)}: {_supposing(supposed, headline)}"


def _supposing(supposed: Consultation, headline: Headline) -> str:
    decision = certain(supposed) or supposed.so_far
    if decision is None or is_about_nothing(supposed):
        return f"{NOTHING_LEFT}."
    return f"{headline_words(headline)} → {headline_words(decision.headline)} {decision.because}"


def _given(walk: Walk, step: Step) -> Given:
    under = FIRST_SCREEN if is_in_front(step.question) else walk.tree.title
    return Given(under, walk.tree.questions[step.question], step.answer)
