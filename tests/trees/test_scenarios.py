"""Real situations: answers go in, and the verdict and a clause come out that a person read in the policy.

Deny, silent and whether it is allowed are held to strictly. An allow against an allow-with-conditions is counted in
docs/trees.md, not failed: whether a general duty is a condition of this act is a matter of how fully a person writes.
"""

import json
import re
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from advisor.domain.decision import Decision
from advisor.domain.policy import Locator, agree
from advisor.domain.verdict import Verdict
from advisor.library import Library
from tests.trees.scenarios import FOLDER, Scenario, alike, decided, scenarios, verdict_asked
from tests.trees.shipped import ROOT

KEYS = Path(__file__).parents[3] / "shared" / "scenarios"
ALL = [each for file in sorted(FOLDER.glob("*.yaml")) for each in scenarios(file.stem)]
LIBRARY = Library([ROOT])

Key: TypeAlias = dict[str, Any]
"""One situation of the key, as its JSON has it."""


def decision_in(scenario: Scenario) -> Decision:
    return decided(scenario, LIBRARY.district(scenario.district))


def clauses(decision: Decision) -> list[Locator]:
    of_conditions = [cite for condition in decision.conditions for cite in condition.cites]
    of_readings = [cite for topic in decision.topics for each in topic.outcome.readings for cite in each.cites]
    return [*decision.cites, *of_conditions, *of_readings]


def readings_in(ambiguous: Key) -> set[Verdict]:
    """Return the verdicts of the readings; the keys of the districts write them in different ways."""
    readings = ambiguous.get("readings") or [ambiguous[name] for name in ("reading_1", "reading_2")]
    written = (reading.get("outcome") or reading.get("verdict") or reading["expected"] for reading in readings)
    return {alike(Verdict(verdict.split()[0])) for verdict in written}


def in_our_words(cite: str) -> Locator:
    """Return the locator of a clause that the key names with commas and words, or in an appendix by its full title."""
    spelled = cite.replace("Appendix: ", "").replace("Social Media Guidelines", "Guidelines").replace(",", "")
    return Locator(re.sub(r"\bs(\d+)([ab])\b", r"s\1 \2", re.sub(r"\bsentence (\d)", r"s\1", spelled)))


@pytest.mark.parametrize("scenario", ALL, ids=lambda scenario: scenario.id)
def test_the_verdict_is_the_one_that_the_text_gives(scenario: Scenario) -> None:
    decision = decision_in(scenario)
    verdict = verdict_asked(scenario, decision)
    assert alike(verdict) is alike(scenario.expect)
    assert decision.allowed or alike(verdict) is not Verdict.ALLOW


@pytest.mark.parametrize("scenario", [each for each in ALL if each.cites], ids=lambda scenario: scenario.id)
def test_a_cited_clause_agrees(scenario: Scenario) -> None:
    cited = clauses(decision_in(scenario))
    assert any(agree(expected, cite) for expected in scenario.cites for cite in cited)


@pytest.mark.skipif(not KEYS.is_dir(), reason="the situations' key is not kept with the project")
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_situation_of_the_key_is_here_with_its_verdict(file: Path) -> None:
    key = json.loads((KEYS / f"{file.stem}.json").read_text(encoding="utf-8"))
    ours = {scenario.id: scenario for scenario in scenarios(file.stem)}
    assert set(ours) == {each["id"] for part in ("scenarios", "ambiguous") for each in key[part]}
    for each in key["scenarios"]:
        assert ours[each["id"]].expect is Verdict(each["expected"]), each["id"]
        assert [agree(cite, in_our_words(wanted)) for cite in ours[each["id"]].cites for wanted in each["cites"]].count(
            True
        ) >= len(each["cites"]), each["id"]


@pytest.mark.skipif(not KEYS.is_dir(), reason="the situations' key is not kept with the project")
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_an_ambiguous_situation_ends_as_one_of_its_readings_and_never_more_leniently_than_its_caution(
    file: Path,
) -> None:
    key = json.loads((KEYS / f"{file.stem}.json").read_text(encoding="utf-8"))
    ours = {scenario.id: scenario for scenario in scenarios(file.stem)}
    for each in key["ambiguous"]:
        decision = decision_in(ours[each["id"]])
        readings = readings_in(each)
        assert alike(decision.verdict) in readings, each["id"]
        plain_allow = decision.verdict is Verdict.ALLOW
        assert not (plain_allow and Verdict.DENY in readings), each["id"]
