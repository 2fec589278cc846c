"""Cases put to every district, and how to read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.domain.policy import DistrictSlug, TopicSlug
from advisor.domain.tree import Answer, Fact
from advisor.domain.verdict import Verdict
from advisor.loading.yaml_text import Value
from tests.support.yaml_entries import entries, mapping

FILE = Path(__file__).with_name("cases.yaml")


@dataclass(frozen=True)
class Case:
    """One set of facts, with the verdict that a person read in each district's policy."""

    case: str
    topic: TopicSlug
    answers: Mapping[Fact, Answer]
    expect: Mapping[DistrictSlug, Verdict]


def cases() -> list[Case]:
    """Return the cases, in topic order."""
    return [_case(each) for each in entries(FILE, "cases")]


def _case(written: dict[str, Value]) -> Case:
    answers, expect = mapping(written["answers"]), mapping(written["expect"])
    return Case(
        str(written["case"]),
        TopicSlug(str(written["topic"])),
        {Fact(fact): Answer(str(answer)) for fact, answer in answers.items()},
        {DistrictSlug(district): Verdict(str(verdict)) for district, verdict in expect.items()},
    )
