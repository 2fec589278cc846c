"""The digest of what decides in a tree: the same on every machine, and not touched by how a thing is worded.

It holds where the walk starts, where each answer leads, and what each outcome decides: its verdict, its clauses, its
conditions, what holds until somebody was asked, and how careful readers differ. Left out are the title, the texts of
questions, labels and reasons, whom to ask, what can be obtained, the author's order, and what only authors see. What a
condition asks is advice that a person acts on, so its words count.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Final, TypeAlias

from advisor.domain.tree import Condition, Outcome, Question, Reading, Tree

DIGEST_LENGTH: Final = 16
"""How many hexadecimal digits a digest has."""

_Json: TypeAlias = "str | bool | list[_Json] | dict[str, _Json] | None"


def deciding_digest(tree: Tree) -> str:
    """Return the digest of what decides in a tree."""
    deciding: _Json = {
        "start": tree.start,
        "questions": {id_: _question(question) for id_, question in tree.questions.items()},
        "outcomes": {id_: _outcome(outcome) for id_, outcome in tree.outcomes.items()},
    }
    return sha256(_canonical(deciding).encode()).hexdigest()[:DIGEST_LENGTH]


def _canonical(value: _Json) -> str:
    """Return a value as the one JSON text, all ASCII, that stands for it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def _question(question: Question) -> _Json:
    return {"fact": question.fact, "then": {option.answer: option.then for option in question.options}}


def _outcome(outcome: Outcome) -> _Json:
    return {
        "verdict": outcome.verdict.value,
        "until_then": outcome.until_then.value if outcome.until_then else None,
        "cites": _unordered(outcome.cites),
        "near": _unordered(outcome.near),
        "conditions": _unordered(_condition(each) for each in outcome.conditions),
        "readings": _unordered(_reading(each) for each in outcome.readings),
        "unbound": outcome.unbound,
    }


def _condition(condition: Condition) -> _Json:
    return {
        "do": condition.do,
        "who": condition.who,
        "due": condition.due.value,
        "cites": _unordered(condition.cites),
        "unless": {str(fact): str(answer) for fact, answer in condition.unless.items()},
    }


def _reading(reading: Reading) -> _Json:
    return {"verdict": reading.verdict.value, "cites": _unordered(reading.cites)}


def _unordered(values: Iterable[_Json]) -> _Json:
    return sorted(values, key=_canonical)
