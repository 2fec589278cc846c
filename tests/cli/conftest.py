"""A small library on disk, and a way to run the command line as a person does."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from advisor.cli.main import run

TOPICS = """\
schema: 1
facts:
  shows-students: {say: It shows students}
topics:
  - {topic: photos, title: Photos of students, group: post, when: {shows-students: yes}}
  - {topic: logo, title: The logo, group: post, always: true}
"""
POLICY = """\
schema: 1
district: Example Public Schools
policy: '100'
title: An Example
adopted: 2020-01-01
clauses:
  - {id: I ¶1, kind: prohibition, gist: No photo without consent.}
  - {id: II ¶1, kind: obligation, gist: The office is told.}
"""
OTHER_POLICY = POLICY.replace("is told.}", "is told., sets_aside: An aim.}") + (
    "silent_on: {photos: {ask: your principal, until_then: deny, because: It does not speak of photos.}}\n"
)
PHOTOS = """\
schema: 1
topic: photos
title: Photos of students
start: medium
questions:
  medium:
    ask: Where would it appear?
    cites: [I ¶1]
    options:
      - {answer: network, label: On a network, then: consent}
      - {answer: paper, label: On paper, then: unsaid}
  consent:
    ask: Did a parent agree?
    help: Written, not spoken.
    cites: [I ¶1]
    yes: agreed
    no: refused
    ask-whom: the school office
outcomes:
  unsaid: {verdict: silent, because: It does not speak of paper., ask: your principal, until_then: deny, near: [I ¶1]}
  agreed:
    verdict: allow
    because: A parent agreed.
    cites: [I ¶1]
    conditions:
      - {do: Tell the office., who: you, when: before, cites: [II ¶1]}
  refused: {verdict: deny, because: Nobody agreed., cites: [I ¶1]}
examples:
  - {situation: In the paper., answers: {medium: paper}, expect: unsaid}
  - {situation: A parent signed., answers: {medium: network, consent: yes}, expect: agreed}
  - {situation: No parent signed., answers: {medium: network, consent: no}, expect: refused}
"""
LOGO = """\
schema: 1
topic: logo
title: The logo
start: {fact}
questions:
  {fact}: {{ask: Was it permitted?, cites: [I ¶1], yes: fine, no: refused}}
outcomes:
  fine: {{verdict: allow, because: Permitted., cites: [I ¶1]}}
  refused: {{verdict: deny, because: Not permitted., cites: [I ¶1]}}
examples:
  - {{situation: I asked., answers: {{{fact}: yes}}, expect: fine}}
  - {{situation: I did not ask., answers: {{{fact}: no}}, expect: refused}}
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Advisor: TypeAlias = Callable[..., Ran]


@pytest.fixture
def trees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make two districts the only ones on this machine: ``example``, and ``other``, which asks for a brand."""
    root = tmp_path / "trees"
    for district, policy in {"example": POLICY, "other": OTHER_POLICY}.items():
        (root / district).mkdir(parents=True)
        (root / district / "policy.yaml").write_text(policy, encoding="utf-8")
    (root / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (root / "example" / "photos.yaml").write_text(PHOTOS, encoding="utf-8")
    (root / "example" / "logo.yaml").write_text(LOGO.format(fact="permitted"), encoding="utf-8")
    (root / "other" / "logo.yaml").write_text(LOGO.format(fact="brand"), encoding="utf-8")
    monkeypatch.setattr("advisor.library.shipped_trees", lambda: root)
    monkeypatch.chdir(tmp_path)
    return root


class Terminal(io.StringIO):
    """Lines that somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def advisor(trees: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Advisor:
    """Return a function that runs ``advisor`` with some words, and perhaps lines on standard input."""
    return running(io.StringIO, capsys, monkeypatch)


@pytest.fixture
def at_terminal(trees: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Advisor:
    """Return a function that runs ``advisor`` with some words, and lines that a person types."""
    return running(Terminal, capsys, monkeypatch)


def running(
    stream: Callable[[str], io.StringIO], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Advisor:
    """Return a function that runs ``advisor`` with some words, and lines on a stream."""

    def run_it(*words: str, lines: Sequence[str] = ()) -> Ran:
        monkeypatch.setattr("sys.stdin", stream("".join(f"{line}\n" for line in lines)))
        code = run(words)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_it
