"""Situations, one file a district, and how to read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import Locator, TopicSlug, locator
from advisor.domain.tree import Answer, Fact
from advisor.domain.verdict import Verdict
from advisor.loading.yaml_text import Value
from tests.support.yaml_entries import entries, listed, mapping

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
    return [_scenario(district, each) for each in entries(FOLDER / f"{district}.yaml", "scenarios")]


def decided(scenario: Scenario, district: District) -> Decision:
    """Return what a district decides in a situation; every answer that is given must be asked for."""
    consultation = district.consult(scenario.topics, scenario.answers)
    assert [question.fact for _, question in consultation.open] == []
    assert consultation.dormant == {}
    assert consultation.decision is not None
    return consultation.decision


def verdict_asked(scenario: Scenario, decision: Decision) -> Verdict:
    """Return the verdict that the situation asks for: the combined one, or that of one topic."""
    by_topic = {topic.topic: topic.verdict for topic in decision.topics}
    return decision.verdict if scenario.asks == "combined" else by_topic[TopicSlug(scenario.asks)]


def alike(verdict: Verdict) -> Verdict:
    """Return the verdict, allow standing for both kinds of allow."""
    return Verdict.ALLOW if verdict is Verdict.ALLOW_WITH_CONDITIONS else verdict


def _scenario(district: str, written: dict[str, Value]) -> Scenario:
    answers = mapping(written["answers"])
    return Scenario(
        str(written["id"]),
        district,
        tuple(TopicSlug(str(topic)) for topic in listed(written["topics"])),
        str(written["asks"]),
        {Fact(fact): Answer(str(answer)) for fact, answer in answers.items()},
        Verdict(str(written["expect"])),
        tuple(locator(str(cite)) for cite in listed(written.get("cites", []))),
    )
