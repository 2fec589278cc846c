"""The library: where trees are found, who wins, and what is kept compiled."""

import os
import shutil
from hashlib import blake2b
from pathlib import Path

import pytest

from advisor import library as library_module
from advisor.domain.consultation import Consultation
from advisor.domain.finding import Severity
from advisor.domain.policy import TopicSlug
from advisor.domain.tree import NodeId
from advisor.domain.verdict import Headline, Verdict
from advisor.errors import UnknownNameError, UnreadableFileError
from advisor.library import Library, UnsoundDistrictError, shipped_trees
from advisor.loading import compiled

TOPICS = "schema: 1\ntopics:\n  - {topic: logo, title: The logo, group: post, always: true}\n"
POLICY = (
    "schema: 1\ndistrict: Example\npolicy: '100'\ntitle: T\nadopted: 2020-01-01\n"
    "clauses: [{id: I ¶1, kind: prohibition, gist: No logo.}]\n"
)
TREE = """\
schema: 1
topic: logo
title: The logo
start: permitted
questions:
  permitted: {ask: Permitted?, cites: [I ¶1], yes: fine, no: refused}
outcomes:
  fine: {verdict: allow, because: Permitted., cites: [I ¶1]}
  refused: {verdict: deny, because: Not permitted., cites: [I ¶1]}
examples:
  - {situation: I asked., answers: {permitted: yes}, expect: fine}
  - {situation: I did not ask., answers: {permitted: no}, expect: refused}
"""


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    root = tmp_path / "trees"
    (root / "example").mkdir(parents=True)
    (root / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (root / "example" / "policy.yaml").write_text(POLICY, encoding="utf-8")
    (root / "example" / "logo.yaml").write_text(TREE, encoding="utf-8")
    return root


def cache(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "home" / "advisor").rglob("*.json"))


def test_a_named_folder_is_merged_with_the_shipped_trees(trees: Path) -> None:
    assert Library.find(trees).districts == tuple(sorted(["example", *Library.find().districts]))
    assert Library.only(trees).districts == ("example",)


def test_the_variable_names_a_folder_too_and_the_option_wins(
    trees: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_TREES", str(trees))
    assert "example" in Library.find().districts
    other = tmp_path / "other"
    shutil.copytree(trees, other)
    (other / "example").rename(other / "another")
    assert "example" not in Library.find(other).districts


def test_the_users_trees_win_over_the_shipped_ones(tmp_path: Path, trees: Path) -> None:
    mine = tmp_path / "home" / "advisor" / "trees"
    shutil.copytree(trees, mine)
    (mine / "example").rename(mine / "moorhead")
    assert Library.find().district("moorhead").policy.district_name == "Example"


def test_a_warm_district_is_the_one_that_was_compiled(trees: Path, tmp_path: Path) -> None:
    cold = Library.only(trees).district("example")
    (kept,) = cache(tmp_path)
    assert compiled.load(kept.read_text(encoding="utf-8")) == cold
    assert Library.only(trees).district("example") == cold


def test_a_warm_start_reads_what_was_kept(trees: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.only(trees).district("example")

    def refuse(self: Library, slug: str) -> None:
        raise AssertionError(slug)

    monkeypatch.setattr(Library, "draft", refuse)
    assert Library.only(trees).district("example").slug == "example"


def test_a_changed_file_is_compiled_anew_and_the_older_dropped(trees: Path, tmp_path: Path) -> None:
    Library.only(trees).district("example")
    before = cache(tmp_path)
    file = trees / "example" / "logo.yaml"
    file.write_text(TREE.replace("Permitted?", "Did you ask?"), encoding="utf-8")
    changed = Library.only(trees).district("example").trees[TopicSlug("logo")]
    assert changed.questions[NodeId("permitted")].ask == "Did you ask?"
    assert len(cache(tmp_path)) == 1
    assert cache(tmp_path) != before


@pytest.mark.parametrize("content", ["", "{", "[]", "[1, 2, 3, 4]", '{"a": 1}', '["x", [], [], {}]'])
def test_a_spoiled_cache_is_written_anew(trees: Path, tmp_path: Path, content: str) -> None:
    sound = Library.only(trees).district("example")
    (kept,) = cache(tmp_path)
    kept.write_text(content, encoding="utf-8")
    assert Library.only(trees).district("example") == sound
    assert compiled.load(kept.read_text(encoding="utf-8")) == sound


def test_an_unwritable_cache_is_no_error(trees: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "advisor").write_text("a file where the folder should be", encoding="utf-8")
    assert Library.only(trees).district("example").slug == "example"


def test_changed_checks_make_what_was_kept_stale(trees: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.only(trees).district("example")
    before = cache(tmp_path)
    package = tmp_path / "package"
    for name in ("domain", "loading", "analysis/checks"):
        (package / name).mkdir(parents=True)
    (package / "domain" / "tree.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(library_module, "_PACKAGE", package)
    Library.only(trees).district("example")
    assert cache(tmp_path) != before


def test_an_unsound_district_is_not_handed_out(trees: Path, tmp_path: Path) -> None:
    file = trees / "example" / "logo.yaml"
    file.write_text(TREE.replace("no: refused", "no: refusd"), encoding="utf-8")
    with pytest.raises(UnsoundDistrictError, match=r"logo\.yaml:6:\d+: .*refusd") as raised:
        Library.only(trees).district("example")
    assert {finding.severity for finding in raised.value.findings} >= {Severity.ERROR}
    assert cache(tmp_path) == []


def test_a_tree_that_breaks_the_grammar_makes_its_district_unsound(trees: Path) -> None:
    (trees / "example" / "logo.yaml").write_text("schema: 1\n", encoding="utf-8")
    with pytest.raises(UnsoundDistrictError, match="needs"):
        Library.only(trees).district("example")


def test_unknown_names_offer_the_nearest(trees: Path) -> None:
    with pytest.raises(UnknownNameError, match='no district "exampel" — did you mean "example"'):
        Library.only(trees).district("exampel")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda root: root / "none", "is no folder"),
        (lambda root: root / "example", "one district's folder"),
        (lambda root: root / "empty", "holds no district"),
    ],
)
def test_a_named_folder_that_is_no_library_says_why(trees: Path, spoil: object, message: str) -> None:
    (trees / "empty").mkdir()
    assert callable(spoil)
    with pytest.raises(UnreadableFileError, match=message):
        Library.find(spoil(trees))


def test_a_district_without_a_policy_is_found_to_lack_it(trees: Path) -> None:
    (trees / "example" / "policy.yaml").unlink()
    (finding,) = Library.only(trees).findings()
    assert finding.check == "unreadable"
    assert finding.file.endswith("policy.yaml")


def test_a_missing_topics_file_is_that_of_the_next_library(trees: Path) -> None:
    (trees / "topics.yaml").unlink()
    found = Library([trees, shipped_trees()]).findings()
    assert [finding.check for finding in found if finding.file.endswith("logo.yaml")] == ["unknown-topic"]


def test_one_finding_is_reported_once_over_all_districts(trees: Path) -> None:
    shutil.copytree(trees / "example", trees / "second")
    (trees / "topics.yaml").write_text(TOPICS.replace("logo,", "logo, titel: x,", 1), encoding="utf-8")
    found = Library.only(trees).findings()
    assert [finding.check for finding in found if finding.file.endswith("topics.yaml")] == ["grammar"]


def test_a_tree_that_cannot_be_read_makes_no_clause_or_topic_uncovered(trees: Path) -> None:
    (trees / "example" / "logo.yaml").write_text(TREE.replace("title:", "titel:"), encoding="utf-8")
    found = Library.only(trees).findings()
    assert {finding.check for finding in found} == {"grammar"}


def test_a_topic_on_which_the_policy_says_nothing_ends_silent_at_once(trees: Path) -> None:
    policy = trees / "example" / "policy.yaml"
    silent = "silent_on: {mascot: {ask: the office, until_then: deny, because: Nothing is said of mascots.}}\n"
    policy.write_text(POLICY + silent, encoding="utf-8")
    topics = trees / "topics.yaml"
    topics.write_text(TOPICS + "  - {topic: mascot, title: The mascot, group: post, always: true}\n", encoding="utf-8")
    for _ in ("cold", "warm"):
        district = Library.only(trees).district("example")
        decision = Consultation.begin([district.trees[TopicSlug("mascot")]]).decision
        assert decision is not None
        assert (decision.verdict, decision.headline) == (Verdict.SILENT, Headline.NOT_YET)
        assert decision.topics[0].outcome.ask == "the office"
    assert Library.only(trees).findings() == ()


def kept_rows(text: str) -> str:
    return f"{blake2b(text.encode(), digest_size=16).hexdigest()}\n{text}"


@pytest.mark.parametrize("text", [kept_rows("[1]"), kept_rows("[" * 100_000), "[" * 100_000])
def test_a_cache_of_another_shape_is_written_anew(trees: Path, tmp_path: Path, text: str) -> None:
    sound = Library.only(trees).district("example")
    (kept,) = cache(tmp_path)
    kept.write_text(text, encoding="utf-8")
    assert Library.only(trees).district("example") == sound


def test_a_cache_that_was_changed_is_not_believed(trees: Path, tmp_path: Path) -> None:
    sound = Library.only(trees).district("example")
    (kept,) = cache(tmp_path)
    kept.write_text(kept.read_text(encoding="utf-8").replace("allow", "deny"), encoding="utf-8")
    assert Library.only(trees).district("example") == sound


def test_a_pipe_is_not_waited_for(trees: Path) -> None:
    os.mkfifo(trees / "example" / "pipe.yaml")
    (finding,) = Library.only(trees).findings()
    assert (finding.check, finding.message) == ("unreadable", "cannot read it: it is no regular file")
    with pytest.raises(UnsoundDistrictError, match="no regular file"):
        Library.only(trees).district("example")


def test_a_file_name_that_is_no_text_is_an_ordinary_finding(trees: Path) -> None:
    shutil.copy(trees / "example" / "logo.yaml", trees / "example" / os.fsdecode(b"\xff.yaml"))
    with pytest.raises(UnsoundDistrictError, match=r"u\{dcff\}\.yaml.*belongs in a file"):
        Library.only(trees).district("example")


def test_the_folder_one_is_in_may_be_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "moorhead" in Library.find().districts
    monkeypatch.chdir(tmp_path)


def test_a_hidden_folder_is_no_district(trees: Path) -> None:
    shutil.copytree(trees / "example", trees / ".kept")
    assert Library.only(trees).districts == ("example",)


@pytest.mark.parametrize("name", ["logo.yml", "logo.YAML"])
def test_a_tree_whose_file_has_another_ending_is_warned_of(trees: Path, name: str) -> None:
    (trees / "example" / name).write_text(TREE, encoding="utf-8")
    (finding,) = Library.only(trees).findings()
    assert (finding.check, finding.severity) == ("unreadable", Severity.WARNING)
    assert finding.message == f"{name} is not read; name it logo.yaml"
