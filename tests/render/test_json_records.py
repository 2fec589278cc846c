"""The keys that other programs rely on."""

import json
from dataclasses import replace

import pytest

from advisor.analysis.paths import count_paths, every_path
from advisor.domain.counts import Counts
from advisor.domain.finding import Finding, Position, Severity
from advisor.domain.tree import NodeId
from advisor.domain.verdict import Verdict
from advisor.render import json_records as records
from tests.render.samples import district, logo, photos
from tests.support.trees import tiny_tree

CLAUSE = {"policy": "100", "clause": "I ¶1", "gist": "An example of a clause."}

COUNTED = {district().slug: Counts(2, 1, 1, 2, 0, 3, 5, {Verdict.ALLOW: 4, Verdict.DENY: 1})}


def parsed(record: records.JsonObject) -> object:
    return json.loads(json.dumps(record))


def test_missing_answers() -> None:
    question = logo().questions[NodeId("permitted")]
    assert parsed(records.missing_record([(logo().topic, question)])) == {
        "missing": [
            {
                "topic": "logo",
                "question": "permitted",
                "fact": "permitted",
                "ask": "Permitted?",
                "options": [{"answer": "yes", "label": "Yes"}, {"answer": "no", "label": "No"}],
            }
        ]
    }


def test_paths() -> None:
    record = json.loads(json.dumps(records.paths_record(every_path(logo()), district().policy)))
    assert [(path["outcome"], path["verdict"], path["allowed"]) for path in record["paths"]] == [
        ("unsaid", "silent", True),
        ("fine", "allow", True),
        ("refused", "deny", False),
    ]
    assert record["paths"][0] == {
        "path": [{"question": "public", "fact": "public", "answer": "yes"}],
        "outcome": "unsaid",
        "verdict": "silent",
        "allowed": True,
        "cites": [],
    }


def test_districts() -> None:
    record = json.loads(json.dumps(records.districts_record([district()], COUNTED, count_paths)))
    photos_record, logo_record = record["districts"][0].pop("topics")
    (rest,) = record["districts"]
    assert rest.pop("counts") == {
        "clauses": 2,
        "cited": 1,
        "set_aside": 1,
        "trees": 2,
        "silent": 0,
        "questions": 3,
        "paths": 5,
        "verdicts": {"allow": 4, "deny": 1},
    }
    assert rest == {"district": "example", "name": "Example Public Schools", "policy": "100"}
    assert photos_record["verdicts"] == ["allow", "allow-with-conditions", "deny", "silent"]
    assert logo_record == {
        "topic": "logo",
        "title": "Logo",
        "group": "post",
        "questions": 2,
        "paths": 3,
        "verdicts": ["allow", "deny", "silent"],
    }


@pytest.mark.parametrize(("kept", "verdicts"), [(slice(0, 1), ["allow-with-conditions"]), (slice(1, 2), None)])
def test_an_allow_whose_conditions_may_all_be_met_counts_as_both(kept: slice, verdicts: list[str] | None) -> None:
    agreed = photos().outcomes[NodeId("agreed")]
    tree = tiny_tree({"a": {"yes": "agreed"}}, {"agreed": replace(agreed, conditions=agreed.conditions[kept])})
    record = json.loads(json.dumps(records.districts_record([district(tree)], COUNTED, count_paths)))
    assert record["districts"][0]["topics"][0]["verdicts"] == (verdicts or ["allow", "allow-with-conditions"])


def test_findings() -> None:
    finding = Finding("cycle", Severity.WARNING, "trees/a.yaml", Position(3, 5), "It goes round.", "quoted")
    assert parsed(records.findings_record([finding])) == {
        "findings": [
            {
                "check": "cycle",
                "severity": "warning",
                "file": "trees/a.yaml",
                "line": 3,
                "column": 5,
                "message": "It goes round.",
            }
        ],
        "more": 0,
    }


def test_of_too_many_findings_the_first_are_recorded_and_their_messages_cut() -> None:
    finding = Finding("cycle", Severity.ERROR, "a.yaml", Position(1, 1), "x" * 501)
    record = json.loads(json.dumps(records.findings_record([finding] * 1_003)))
    assert (len(record["findings"]), record["more"]) == (1_000, 3)
    assert record["findings"][0]["message"] == "x" * 500


def test_a_tree_as_a_graph() -> None:
    record = json.loads(json.dumps(records.tree_record(logo())))
    assert (record["topic"], record["start"], len(record["outcomes"])) == ("logo", "public", 3)
    assert record["questions"][1] == {"question": "permitted", "fact": "permitted", "ask": "Permitted?"}
    assert {"question": "public", "answer": "no", "label": "No", "then": "permitted"} in record["options"]


def test_a_policy() -> None:
    record = json.loads(json.dumps(records.policy_record(district().policy, {})))
    assert record["policy"] == "100"
    assert record["clauses"][1] == {
        "clause": "II.B ¶2 s1",
        "kind": "obligation",
        "gist": "Another example.",
        "sets_aside": "Only an aim.",
        "cited_by": [],
    }
