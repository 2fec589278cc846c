"""The outline of a tree: all its paths on record, each text once. It is what a reviewer reads and a snapshot keeps.

No running numbers, no dates, full ids, one fact a line: so that a change to a tree changes few lines here.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from advisor.domain.path import DecisionPath
from advisor.domain.policy import Policy
from advisor.domain.tree import Answer, Condition, Fact, NodeId, Outcome, Question, Reading, Tree
from advisor.domain.verdict import Verdict
from advisor.plain_text import visible
from advisor.render.wording import bracketed, counted

_ID: Final = 24
"""The column of the texts; fixed, so that a longer id moves no other line."""

_COUNTED: Final = {
    Verdict.ALLOW: "allow",
    Verdict.ALLOW_WITH_CONDITIONS: "with conditions",
    Verdict.DENY: "deny",
    Verdict.SILENT: "silent",
}


def outline(tree: Tree, policy: Policy, paths: Sequence[DecisionPath]) -> str:
    """Return the outline of a tree.

    Args:
        tree: the tree.
        policy: whose rules it states.
        paths: every path of the tree, in the author's order.
    """
    lines = [
        _header(tree, policy, paths),
        "QUESTIONS",
        *_questions(tree),
        "OUTCOMES",
        *(line for outcome in tree.outcomes.values() for line in _outcome(outcome)),
        "PATHS",
        *(f"  {line}" for line in _paths(paths)),
    ]
    return "".join(f"{visible(line)}\n" for line in lines)


def _header(tree: Tree, policy: Policy, paths: Sequence[DecisionPath]) -> str:
    verdicts = [path.verdict for path in paths]
    tally = ", ".join(f"{verdicts.count(verdict)} {word}" for verdict, word in _COUNTED.items() if verdict in verdicts)
    longest = max((len(path.steps) for path in paths), default=0)
    subject = f"{tree.topic} · {policy.district_name} · policy {policy.number}"
    return f"{subject}      {counted(len(paths), 'path')}: {tally} · longest {longest}"


def _questions(tree: Tree) -> Iterator[str]:
    first_asked: dict[Fact, Question] = {}
    for question in tree.questions.values():
        first = first_asked.setdefault(question.fact, question)
        if first is not question and (first.ask, _labels(first)) == (question.ask, _labels(question)):
            yield _entry(question.id, f"asks {question.fact} like {first.id}")
        else:
            yield _entry(question.id, question.ask)
            yield from (_entry("", line) for line in (*_fact(question), *_labels(question)))
        if question.cites:
            yield _entry("", f"cites: {', '.join(question.cites)}")


def _fact(question: Question) -> list[str]:
    return [f"fact: {question.fact}"] if str(question.fact) != question.id else []


def _labels(question: Question) -> list[str]:
    """Return the answers with their labels, unless they are a plain yes and no."""
    answers = [(option.answer, option.label) for option in question.options]
    return [] if answers == [("yes", "Yes"), ("no", "No")] else [f"{answer}: {label}" for answer, label in answers]


def _outcome(outcome: Outcome) -> Iterator[str]:
    near = f"[near {', '.join(outcome.near)}]" if outcome.near else ""
    parts = (outcome.verdict.upper(), bracketed(outcome.cites), near, outcome.because)
    yield _entry(outcome.id, "  ".join(filter(None, parts)))
    yield from (_entry("", _condition(condition)) for condition in outcome.conditions)
    yield from (_entry("", _reading(reading)) for reading in outcome.readings)
    if outcome.ask:
        until_then = f" · until then: {outcome.until_then.upper()}" if outcome.until_then else ""
        yield _entry("", f"ask: {outcome.ask}{until_then}")


def _condition(condition: Condition) -> str:
    unless = ", ".join(f"{fact}={answer}" for fact, answer in condition.unless.items())
    met = f" · unless {unless}" if unless else ""
    return f"condition: {condition.due} · {condition.who} · {condition.do} {bracketed(condition.cites)}{met}"


def _reading(reading: Reading) -> str:
    return f"reading: {reading.verdict.upper()}  {bracketed(reading.cites)}  {reading.says}"


def _entry(id_: str, text: str) -> str:
    return f"  {id_:<{_ID}}  {text}"


def _paths(paths: Sequence[DecisionPath]) -> list[str]:
    """Return the lines of all paths; a tree that asks nothing has one, which only ends."""
    _, (end, *below) = _branch(paths, 0)
    return [end.strip()] if end else below


def _drawn(paths: Sequence[DecisionPath], depth: int) -> list[str]:
    """Return the lines of paths that share their first steps; answers that lead the same way stand in one line."""
    by_answer: dict[Answer, list[DecisionPath]] = {}
    for path in paths:
        by_answer.setdefault(path.steps[depth].answer, []).append(path)
    branches: dict[tuple[NodeId, tuple[str, ...]], list[Answer]] = {}
    for answer, onward in by_answer.items():
        branches.setdefault(_branch(onward, depth + 1), []).append(answer)
    lines = []
    for (_, branch), answers in branches.items():
        head, *below = branch
        lines.append(f"{paths[0].steps[depth].question}={'|'.join(answers)}{head}")
        lines.extend(f"  {line}" for line in below)
    return lines


def _branch(paths: Sequence[DecisionPath], depth: int) -> tuple[NodeId, tuple[str, ...]]:
    """Return where paths go after the same steps: the next place, the end of its line, and the lines below."""
    first = paths[0]
    if depth == len(first.steps):
        return first.outcome.id, (f" -> {first.verdict.upper()} {first.outcome.id}",)
    return first.steps[depth].question, ("", *_drawn(paths, depth))
