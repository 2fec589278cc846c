"""Situations, one file a district, and how to read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.domain.policy import Locator, TopicSlug, locator
from advisor.domain.tree import Answer, Fact
from advisor.domain.verdict import Verdict
from advisor.loading.yaml_text import Value, read_yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Scenario:
    """A situation with the verdict that a person read in the policy."""

    id: str
    district: str
    topics: tuple[TopicSlug, ...]
    asks: str
    answers: Mapping[Fact, Answer]
    expect: Verdict
    cites: tuple[Locator, ...]


def scenarios(district: str) -> list[Scenario]:
    """Return the situations of a district."""
    document = read_yaml((FOLDER / f"{district}.yaml").read_bytes(), f"{district}.yaml")
    assert document.findings == (), document.findings
    assert isinstance(document.value, dict)
    return [_scenario(district, each) for each in _list(document.value["scenarios"])]


def _scenario(district: str, written: Value) -> Scenario:
    assert isinstance(written, dict)
    answers = written["answers"]
    assert isinstance(answers, dict)
    return Scenario(
        str(written["id"]),
        district,
        tuple(TopicSlug(str(topic)) for topic in _list(written["topics"])),
        str(written["asks"]),
        {Fact(fact): Answer(str(answer)) for fact, answer in answers.items()},
        Verdict(str(written["expect"])),
        tuple(locator(str(cite)) for cite in _list(written.get("cites", []))),
    )


def _list(written: Value) -> list[Value]:
    assert isinstance(written, list)
    return written
