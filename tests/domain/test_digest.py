"""The digest of what decides: it changes with the rules and with nothing else."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.domain.digest import deciding_digest
from advisor.domain.policy import Locator
from advisor.domain.tree import (
    Answer,
    Condition,
    Due,
    Fact,
    Never,
    NodeId,
    Option,
    Outcome,
    Question,
    Reading,
    SoundTree,
)
from advisor.domain.verdict import Verdict
from tests.support.trees import CLAUSE, tiny_tree

_CITES = (CLAUSE, Locator("II ¶2"))
_DUTY = Condition("Tell the office.", "you", Due.BEFORE, _CITES, {Fact("told"): Answer("yes")})
_READING = Reading("It is meant so.", Verdict.DENY, _CITES)
_FINE = Outcome(NodeId("fine"), Verdict.ALLOW, "Because.", _CITES, (_DUTY,), readings=(_READING,))
_UNSAID = Outcome(NodeId("unsaid"), Verdict.SILENT, "It is silent.", near=_CITES, until_then=Verdict.DENY, ask="her")
TREE = tiny_tree({"consent": {"yes": "fine", "no": "unsaid"}}, {"fine": _FINE, "unsaid": _UNSAID})
DIGEST = "a4311cc38676582e"


def questioned(**changes: object) -> SoundTree:
    (question,) = TREE.questions.values()
    return replace(TREE, questions={question.id: replace(question, **changes)})  # type: ignore[arg-type]  # any field


def ended(outcome: Outcome, **changes: object) -> SoundTree:
    changed = replace(outcome, **changes)  # type: ignore[arg-type]  # any field of it
    return replace(TREE, outcomes={**TREE.outcomes, outcome.id: changed})


def obliged(**changes: object) -> SoundTree:
    return ended(_FINE, conditions=(replace(_DUTY, **changes),))  # type: ignore[arg-type]  # any field of it


def read(**changes: object) -> SoundTree:
    return ended(_FINE, readings=(replace(_READING, **changes),))  # type: ignore[arg-type]  # any field of it


def relabelled(question: Question) -> tuple[Option, ...]:
    return tuple(replace(option, label="Anything") for option in reversed(question.options))


QUESTION = TREE.questions[NodeId("consent")]
WORDED = {
    "title": replace(TREE, title="Anything"),
    "ask": questioned(ask="Anything?"),
    "help": questioned(help="Anything."),
    "why it is asked": questioned(cites=()),
    "whom to ask": questioned(ask_whom="anybody"),
    "what is obtained": questioned(obtain={Answer("yes"): "Ask a parent."}),
    "labels and their order": questioned(options=relabelled(QUESTION)),
    "because": ended(_FINE, because="Anything."),
    "whom to ask where it is silent": ended(_UNSAID, ask="him"),
    "what a reading says": read(says="Anything."),
    "the order of clauses": ended(_FINE, cites=_CITES[::-1]),
    "what only authors see": replace(TREE, never=(Never(Verdict.DENY, {}, _CITES),)),
    "the order of outcomes": replace(TREE, outcomes=dict(reversed(list(TREE.outcomes.items())))),
}
DECIDING = {
    "start": replace(TREE, start=NodeId("fine")),
    "fact": questioned(fact=Fact("permission")),
    "where an answer leads": questioned(options=(*QUESTION.options[:1], Option(Answer("no"), "No", NodeId("fine")))),
    "an answer": questioned(options=(*QUESTION.options, Option(Answer("maybe"), "", NodeId("fine")))),
    "verdict": ended(_FINE, verdict=Verdict.DENY),
    "until then": ended(_UNSAID, until_then=Verdict.ALLOW),
    "cites": ended(_FINE, cites=_CITES[:1]),
    "near": ended(_UNSAID, near=_CITES[:1]),
    "who is bound": ended(_UNSAID, unbound=True),
    "no condition": ended(_FINE, conditions=()),
    "what a condition asks": obliged(do="Tell nobody."),
    "who meets it": obliged(who="they"),
    "when": obliged(due=Due.AFTER),
    "its clauses": obliged(cites=_CITES[:1]),
    "unless": obliged(unless={}),
    "no reading": ended(_FINE, readings=()),
    "a reading's verdict": read(verdict=Verdict.ALLOW),
    "a reading's clauses": read(cites=()),
}


@pytest.mark.parametrize("worded", WORDED.values(), ids=WORDED)
def test_wording_and_order_do_not_change_it(worded: SoundTree) -> None:
    assert worded != TREE or list(worded.outcomes) != list(TREE.outcomes)
    assert deciding_digest(worded) == DIGEST


@pytest.mark.parametrize("deciding", DECIDING.values(), ids=DECIDING)
def test_what_decides_changes_it(deciding: SoundTree) -> None:
    assert deciding_digest(deciding) != DIGEST


def test_each_change_has_a_digest_of_its_own() -> None:
    assert len({deciding_digest(tree) for tree in DECIDING.values()}) == len(DECIDING)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_every_process_finds_the_same(seed: str) -> None:
    code = "from tests.domain.test_digest import *\nprint(deciding_digest(TREE))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == DIGEST
