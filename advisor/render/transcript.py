"""A decision as plain text for a terminal: the headline first, then why, on what grounds, and what is left to do."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import Locator
from advisor.domain.remedy import Remedies, Remedy, partings
from advisor.domain.tree import Condition, Question
from advisor.render.layout import wrapped
from advisor.render.wording import (
    MOST_REMEDIES,
    asked,
    due_words,
    headline_words,
    label,
    no_change,
    parted_words,
    policy_line,
    reading_words,
    remedy_steps,
)

_NOT_IMPORTED: Final[Mapping[Locator, str]] = MappingProxyType({})


def transcript(
    decision: Decision,
    district: District,
    width: int = 80,
    official: Mapping[Locator, str] = _NOT_IMPORTED,
    remedies: Remedies | None = None,
) -> str:
    """Return a decision as text, wrapped at a width.

    Args:
        decision: the decision.
        district: whose rules it applies.
        width: the width of the terminal.
        official: the official words of what it cites, where they are known.
        remedies: what would change it; none where it is allowed.
    """
    blocks = [
        [headline_words(decision.headline)],
        wrapped(decision.reason, width) if decision.reason else [],
        wrapped(decision.because, width),
        _topics(decision, width),
        _conditions(decision.to_do, width),
        _find_out(decision.find_out, width),
        _remedies(decision, remedies.together, width) if remedies else [],
        _parted(decision, width),
        _ask(decision, width),
        _readings(decision, width),
        _asked(decision, width),
        _cites(decision, district, width, official),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _topics(decision: Decision, width: int) -> list[str]:
    if len(decision.topics) == 1:
        return []
    lines = (
        wrapped(f"{topic.title}: {headline_words(topic.headline)} {topic.because}", width, "  ", "    ")
        for topic in decision.topics
    )
    return ["By topic:", *chain.from_iterable(lines)]


def _conditions(conditions: tuple[Condition, ...], width: int) -> list[str]:
    if not conditions:
        return []
    lines = (wrapped(due_words(each.duty), width, "  ", "    ") for each in conditions)
    return ["What to do:", *chain.from_iterable(lines)]


def _find_out(questions: tuple[Question, ...], width: int) -> list[str]:
    lines = [line for question in questions for line in _to_find_out(question, width)]
    return ["Find out, the first before the others:", *lines] if lines else []


def _to_find_out(question: Question, width: int) -> Iterator[str]:
    yield from wrapped(question.ask, width, "  ", "    ")
    if question.ask_whom:
        yield from wrapped(f"Ask {question.ask_whom}.", width, "    ")
    for answer, how in question.obtain.items():
        yield from wrapped(f"{label(question, answer)}: {how}", width, "    ", "      ")


def _remedies(decision: Decision, remedies: Sequence[Remedy], width: int) -> list[str]:
    if not remedies:
        return wrapped(no_change(len(decision.topics)), width)
    if len(remedies) == 1:
        return [*wrapped("What would change it:", width), *_remedy(remedies[0], width, "  ")]
    lines = wrapped("What would change it, any one of these:", width)
    for number, remedy in enumerate(remedies[:MOST_REMEDIES], 1):
        lines += _remedy(remedy, width, f"  {number}. ")
    more = len(remedies) - MOST_REMEDIES
    return lines if more <= 0 else [*lines, *wrapped(f"There are {more} more like these.", width, "  ")]


def _remedy(remedy: Remedy, width: int, first: str) -> Iterator[str]:
    """Yield what to change, on what it depends, and what is then left to do."""
    indent = " " * len(first)
    for place, step in enumerate(remedy_steps(remedy)):
        yield from wrapped(step, width, indent if place else first, f"{indent}  ")
    if remedy.conditions:
        yield from wrapped("What to do then:", width, indent)
    for condition in remedy.conditions:
        yield from wrapped(due_words(condition.duty), width, f"{indent}  ", f"{indent}    ")


def _parted(decision: Decision, width: int) -> list[str]:
    """Say where each topic that stands in the way left the last way to an allow."""
    lines: list[str] = []
    for topic, step in partings(decision):
        question = topic.tree.questions[step.question]
        whose = "A yes" if len(decision.topics) == 1 else f"{topic.title}: a yes"
        lines += wrapped(f"{whose} parted from this at: {parted_words(question, step.answer)}", width, "", "  ")
    return lines


def _ask(decision: Decision, width: int) -> list[str]:
    return [line for person in decision.ask for line in wrapped(f"Ask: {person}", width, "", "  ")]


def _readings(decision: Decision, width: int) -> list[str]:
    lines = (wrapped(reading_words(each), width, "  ", "    ") for each in decision.readings)
    return ["Careful readers differ:", *chain.from_iterable(lines)] if decision.readings else []


def _asked(decision: Decision, width: int) -> list[str]:
    lines = [
        line
        for question, answer in asked(decision)
        for line in [*wrapped(question.ask, width, "  "), *wrapped(label(question, answer), width, "    ")]
    ]
    return ["You answered:", *lines] if lines else []


def _cites(decision: Decision, district: District, width: int, official: Mapping[Locator, str]) -> list[str]:
    near = cited(decision.near, district, width, official, "near ")
    return [*wrapped(policy_line(district.policy), width), *cited(decision.cites, district, width, official), *near]


def cited(
    cites: tuple[Locator, ...], district: District, width: int, official: Mapping[Locator, str], before: str = ""
) -> Iterator[str]:
    """Yield lines that name each clause and say what it says.

    Args:
        cites: the clauses.
        district: whose policy they stand in.
        width: the width of the terminal.
        official: their official words, where they are known.
        before: stands before each locator.
    """
    for cite in cites:
        yield from wrapped(f"{before}{cite}: {district.policy.gist(cite)}", width, "  ", "    ")
        if words := official.get(cite):
            yield from wrapped(f"In the policy's own words: “{words}”", width, "    ")


def explained(
    question: Question, district: District, width: int = 80, official: Mapping[Locator, str] = _NOT_IMPORTED
) -> str:
    """Return what helps a person to answer a question: its help, why it is asked, and who knows.

    Args:
        question: the question.
        district: whose rules it is about.
        width: the width of the terminal.
        official: the official words of the clauses it rests on, where they are known.
    """
    whom = f"Not sure? Ask {question.ask_whom}." if question.ask_whom else ""
    lines = [line for text in (question.help, whom) if text for line in wrapped(text, width)]
    if question.cites:
        why = cited(question.cites, district, width, official)
        lines += [f"Asked because of policy {district.policy.number}:", *why]
    return "".join(f"{line}\n" for line in lines)
