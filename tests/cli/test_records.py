"""``advisor records``: what was kept is listed, shown, handed on, deleted, and decided again."""

import json
from datetime import date
from pathlib import Path

import pytest

from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Finding
from advisor.library import Library
from advisor.storage.records import records_folder
from tests.cli.conftest import PHOTOS, POLICY, TOPICS, Advisor

ALLOWED = ["decide", "example", "photos", "medium=network", "consent=yes"]
REFUSED = ["decide", "example", "photos", "medium=network", "consent=no"]
ONE, TWO, THREE = (f"2026-03-01-example-{about}" for about in ("photos-1", "photos-2", "logo-3"))


class FirstOfMarch(date):
    """A calendar on which it is always the same day."""

    @classmethod
    def today(cls) -> "FirstOfMarch":
        return cls(2026, 3, 1)


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the same day whenever the tests run."""
    monkeypatch.setattr("advisor.cli.keeping.date", FirstOfMarch)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def three(advisor: Advisor) -> None:
    """Keep three decisions: a yes with a condition, a no, and a yes."""
    assert advisor(*ALLOWED, "--keep", "--note", "For Friday.").code == 0
    assert advisor(*REFUSED, "--keep").code == 0
    assert advisor("decide", "example", "logo", "permitted=yes", "--keep").code == 0


def revise(trees: Path, old: str, new: str, tree: str = "photos", text: str = PHOTOS) -> None:
    assert old in text
    (trees / "example" / f"{tree}.yaml").write_text(text.replace(old, new), encoding="utf-8")


def deny_what_was_agreed(trees: Path) -> None:
    """Let the policy be revised: what a parent agreed to is denied too, by another clause."""
    revise(
        trees,
        PHOTOS[PHOTOS.index("  agreed:\n") : PHOTOS.index("  refused:")],
        "  agreed: {verdict: deny, because: No photo at all., cites: [II ¶1]}\n",
    )


def test_a_decision_is_the_same_whether_it_is_kept_or_not(advisor: Advisor) -> None:
    for options in ([], ["--json"]):
        kept = advisor(*ALLOWED, "--keep", *options)
        plain = advisor(*ALLOWED, *options)
        assert (kept.code, kept.out, plain.err) == (0, plain.out, "")
        assert kept.err.startswith("advisor: kept as 2026-03-01-example-photos-")
        assert kept.err.endswith(f" in {records_folder()}\n")
    assert len(list(records_folder().iterdir())) == 2


def test_a_decision_that_was_asked_for_is_kept_too(advisor: Advisor) -> None:
    asked = advisor("ask", "example", "photos", "--keep", "--note", "For Friday.", lines=["1", "1"])
    assert (asked.code, asked.err.splitlines()[-1]) == (0, f"advisor: kept as {ONE} in {records_folder()}")
    assert advisor(*ALLOWED, "--keep", "--note", "For Friday.").code == 0
    one, two = (json.loads(advisor("records", "show", name, "--json").out) for name in (ONE, ONE[:-1] + "2"))
    assert {**one, "id": ""} == {**two, "id": ""}
    missing = advisor("ask", "example", "photos", "--keep", "--note", "x", lines=["1"])
    assert "  advisor ask --keep --note x example photos medium=network consent=yes\n" in missing.err
    assert len(list(records_folder().iterdir())) == 2


def test_at_a_terminal_each_decision_can_be_kept_with_a_note(at_terminal: Advisor) -> None:
    ran = at_terminal(
        "ask", "example", "photos", lines=["1", "2", "o", "O Ask Again.", "o", "r", "2", "1", "o", "o \x1b", "q"]
    )
    assert ran.code == 0
    assert ran.err.count("advisor: kept as ") == 4
    assert "the note holds characters that nobody can see" in ran.err
    assert at_terminal("records", "list").out == (f"{ONE[:-1]}2: YES, IF ✓… photos\n{ONE}: NO ✗ photos — Ask Again.\n")


@pytest.mark.parametrize(
    ("options", "lines", "notes"),
    [
        (["--keep", "--note", "X"], ["1", "1", "o Y", "q"], ["Y"]),
        (["--keep", "--note", "X"], ["1", "1", "o", "q"], ["X"]),
        ([], ["1", "2", "o A", "r", "2", "1", "o B", "r", "2", "2", "o", "q"], ["B", "A"]),
    ],
)
def test_each_decision_of_a_conversation_is_one_record(
    at_terminal: Advisor, options: list[str], lines: list[str], notes: list[str]
) -> None:
    assert at_terminal("ask", "example", "photos", *options, lines=lines).code == 0
    kept = json.loads(at_terminal("records", "list", "--json").out)["records"]
    assert [each["note"] for each in kept] == notes


def test_nothing_is_kept_while_answers_are_missing_and_the_way_on_still_keeps(advisor: Advisor) -> None:
    ran = advisor(*ALLOWED[:4], "--keep", "--note", "For Friday.")
    assert ran.code == 3
    assert not records_folder().exists()
    *_, line = ran.err.splitlines()
    assert line == "  advisor decide --keep --note 'For Friday.' example photos medium=network consent=no"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--note", "x"], "a note is kept with a record; add --keep"),
        (["--note", ""], "a note is kept with a record; add --keep"),
        (
            ["--keep", "--note", "\x1b[2J\u202e"],
            "the note holds characters that nobody can see (U+001B, U+202E); leave them out",
        ),
        (["--keep", "--note", "x" * 1_000_000], "the note is too long: 1,000,000 characters, of 2,000 at most"),
    ],
    ids=["without a record", "empty", "hostile", "long"],
)
def test_a_note_that_cannot_be_kept_decides_nothing(advisor: Advisor, options: list[str], message: str) -> None:
    ran = advisor(*ALLOWED, *options)
    assert (ran.code, ran.out, ran.err) == (2, "", f"advisor: {message}\n")
    assert not records_folder().exists()


def test_a_record_that_cannot_be_written_is_one_line(advisor: Advisor) -> None:
    records_folder().parent.mkdir(parents=True, exist_ok=True)
    records_folder().write_text("in the way", encoding="utf-8")
    ran = advisor(*ALLOWED, "--keep")
    assert (ran.code, ran.err) == (2, f"advisor: cannot write in {records_folder()}: File exists\n")


def test_records_are_listed_newest_first(advisor: Advisor, three: None) -> None:
    ran = advisor("records", "list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{THREE}: YES ✓ logo\n{TWO}: NO ✗ photos\n{ONE}: YES, IF ✓… photos — For Friday.\n"
    record = json.loads(advisor("records", "list", "--json").out)
    assert [each["id"] for each in record["records"]] == [THREE, TWO, ONE]
    assert record["records"][2] == {
        "name": ONE,
        "id": ONE,
        "date": "2026-03-01",
        "district": "example",
        "policy": "100",
        "topics": ["photos"],
        "verdict": "allow-with-conditions",
        "allowed": True,
        "headline": "YES, IF",
        "note": "For Friday.",
    }


def test_where_none_is_kept_the_list_says_how_to_keep_one(advisor: Advisor) -> None:
    ran = advisor("records", "list")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "advisor: no record is kept; advisor decide … --keep keeps one\n"
    assert json.loads(advisor("records", "list", "--json").out) == {"records": [], "unreadable": []}


SHOWN = f"""\
{ONE}
Kept on 2026-03-01 under example, policy 100, the text of 2020-01-01

YES, IF ✓… allow-with-conditions [I ¶1]

What to do:
  [ ] Before: Tell the office (you) [II ¶1]

Topics:
  photos: allow-with-conditions [I ¶1]

Answers:
  medium: network
  consent: yes

Note:
  For Friday.
"""


def test_a_record_is_shown_whole_by_name_or_file(advisor: Advisor, three: None) -> None:
    for named in (ONE, str(records_folder() / f"{ONE}.json")):
        ran = advisor("records", "show", named)
        assert (ran.code, ran.out, ran.err) == (0, SHOWN, "")
    kept = json.loads((records_folder() / f"{ONE}.json").read_text(encoding="utf-8"))
    assert json.loads(advisor("records", "show", ONE, "--json").out) == kept


def test_a_copy_is_listed_and_shown_by_the_name_that_finds_it(advisor: Advisor, three: None) -> None:
    (records_folder() / "A copy.json").write_bytes((records_folder() / f"{TWO}.json").read_bytes())
    listed = advisor("records", "list").out
    assert listed.endswith("— For Friday.\nA copy: NO ✗ photos\n")
    *_, copy = json.loads(advisor("records", "list", "--json").out)["records"]
    assert (copy["name"], copy["id"]) == ("A copy", TWO)
    assert advisor("records", "show", "A copy").out.startswith(f"A copy, whose id is {TWO}\nKept on 2026-03-01 ")
    assert advisor("records", "verify", "A copy").out == "A copy: same\n"


def test_a_tick_a_text_without_a_date_and_a_long_note_are_shown(advisor: Advisor, three: None, tmp_path: Path) -> None:
    kept = json.loads((records_folder() / f"{ONE}.json").read_text(encoding="utf-8"))
    kept["conditions"][0]["ticked"] = True
    sent = tmp_path / "sent.json"
    sent.write_text(json.dumps({**kept, "revised": "", "note": "One.\n\n\tTwo."}), encoding="utf-8")
    shown = advisor("records", "show", str(sent)).out
    assert "policy 100, a text without a date\n" in shown
    assert "  [x] Before: Tell the office (you) [II ¶1]\n" in shown
    assert shown.endswith("\nNote:\n  One.\n\n      Two.\n")


def test_a_name_that_is_not_known_offers_the_nearest(advisor: Advisor, three: None) -> None:
    for words in (["show"], ["verify"], ["delete"], ["export", "-o", "-"]):
        ran = advisor("records", *words, ONE.replace("photos", "photo"))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f'advisor: there is no record "{ONE.replace("photos", "photo")}" — did you mean "{ONE}"?\n'


def test_a_record_is_exported_to_a_file_that_is_kept_unless_forced(
    advisor: Advisor, three: None, tmp_path: Path
) -> None:
    text = (records_folder() / f"{ONE}.json").read_text(encoding="utf-8")
    ran = advisor("records", "export", ONE, "-o", "mine.json")
    assert (ran.code, ran.out, ran.err) == (0, "", "wrote mine.json\n")
    assert (tmp_path / "mine.json").read_text(encoding="utf-8") == text
    again = advisor("records", "export", TWO, "-o", "mine.json")
    assert (again.code, again.err) == (2, "advisor: mine.json exists already; add --force to replace it\n")
    forced = advisor("records", "export", TWO, "-o", "mine.json", "--force", "--json")
    assert json.loads(forced.out) == {"record": TWO, "file": "mine.json"}
    assert json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))["id"] == TWO
    assert advisor("records", "export", ONE, "-o", "-").out == text


def tick_the_first_condition() -> None:
    """Let the first condition of the first record be met, as the app keeps it."""
    file = records_folder() / f"{ONE}.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    kept["conditions"][0]["ticked"] = True
    file.write_text(json.dumps(kept), encoding="utf-8")


def test_the_checklist_of_a_record_has_its_ticks_its_note_and_its_day(
    advisor: Advisor, three: None, tmp_path: Path
) -> None:
    tick_the_first_condition()
    assert advisor("records", "export", ONE, "-o", "sheet.txt").err == "wrote sheet.txt\n"
    sheet = (tmp_path / "sheet.txt").read_text(encoding="utf-8")
    unticked = advisor("checklist", *ALLOWED[1:]).out
    assert sheet != unticked
    assert "[x] Tell the office (you) [II ¶1]\n" in sheet
    assert "[ ] Tell the office (you) [II ¶1]\n" in unticked
    assert "Note\n  For Friday.\n" in sheet
    assert sheet.endswith("  Made on 2026-03-01\n")
    assert advisor("records", "export", ONE, "--format", "text").out == sheet


def test_the_checklist_of_a_record_of_a_no_leads_towards_an_allow(advisor: Advisor, three: None) -> None:
    exported = advisor("records", "export", TWO, "--format", "html")
    assert (exported.code, exported.out) == (0, advisor("checklist", *REFUSED[1:], "--format", "html").out)


def test_a_record_that_is_decided_otherwise_has_no_checklist_any_more(
    advisor: Advisor, three: None, trees: Path
) -> None:
    deny_what_was_agreed(trees)
    ran = advisor("records", "export", ONE, "-o", "sheet.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"advisor: {ONE} is decided otherwise today; see: advisor records verify {ONE}\n"
    assert advisor("records", "export", ONE, "-o", "sheet.json").code == 0
    same = advisor("records", "export", TWO, "--format", "text")
    assert (same.code, same.err) == (0, "advisor: decided as it was, by trees that changed since: photos\n")


def test_a_record_that_cannot_be_decided_again_has_no_checklist(advisor: Advisor, three: None, trees: Path) -> None:
    (trees / "example" / "logo.yaml").unlink()
    ran = advisor("records", "export", THREE, "--format", "text")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"advisor: {THREE} cannot be decided again: ")


def test_records_are_deleted_without_asking(advisor: Advisor, three: None) -> None:
    ran = advisor("records", "delete", ONE, TWO)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "".join(f"deleted: {records_folder() / f'{name}.json'}\n" for name in (ONE, TWO))
    assert json.loads(advisor("records", "delete", THREE, "--json").out) == {"deleted": [THREE]}
    assert list(records_folder().iterdir()) == []


def test_over_unchanged_trees_all_are_the_same(advisor: Advisor, three: None) -> None:
    ran = advisor("records", "verify", "--all")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "advisor: 3 records: 3 same, 0 changed, 0 not replayable\n"
    ran = advisor("records", "verify", ONE, TWO)
    assert (ran.code, ran.out) == (0, f"{ONE}: same\n{TWO}: same\n")


VERIFIED = f"""\
{ONE}: changed: YES, IF ✓… allow-with-conditions → NO ✗ deny
    photos: allow-with-conditions → deny
      [II ¶1] The office is told.
      consent=yes: Did a parent agree? Yes
"""
ELSEWHERE = "    Trees that changed since, though not for this case: photos\n"


def test_after_a_revision_exactly_what_comes_out_differently_is_listed(
    advisor: Advisor, three: None, trees: Path
) -> None:
    deny_what_was_agreed(trees)
    ran = advisor("records", "verify", "--all")
    assert (ran.code, ran.out) == (1, VERIFIED)
    assert ran.err == "advisor: 3 records: 2 same, 1 changed, 0 not replayable\n"
    named = advisor("records", "verify", TWO, ONE)
    assert (named.code, named.out) == (1, f"{TWO}: same\n{ELSEWHERE}{VERIFIED}")


def test_as_json_a_change_names_the_clause_and_the_answer(advisor: Advisor, three: None, trees: Path) -> None:
    deny_what_was_agreed(trees)
    verified = json.loads(advisor("records", "verify", "--all", "--json").out)
    assert verified["counts"] == {"same": 2, "changed": 1, "not-replayable": 0}
    assert verified["unreadable"] == []
    assert verified["records"] == [
        {
            "record": ONE,
            "result": "changed",
            "because": "",
            "policy": {
                "old": {"number": "100", "revised": "2020-01-01"},
                "new": {"number": "100", "revised": "2020-01-01"},
            },
            "old": {"verdict": "allow-with-conditions", "allowed": True, "headline": "YES, IF"},
            "new": {"verdict": "deny", "allowed": False, "headline": "NO"},
            "differs": ["verdict", "cites", "conditions"],
            "added_cites": [{"policy": "100", "clause": "II ¶1", "gist": "The office is told."}],
            "removed_cites": [{"policy": "100", "clause": "I ¶1", "gist": "No photo without consent."}],
            "added_conditions": [],
            "removed_conditions": [
                {
                    "do": "Tell the office.",
                    "who": "you",
                    "when": "before",
                    "cites": [{"policy": "100", "clause": "II ¶1", "gist": "The office is told."}],
                }
            ],
            "topics": [
                {
                    "topic": "photos",
                    "old": "allow-with-conditions",
                    "new": "deny",
                    "cites": [{"policy": "100", "clause": "II ¶1", "gist": "The office is told."}],
                    "answer": {"question": "consent", "fact": "consent", "answer": "yes"},
                }
            ],
            "changed_trees": ["photos"],
        }
    ]
    same = json.loads(advisor("records", "verify", TWO, "--json").out)["records"]
    assert [(each["result"], each["changed_trees"]) for each in same] == [("same", ["photos"])]
    assert list(same[0]) == list(verified["records"][0])
    assert (same[0]["added_cites"], same[0]["removed_conditions"]) == ([], [])


def test_other_conditions_under_the_same_verdict_are_a_change(advisor: Advisor, three: None, trees: Path) -> None:
    revise(trees, "Tell the office.", "Tell the principal.")
    ran = advisor("records", "verify", "--all")
    assert ran.code == 1
    assert ran.out == (
        f"{ONE}: changed: YES, IF ✓… allow-with-conditions, other conditions\n"
        "    new: Before: Tell the principal (you) [II ¶1]\n"
        "    no longer: Before: Tell the office (you) [II ¶1]\n"
        "    photos: allow-with-conditions\n"
        "      [II ¶1] The office is told.\n"
    )
    (record,) = json.loads(advisor("records", "verify", "--all", "--json").out)["records"]
    assert [each["do"] for each in record["added_conditions"]] == ["Tell the principal."]
    assert [each["do"] for each in record["removed_conditions"]] == ["Tell the office."]


def test_other_clauses_under_the_same_verdict_are_told_from_those_that_it_rests_on(
    advisor: Advisor, three: None, trees: Path
) -> None:
    revise(trees, "because: Nobody agreed., cites: [I ¶1]", "because: Nobody agreed., cites: [II ¶1]")
    assert advisor("records", "verify", TWO).out == (
        f"{TWO}: changed: NO ✗ deny, other cites\n"
        "    rests on now: [II ¶1] The office is told.\n"
        "    rests no longer on: [I ¶1] No photo without consent.\n"
        "    photos: deny\n"
        "      consent=no: Did a parent agree? No\n"
    )


def test_a_record_that_is_the_same_under_another_text_says_so(advisor: Advisor, three: None, trees: Path) -> None:
    (trees / "example" / "policy.yaml").write_text(
        POLICY.replace("adopted: 2020-01-01", "adopted: 2020-01-01\nrevised: [2025-06-01]"), encoding="utf-8"
    )
    assert advisor("records", "verify", TWO).out == (
        f"{TWO}: same\n"
        "    Kept under policy 100, the text of 2020-01-01; in force is policy 100, the text of 2025-06-01\n"
    )
    (record,) = json.loads(advisor("records", "verify", TWO, "--json").out)["records"]
    assert record["policy"] == {
        "old": {"number": "100", "revised": "2020-01-01"},
        "new": {"number": "100", "revised": "2025-06-01"},
    }
    assert advisor("records", "verify", "--all").out == ""


def test_another_wording_is_no_change(advisor: Advisor, three: None, trees: Path) -> None:
    revise(trees, "Did a parent agree?", "Did one of the parents sign?")
    ran = advisor("records", "verify", "--all", "--json")
    assert (ran.code, json.loads(ran.out)["records"]) == (0, [])


def test_what_is_not_replayable_says_why(advisor: Advisor, three: None, trees: Path) -> None:
    (trees / "example" / "logo.yaml").unlink()
    (trees / "topics.yaml").write_text("".join(TOPICS.splitlines(keepends=True)[:-1]), encoding="utf-8")
    revise(trees, "network", "web")
    ran = advisor("records", "verify", "--all")
    assert ran.code == 1
    assert ran.out == (
        f"{THREE}: not replayable: there is no topic logo any more\n"
        f'{TWO}: not replayable: "Where would it appear?" (topic: Photos of students)\n'
        "    does not offer the answer network any more\n"
        f'{ONE}: not replayable: "Where would it appear?" (topic: Photos of students)\n'
        "    does not offer the answer network any more\n"
    )
    assert ran.err == "advisor: 3 records: 0 same, 0 changed, 3 not replayable\n"
    record = json.loads(advisor("records", "verify", THREE, "--json").out)["records"][0]
    assert (record["result"], record["because"]) == ("not-replayable", "there is no topic logo any more")
    assert record["policy"] == {"old": {"number": "100", "revised": "2020-01-01"}, "new": None}


def test_trees_with_errors_are_checked_once_however_many_records_need_them(
    advisor: Advisor, three: None, trees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    revise(trees, "start: medium", "start: none")
    checked: list[str] = []
    draft = Library.draft

    def counted(self: Library, slug: str) -> tuple[DistrictDraft | None, tuple[Finding, ...]]:
        checked.append(slug)
        return draft(self, slug)

    monkeypatch.setattr(Library, "draft", counted)
    assert advisor("records", "verify", "--all").code == 1
    assert checked == ["example"]


def test_a_district_that_is_gone_or_has_errors_is_not_replayable(advisor: Advisor, three: None, trees: Path) -> None:
    revise(trees, "start: medium", "start: none")
    because = "the trees of example have errors; see: advisor check"
    ran = advisor("records", "verify", "--all")
    assert (ran.code, ran.out) == (1, "".join(f"{name}: not replayable: {because}\n" for name in (THREE, TWO, ONE)))
    (trees / "example").rename(trees / "elsewhere")
    ran = advisor("records", "verify", ONE)
    assert (ran.code, ran.out.splitlines()[0]) == (
        1,
        f'{ONE}: not replayable: there is no district "example" — there is: elsewhere,',
    )


def test_a_record_begun_on_the_first_screen_is_decided_again_by_its_facts(advisor: Advisor, trees: Path) -> None:
    given = ["shows-students=yes", "medium=network", "consent=yes", "permitted=yes"]
    assert advisor("decide", "example", *given, "--keep").code == 0
    (name,) = (file.stem for file in records_folder().iterdir())
    assert name == "2026-03-01-example-photos-and-1-more-1"
    assert advisor("records", "verify", name).out == f"{name}: same\n"
    (trees / "topics.yaml").write_text(
        TOPICS.replace("when: {shows-students: yes}", "when: {shows-students: no}"), encoding="utf-8"
    )
    ran = advisor("records", "verify", name)
    assert (ran.code, ran.out) == (
        1,
        f"{name}: changed: YES, IF ✓… allow-with-conditions → YES ✓ allow\n"
        "    no longer: Before: Tell the office (you) [II ¶1]\n"
        "    photos: allow-with-conditions → does not apply\n"
        "      [I ¶1] No photo without consent.\n",
    )


def test_an_edited_record_is_told_from_a_revised_policy(advisor: Advisor, three: None, tmp_path: Path) -> None:
    kept = json.loads((records_folder() / f"{TWO}.json").read_text(encoding="utf-8"))
    (tmp_path / "mine.json").write_text(json.dumps({**kept, "cites": ["IX"]}), encoding="utf-8")
    ran = advisor("records", "verify", "mine.json")
    assert (ran.code, ran.out) == (
        1,
        "mine.json: changed: NO ✗ deny, other cites\n"
        "    rests on now: [I ¶1] No photo without consent.\n"
        "    rests no longer on: [IX] not in the register any more\n"
        "    No tree decides otherwise than it did: the record was edited, or Advisor itself decides\n"
        "    otherwise.\n"
        "    photos: deny\n"
        "      consent=no: Did a parent agree? No\n",
    )


def test_an_unreadable_record_is_named_and_stops_no_other(advisor: Advisor, three: None, trees: Path) -> None:
    broken = records_folder() / "\x1b[2J.json"
    broken.write_text("{}", encoding="utf-8")
    shown = str(broken).replace("\x1b", "\\u{1b}")
    because = f"{shown} cannot be read as a record: it is no record; restore it from a copy, or delete it"
    listed = advisor("records", "list")
    assert (listed.code, len(listed.out.splitlines()), listed.err) == (2, 3, f"advisor: {because}\n")
    deny_what_was_agreed(trees)
    verified = advisor("records", "verify", "--all")
    assert (verified.code, verified.out) == (2, VERIFIED)
    assert verified.err.startswith(f"advisor: {because}\nadvisor: 3 records: ")
    for words in (["list"], ["verify", "--all"]):
        record = json.loads(advisor("records", *words, "--json").out)
        assert record["unreadable"] == [{"file": str(broken), "because": because}]
    assert advisor("records", "show", "none.json").err == "advisor: cannot read none.json: No such file or directory\n"


@pytest.mark.parametrize("words", [[], ["x", "--all"]])
def test_what_is_to_be_verified_must_be_clear(advisor: Advisor, words: list[str]) -> None:
    ran = advisor("records", "verify", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", "advisor: name records or files, or say --all; not both\n")


def test_records_need_no_trees_to_be_looked_up(advisor: Advisor, three: None, trees: Path) -> None:
    trees.rename(trees.with_name("gone"))
    assert advisor("records", "show", ONE).out == SHOWN
    assert advisor("records", "list").code == 0
