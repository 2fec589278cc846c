"""The commands that show what there is: list, paths, graph, check, explain, policy show."""

import json
from pathlib import Path

import pytest

from advisor.analysis.checks import slugs
from advisor.loading.explanations import EXPLANATIONS
from tests.cli.conftest import Advisor


def test_list_shows_districts_and_topics(advisor: Advisor) -> None:
    ran = advisor("list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "example: Example Public Schools, policy 100: An Example (adopted 2020-01-01)\n"
        "  2 trees, 3 questions, 5 paths (1 allow, 1 allow-with-conditions, 2 deny, 1\n"
        "    silent); 2 clauses, 2 cited, 0 set aside\n"
        "  photos: Photos of students\n"
        "  logo: The logo\n"
        "other: Example Public Schools, policy 100: An Example (adopted 2020-01-01)\n"
        "  1 tree, 1 question, 2 paths (1 allow, 1 deny); silent on 1 topic; 2 clauses, 1\n"
        "    cited, 1 set aside\n"
        "  photos: Photos of students\n"
        "  logo: The logo\n"
    )


def test_list_of_one_district_as_json(advisor: Advisor) -> None:
    (district,) = json.loads(advisor("list", "other", "--json").out)["districts"]
    assert (district["district"], [topic["topic"] for topic in district["topics"]]) == ("other", ["photos", "logo"])


def test_list_finds_topics_by_a_persons_own_words(advisor: Advisor) -> None:
    ran = advisor("list", "example", "--find", "the logo, and studnet pics")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("2 cited, 0 set aside\n  logo: The logo\n  photos: Photos of students\n")
    districts = json.loads(advisor("list", "--find", "logo", "--json").out)["districts"]
    assert [[topic["topic"] for topic in district["topics"]] for district in districts] == [["logo"], ["logo"]]


def test_list_says_once_that_nothing_was_found(advisor: Advisor) -> None:
    ran = advisor("list", "--find", "zebra \x1b[31m")
    assert ran.code == 0
    assert ran.err == 'advisor: no topic matches "zebra \\u{1b}[31m"; leave --find out to see them all\n'
    assert "  logo" not in ran.out


def test_a_topic_on_which_the_policy_is_silent_is_decided_at_once(advisor: Advisor) -> None:
    ran = advisor("decide", "other", "photos")
    assert ran.code == 0
    assert ran.out.startswith("NOT YET")
    assert "your principal" in ran.out


def test_list_leaves_an_unsound_district_out_and_says_so(advisor: Advisor, trees: Path) -> None:
    (trees / "other" / "logo.yaml").write_text("schema: 1\n", encoding="utf-8")
    ran = advisor("list")
    assert ran.code == 0
    assert "other" not in ran.out
    assert ran.err.startswith("advisor: the trees of other have errors")
    assert advisor("list", "other").code == 2


def test_paths_shows_the_outline(advisor: Advisor) -> None:
    ran = advisor("paths", "example", "photos")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("photos · Example Public Schools · policy 100      3 paths: ")
    assert ran.out.endswith(
        "    consent=yes -> ALLOW-WITH-CONDITIONS agreed\n"
        "    consent=no -> DENY refused\n"
        "  medium=paper -> SILENT unsaid\n"
    )


def test_paths_as_json(advisor: Advisor) -> None:
    paths = json.loads(advisor("paths", "example", "photos", "--json").out)["paths"]
    assert [path["outcome"] for path in paths] == ["agreed", "refused", "unsaid"]


@pytest.mark.parametrize("command", ["paths", "graph"])
def test_an_unknown_topic_is_exit_two(advisor: Advisor, command: str) -> None:
    ran = advisor(command, "example", "fotos")
    assert (ran.code, ran.err) == (2, 'advisor: there is no topic "fotos" in example — did you mean "photos"?\n')


def test_graph_draws_in_both_languages(advisor: Advisor) -> None:
    assert advisor("graph", "example", "logo").out.startswith("flowchart TD\n")
    assert advisor("graph", "example", "logo", "--format", "dot").out.startswith("digraph {\n")
    assert json.loads(advisor("graph", "example", "logo", "--json").out)["start"] == "permitted"


def test_check_of_sound_trees_is_quiet_and_counts(advisor: Advisor) -> None:
    ran = advisor("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "advisor: 2 districts checked: 0 errors, 0 warnings\n")


def test_check_reports_an_error_with_its_place_and_exit_one(advisor: Advisor, trees: Path) -> None:
    tree = trees / "example" / "logo.yaml"
    tree.write_text(tree.read_text(encoding="utf-8").replace("no: refused", "no: refusd"), encoding="utf-8")
    ran = advisor("check", str(trees))
    assert ran.code == 1
    assert f"{tree}:6:" in ran.out
    assert 'did you mean "refused"?' in ran.out
    assert ran.err.startswith("advisor: 2 districts checked: ")
    record = json.loads(advisor("check", "--format", "json").out)
    assert record == json.loads(advisor("check", "--json").out)
    assert {"check", "severity", "file", "line", "column", "message"} == set(record["findings"][0])
    assert (record["findings"][0]["severity"], record["findings"][0]["line"]) == ("error", 6)


def test_a_warning_counts_only_with_strict(advisor: Advisor, trees: Path) -> None:
    policy = trees / "other" / "policy.yaml"
    policy.write_text(policy.read_text(encoding="utf-8").replace("'100'", "4.10"), encoding="utf-8")
    ran = advisor("check")
    assert ran.code == 0
    assert ": warning: " in ran.out
    assert ran.err == "advisor: 2 districts checked: 0 errors, 1 warning\n"
    assert advisor("check", "--strict").code == 1


def test_check_of_a_folder_without_trees_is_exit_two(advisor: Advisor, tmp_path: Path) -> None:
    ran = advisor("check", str(tmp_path / "none"))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_explain_prints_what_a_check_means(advisor: Advisor) -> None:
    ran = advisor("explain", "dead-end")
    assert ran.code == 0
    assert "Bad:" in ran.out
    assert "Good:" in ran.out
    assert json.loads(advisor("explain", "dead-end", "--json").out) == {
        "checks": [{"check": "dead-end", "explanation": ran.out}]
    }


def test_explain_alone_lists_every_check_in_a_line(advisor: Advisor) -> None:
    assert [line.partition(":")[0] for line in advisor("explain").out.splitlines()] == sorted([*slugs(), *EXPLANATIONS])


def test_findings_of_the_reader_are_explained_too(advisor: Advisor) -> None:
    ran = advisor("explain", "grammar")
    assert ran.code == 0
    assert "the nearest one that is known" in ran.out


def test_an_unknown_check_is_exit_two(advisor: Advisor) -> None:
    ran = advisor("explain", "deadend")
    assert (ran.code, ran.err) == (2, 'advisor: there is no check "deadend" — did you mean "dead-end"?\n')


def test_policy_show_lists_the_clauses(advisor: Advisor) -> None:
    ran = advisor("policy", "show", "example")
    assert ran.code == 0
    assert "  I ¶1 (prohibition): No photo without consent.\n" in ran.out
    assert "    cited by photos: medium, consent, unsaid, agreed, refused\n" in ran.out
    second = json.loads(advisor("policy", "show", "example", "--json").out)["clauses"][1]
    assert second["clause"] == "II ¶1"
    assert [(each["topic"], each["kind"], each["line"]) for each in second["cited_by"]] == [("photos", "condition", 26)]


def test_trees_may_be_named_before_or_after_the_command(advisor: Advisor, trees: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    trees.rename(mine)
    assert advisor("list").out == ""
    assert advisor("--trees", str(mine), "list").out == advisor("list", "--trees", str(mine)).out != ""


def diamonds(count: int) -> str:
    steps = "".join(f"  q{n}: {{ask: Q?, yes: q{n + 1}, no: q{n + 1}}}\n" for n in range(count))
    return (
        f"schema: 1\ntopic: logo\ntitle: The logo\nstart: q0\nquestions:\n{steps}"
        f"  q{count}: {{ask: Q?, yes: fine, no: fine}}\n"
        "outcomes:\n  fine: {verdict: allow, because: Permitted., cites: [I ¶1]}\n"
    )


@pytest.mark.parametrize("words", [["paths"], ["paths", "--json"], ["checklist", "--towards", "allow"]])
def test_more_paths_than_anyone_can_wait_for_are_refused(advisor: Advisor, trees: Path, words: list[str]) -> None:
    (trees / "example" / "logo.yaml").write_text(diamonds(60), encoding="utf-8")
    ran = advisor(*words, "example", "logo")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("advisor: logo has over a billion paths; at most 10,000 are listed")


@pytest.mark.parametrize(
    "words", [["list", "--trees", ""], ["check", ""], ["checklist", "example", "logo", "permitted=yes", "-o", ""]]
)
def test_an_empty_name_is_not_the_folder_one_is_in(advisor: Advisor, words: list[str]) -> None:
    ran = advisor(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.endswith(": an empty name was given\n")
