"""``advisor checklist``: printed, or saved whole and never over another file unasked."""

import json
import os
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from advisor.render.checklist import NAMES
from tests.cli.conftest import PHOTOS, Advisor

DONE = ("checklist", "example", "photos", "medium=network", "consent=yes")


def test_a_checklist_is_text_on_standard_output(advisor: Advisor) -> None:
    ran = advisor(*DONE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Checklist: Photos of students\n=============================\n  May I? YES, IF ✓…\n")
    assert "[ ] Tell the office (you) [II ¶1]\n" in ran.out


def test_markdown_and_json_can_be_asked_for(advisor: Advisor) -> None:
    assert "- [ ] Tell the office (you) \\[II ¶1\\]\n" in advisor(*DONE, "--format", "markdown").out
    assert json.loads(advisor(*DONE, "--json").out)["headline"] == "YES, IF ✓…"
    assert advisor(*DONE, "--format", "json").out == advisor(*DONE, "--json").out


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.txt", "text"),
        ("a.text", "text"),
        ("a.HTM", "html"),
        ("a.csv", "csv"),
        ("a.ics", "icalendar"),
    ],
)
def test_the_format_follows_the_ending_of_the_file(advisor: Advisor, tmp_path: Path, name: str, shape: str) -> None:
    ran = advisor(*DONE, "-o", name)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {name}\n")
    assert (tmp_path / name).read_bytes().decode() == advisor(*DONE, "--format", shape).out


def test_json_can_be_saved(advisor: Advisor, tmp_path: Path) -> None:
    assert advisor(*DONE, "-o", "a.json").code == 0
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == advisor(*DONE, "--json").out


def test_an_ending_that_is_no_format_needs_a_format(advisor: Advisor, tmp_path: Path) -> None:
    ran = advisor(*DONE, "-o", "a.docx")
    assert ran.code == 2
    assert (
        ran.err
        == "advisor: a.docx does not end in a known format; add --format: csv, html, icalendar, json, markdown, text\n"
    )
    assert advisor(*DONE, "-o", "a.docx", "--format", "text").code == 0


def test_a_file_that_exists_is_kept_unless_forced(advisor: Advisor, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    kept = tmp_path / "a.md"
    kept.write_text("mine", encoding="utf-8")
    ran = advisor(*DONE, "-o", "a.md")
    assert (ran.code, ran.err) == (2, "advisor: a.md exists already; add --force to replace it\n")
    assert kept.read_text(encoding="utf-8") == "mine"
    assert advisor(*DONE, "-o", "a.md", "--force").code == 0
    assert kept.read_text(encoding="utf-8").startswith("# Checklist")
    assert {path.name for path in tmp_path.iterdir()} == {*before, "a.md"}


def test_a_place_that_cannot_be_written_is_one_clear_line(
    advisor: Advisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    assert advisor(*DONE, "-o", "folder.md", "--force").err == "advisor: folder.md is a folder; name a file in it\n"
    assert advisor(*DONE, "-o", "pipe.md", "--force").err == "advisor: pipe.md is not a file that can be replaced\n"
    missing = advisor(*DONE, "-o", "no/such/a.md")
    assert (missing.code, missing.err) == (2, "advisor: there is no folder no/such; add --mkdir to make it\n")
    long = advisor(*DONE, "-o", f"\x1b{'a' * 300}.md")
    assert (long.code, long.err) == (2, f"advisor: cannot write \\u{{1b}}{'a' * 300}.md: File name too long\n")

    def refuse(file: Path, text: str, *, private: bool) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("advisor.files.write_new", refuse)
    assert advisor(*DONE, "-o", "a.md").err == "advisor: cannot write a.md: Permission denied\n"


def test_a_full_disk_is_one_clear_line_and_leaves_no_half_file(advisor: Advisor, tmp_path: Path) -> None:
    before = {file.name for file in tmp_path.iterdir()}
    _, most = limits = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (20, most))
    try:
        for options in ([], ["--force"]):
            ran = advisor(*DONE, "-o", "a.md", *options)
            assert (ran.code, ran.err) == (2, "advisor: cannot write a.md: File too large\n")
    finally:
        setrlimit(RLIMIT_FSIZE, limits)
    assert {file.name for file in tmp_path.iterdir()} == before


def test_a_folder_is_made_only_when_asked(advisor: Advisor, tmp_path: Path) -> None:
    assert advisor(*DONE, "-o", "no/such/a.md").code == 2
    assert not (tmp_path / "no").exists()
    made = advisor(*DONE, "-o", "no/such/a.md", "--mkdir")
    assert (made.code, made.err) == (0, "wrote no/such/a.md\n")
    assert (tmp_path / "no" / "such" / "a.md").read_text(encoding="utf-8").startswith("# Checklist")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    ran = advisor(*DONE, "-o", "file/such/a.md", "--mkdir")
    assert (ran.code, ran.err) == (2, "advisor: cannot make the folder file/such: Not a directory\n")


def test_a_dash_is_standard_output(advisor: Advisor, tmp_path: Path) -> None:
    for shape in NAMES:
        dashed = advisor(*DONE, "--format", shape, "-o", "-")
        assert (dashed.code, dashed.out, dashed.err) == (0, advisor(*DONE, "--format", shape).out, "")
    assert advisor(*DONE, "-o", "-", "--force").out == advisor(*DONE).out
    assert not (tmp_path / "-").exists()


def test_a_name_as_long_as_names_may_be(advisor: Advisor, tmp_path: Path) -> None:
    name = f"{'a' * 252}.md"
    assert advisor(*DONE, "-o", name).code == 0
    assert advisor(*DONE, "-o", name, "--force").code == 0
    assert (tmp_path / name).exists()


def test_a_link_that_leads_nowhere_or_in_a_circle_is_kept(advisor: Advisor, tmp_path: Path) -> None:
    (tmp_path / "nowhere.md").symlink_to("elsewhere.md")
    (tmp_path / "circle.md").symlink_to("circle.md")
    for name in ("nowhere.md", "circle.md"):
        ran = advisor(*DONE, "-o", name)
        assert (ran.code, ran.err) == (2, f"advisor: {name} exists already; add --force to replace it\n")
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_link_is_followed_and_stays_a_link(advisor: Advisor, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    assert advisor(*DONE, "-o", "link.md", "--force").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8").startswith("# Checklist")


def test_without_all_answers_nothing_is_written(advisor: Advisor, tmp_path: Path) -> None:
    ran = advisor("checklist", "example", "photos", "-o", "a.md")
    assert ran.code == 3
    assert "  advisor checklist -o a.md example photos medium=network\n" in ran.err
    assert not (tmp_path / "a.md").exists()
    assert json.loads(advisor("checklist", "example", "photos", "--json").out)["missing"][0]["fact"] == "medium"


@pytest.mark.parametrize(
    "options",
    ["--format text --ascii", "--format text", "-o a.md --force --mkdir", "--format json -o a.md --json", "--json"],
)
def test_the_command_to_continue_with_keeps_every_option(advisor: Advisor, tmp_path: Path, options: str) -> None:
    *_, line = advisor("checklist", "example", "photos", *options.split()).err.splitlines()
    assert line == f"  advisor checklist {options} example photos medium=paper"
    assert advisor(*line.split()[1:]).code == 0
    assert (tmp_path / "a.md").exists() == ("-o" in options)


def test_towards_allow_needs_no_answers_and_keeps_to_those_given(advisor: Advisor) -> None:
    ran = advisor("checklist", "example", "photos", "logo", "--towards", "allow", "permitted=yes", "brand=yes")
    assert ran.code == 0
    assert "Way 1 of 1" in ran.out
    assert "[x] Was it permitted? Yes [I ¶1]\n" in ran.out
    assert "[ ] Did a parent agree? Yes [I ¶1] Ask the school office.\n" in ran.out
    assert ran.err == "advisor: not asked here, so not used: brand\n"
    none = advisor("checklist", "example", "logo", "--towards", "allow", "permitted=no")
    assert (none.code, "No way to an allow" in none.out) == (0, True)


def test_what_was_given_and_not_asked_is_said(advisor: Advisor) -> None:
    assert advisor(*DONE, "brand=yes").err == "advisor: not asked here, so not used: brand\n"


def test_every_format_is_offered(advisor: Advisor) -> None:
    ran = advisor(*DONE, "--format", "pdf")
    assert ran.code == 2
    assert all(name in ran.err for name in NAMES)


def test_ascii_goes_with_plain_text_alone(advisor: Advisor) -> None:
    ran = advisor(*DONE, "--ascii")
    assert "[ ] Tell the office (you) [II p1]\n" in ran.out
    assert ran.out.isascii()
    other = advisor(*DONE, "--ascii", "--format", "html")
    assert (other.code, other.err) == (2, "advisor: --ascii goes with --format text, not with html\n")


def test_a_deny_says_what_would_change_it(advisor: Advisor) -> None:
    ran = advisor("checklist", "example", "photos", "medium=network", "consent=no")
    assert "What would change it\n  No change this tree knows of would allow it.\n" in ran.out


def test_facts_of_the_first_screen_name_the_topics_too(advisor: Advisor) -> None:
    both = advisor("checklist", "example", "shows-students=yes", "--towards", "allow")
    assert both.out.startswith("Checklist: Photos of students · The logo\n")
    assert "[ ] Where would it appear? On a network" in both.out
    assert "[x] It shows students: Yes\n" in both.out
    assert "Tree photos: " in both.out
    alone = advisor("checklist", "example", "logo", "--towards", "allow")
    assert "Tree photos: " not in alone.out


def test_many_ways_come_with_advice_how_to_leave_fewer(advisor: Advisor, trees: Path) -> None:
    option = "      - {{answer: site-{0}, label: On site {0}, then: consent}}\n"
    sites = "".join(option.format(number) for number in range(4))
    text = PHOTOS.replace("      - {answer: paper", f"{sites}      - {{answer: paper")
    example = "  - {{situation: Site {0}., answers: {{medium: site-{0}, consent: yes}}, expect: agreed}}\n"
    text += "".join(example.format(number) for number in range(4))
    (trees / "example" / "photos.yaml").write_text(text, encoding="utf-8")
    many = advisor("checklist", "example", "photos", "--towards", "allow")
    assert many.code == 0
    assert many.err.startswith("advisor: 5 ways; say what you know, and fewer are left, such as medium=network or ")
    few = advisor("checklist", "example", "photos", "--towards", "allow", "medium=network")
    assert (few.code, few.err) == (0, "")


def test_json_goes_with_no_other_format(advisor: Advisor, tmp_path: Path) -> None:
    for options in (["--format", "csv"], ["-o", "a.md"]):
        ran = advisor(*DONE, *options, "--json")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("advisor: --json goes with --format json, not with ")
    assert not (tmp_path / "a.md").exists()
