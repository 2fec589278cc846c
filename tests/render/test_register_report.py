"""What became of clauses: one line each, and what rests on those that no longer stand."""

import json

from advisor.domain.finding import Position, Source
from advisor.domain.policy import Locator, TopicSlug
from advisor.domain.register import Citation, Citing, ClauseReport, ClauseStatus, RegisterReport, Uncovered
from advisor.render.register_report import report_record, report_text, summary

STOOD, CHANGED, GONE = Locator("I"), Locator("II ¶1"), Locator("III s2")
SOURCE = Source("trees/x/logo.yaml", (), {("outcomes", "fine", "cites", 0): Position(7, 3)})
CITED_BY = {
    clause: [Citation(clause, TopicSlug("logo"), Citing.OUTCOME, "fine", ("outcomes", "fine", "cites", 0), SOURCE)]
    for clause in (STOOD, CHANGED, GONE)
}
REPORT = RegisterReport(
    (
        ClauseReport(STOOD, ClauseStatus.VERIFIED, 1, "", 0),
        ClauseReport(CHANGED, ClauseStatus.CHANGED, 4, "No logo \x1b[2J ever", 2),
        ClauseReport(GONE, ClauseStatus.MISSING, 0, "", -5),
    ),
    (Uncovered(9, "Bees stay out"),),
)


def test_only_what_no_longer_stands_says_what_rests_on_it() -> None:
    assert report_text(REPORT, CITED_BY) == (
        "I: verified, line 1\n"
        "II ¶1: changed, line 4 (+2 words): No logo \\u{1b}[2J ever\n"
        "    trees/x/logo.yaml:7:3: outcome fine\n"
        "III s2: missing\n"
        "    trees/x/logo.yaml:7:3: outcome fine\n"
        "no clause covers, in line 9: Bees stay out\n"
    )


def test_the_summary_counts_and_doubts() -> None:
    assert summary(REPORT) == (
        "3 clauses: 1 verified, 1 changed, 1 missing; 1 new passage; this may be another policy, or another part of it"
    )
    assert summary(RegisterReport(REPORT.clauses[:1], ())) == "1 clause: 1 verified"


def test_as_json() -> None:
    record = json.loads(json.dumps(report_record(REPORT, CITED_BY)))
    place = {"file": "trees/x/logo.yaml", "line": 7, "column": 3}
    assert record["clauses"][1] == {
        "clause": "II ¶1",
        "status": "changed",
        "line": 4,
        "now": "No logo \x1b[2J ever",
        "difference": 2,
        "rests": [{"topic": "logo", "kind": "outcome", "id": "fine", **place}],
    }
    assert record["uncovered"] == [{"line": 9, "words": "Bees stay out"}]
    assert record["may_be_another_policy"] is True
