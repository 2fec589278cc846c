"""One core, several shells: whoever asks, the same answers come to the same verdict, clauses and outcomes."""

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pytest

from advisor.analysis.paths import every_path
from advisor.cli.main import run
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.topic import WHEN
from advisor.domain.tree import UNSURE, Answer, Fact
from advisor.render.wording import INTENTS
from tests.trees.consultations import LIBRARY, Sample, Way, samples
from tests.trees.shipped import DISTRICTS

Record: TypeAlias = dict[str, Any]
"""A decision, as ``--json`` prints it."""

Shell: TypeAlias = Callable[..., Record]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Return a function that runs ``advisor`` on the shipped trees, and returns the decision that it prints."""
    monkeypatch.setattr("advisor.library.Library.find", lambda *_: LIBRARY)

    def decision(*words: str, lines: Sequence[str] = ()) -> Record:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = run([*words, "--json"])
        captured = capsys.readouterr()
        assert code == 0, captured.err
        record: Record = json.loads(captured.out)
        return record

    return decision


def said_by_core(decision: Decision) -> Record:
    """Return what every shell has to say."""
    return {
        "verdict": decision.verdict,
        "allowed": decision.allowed,
        "because": decision.because,
        "cites": list(decision.cites),
        "find_out": [question.fact for question in decision.find_out],
        "conditions": [condition.do for condition in decision.conditions],
        "topics": {
            each.topic: (each.verdict, None if each.settled is None else each.outcome.id, list(each.cites))
            for each in decision.topics
        },
    }


def said(record: Record) -> Record:
    """Return the same of a decision as it was printed."""
    return {
        "verdict": record["verdict"],
        "allowed": record["allowed"],
        "because": record["because"],
        "cites": [cite["clause"] for cite in record["cites"]],
        "find_out": [each["fact"] for each in record["find_out"]],
        "conditions": [each["do"] for each in record["conditions"]],
        "topics": {
            each["topic"]: (each["verdict"], each["outcome"], [cite["clause"] for cite in each["cites"]])
            for each in record["topics"]
        },
    }


def words(answers: Mapping[Fact, Answer]) -> Iterator[str]:
    return (f"{fact}={answer}" for fact, answer in answers.items())


@pytest.mark.parametrize("slug", DISTRICTS)
def test_every_path_is_decided_alike_by_the_tree_the_core_and_the_command(slug: str, shell: Shell) -> None:
    for tree in LIBRARY.district(slug).trees.values():
        for path in every_path(tree):
            decision = Consultation.begin([tree], path.answers).decision
            assert decision is not None
            (topic,) = decision.topics
            assert (topic.outcome, topic.verdict) == (path.outcome, path.verdict)
            assert said(shell("decide", slug, tree.topic, *words(path.answers))) == said_by_core(decision)


@pytest.mark.parametrize("slug", DISTRICTS)
def test_whatever_is_asked_line_by_line_is_decided_as_by_the_core_and_the_command(slug: str, shell: Shell) -> None:
    district = LIBRARY.district(slug)
    for sample in samples(slug):
        end = sample.end(district)
        assert end.decision is not None
        asked = shell("ask", slug, *named(sample), lines=[*begun(sample, district), *answered(sample, district)])
        decided = shell("decide", slug, *about(sample, end), *words(end.answers))
        assert said(asked) == said_by_core(end.decision), sample
        assert asked == decided, sample


def named(sample: Sample) -> tuple[str, ...]:
    """Return the topics that stand on the command line."""
    return sample.topics if sample.way is Way.NAMED else ()


def about(sample: Sample, end: Consultation) -> list[str]:
    """Return all topics of a consultation; none where facts of the first screen, which are answers too, bring them."""
    return [] if sample.ticked else [tree.topic for tree in end.trees]


def begun(sample: Sample, district: District) -> list[str]:
    """Return the lines that say what it is about, by numbers."""
    offering = [group for group in INTENTS if district.first_facts(group)]
    if sample.way is Way.LISTED:
        places = [list(district.trees).index(topic) + 1 for topic in sample.topics]
        return [str(len(offering) + 1), ", ".join(map(str, places))]
    if sample.way is Way.TICKED:
        facts = [first.fact for first in district.first_facts(sample.group, WHEN)]
        ticks = [f"{facts.index(fact) + 1}{'?' * (answer == UNSURE)}" for fact, answer in sample.ticked.items()]
        return [str(offering.index(sample.group) + 1), " ".join(ticks)]
    return []


def answered(sample: Sample, district: District) -> Iterator[str]:
    """Yield the number of each answer, as the core asks for it."""
    for consultation, answer in sample.walked(district):
        assert consultation.question is not None
        offered = [*(option.answer for option in consultation.question.options), UNSURE]
        yield str(offered.index(answer) + 1)


def test_the_consultations_are_many_and_of_every_kind() -> None:
    drawn = [(LIBRARY.district(slug), each) for slug in DISTRICTS for each in samples(slug)]
    given = [answer for _, sample in drawn for answer in (*sample.answers, *sample.ticked.values())]
    decisions = [sample.end(district).decision for district, sample in drawn]
    assert len(drawn) >= 200
    assert {sample.way for _, sample in drawn} == set(Way)
    assert 0.15 < sum(answer == UNSURE for answer in given) / len(given) < 0.25
    assert {decision.headline for decision in decisions if decision} == {"YES", "YES, IF", "NO", "NOT YET"}
    assert all(2 <= len(sample.topics or sample.ticked) <= 4 for _, sample in drawn)
