from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.analysis.paths import every_path
from advisor.domain.tree import Answer, Fact, Never, SoundTree, Tree
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import as_written, concerns, draft_of
from tests.support.random_trees import sound_trees
from tests.support.trees import CLAUSE, tiny_tree

TREE = tiny_tree(
    {
        "public": {"yes": "fine", "no": "own"},
        "own": {"yes": "sign", "no": "consent"},
        "consent": {"yes": "fine", "no": "wait"},
    },
    {"fine": "allow", "sign": "silent", "wait": "deny"},
)


def broken(tree: Tree, verdict: str, **when: str) -> list[str]:
    case = {Fact(fact.replace("_", "-")): Answer(answer) for fact, answer in when.items()}
    tree = replace(tree, never=(Never(Verdict(verdict), case, (CLAUSE,)),))
    found = concerns("broken-never", draft_of(tree))
    assert all(concern.place == ("never", 0) for concern in found)
    return [concern.message.rpartition(": ")[2] for concern in found]


def test_a_path_that_asks_the_facts() -> None:
    assert broken(TREE, "allow", public="no", consent="yes") == ["public=no, own=no, consent=yes -> fine"]


def test_a_path_that_never_asks_the_fact_counts() -> None:
    assert broken(TREE, "allow", consent="no") == ["public=yes -> fine"]


def test_the_shortest_path_is_shown() -> None:
    assert broken(TREE, "deny", public="no") == ["public=no, own=yes -> sign"]


def test_silent_until_deny_is_not_allowed() -> None:
    assert broken(TREE, "deny", own="yes", public="no") == ["public=no, own=yes -> sign"]
    assert broken(TREE, "allow", own="yes", public="no") == []


@pytest.mark.parametrize(
    ("verdict", "when"),
    [
        ("allow", {"public": "no", "consent": "no"}),
        ("deny", {"public": "yes"}),
        ("deny", {"public": "no", "own": "no", "consent": "yes"}),
    ],
)
def test_a_statement_that_holds(verdict: str, when: dict[str, str]) -> None:
    assert broken(TREE, verdict, **when) == []


def test_the_whole_message() -> None:
    never = Never(Verdict.DENY, {Fact("public"): Answer("no"), Fact("own"): Answer("no")}, (CLAUSE,))
    (concern,) = concerns("broken-never", draft_of(replace(TREE, never=(never,))))
    assert concern.message == (
        "this path is not allowed although it may be that public=no, own=no: public=no, own=no, consent=no -> wait"
    )


def test_a_tree_that_starts_with_its_outcome() -> None:
    tree = as_written({"unused": {"yes": "fine"}}, {"fine": "allow"}, start="fine")
    assert broken(tree, "allow", unused="yes") == ["at once -> fine"]


@given(sound_trees(), st.data())
def test_it_agrees_with_listing_every_path(tree: SoundTree, data: st.DataObject) -> None:
    facts = st.sampled_from(sorted({question.fact for question in tree.questions.values()}))
    when = data.draw(st.dictionaries(facts, st.sampled_from([Answer("yes"), Answer("no")]), min_size=1))
    verdict = data.draw(st.sampled_from([Verdict.ALLOW, Verdict.DENY]))
    breaking = [
        len(path.steps)
        for path in every_path(tree)
        if path.outcome.allowed is (verdict is Verdict.ALLOW)
        and all(path.answers.get(fact, answer) == answer for fact, answer in when.items())
    ]
    found = concerns("broken-never", draft_of(replace(tree, never=(Never(verdict, when, (CLAUSE,)),))))
    assert bool(found) == bool(breaking)
    if found:
        shown = found[0].message.rpartition(": ")[2].partition(" -> ")[0]
        assert shown.count("=") == min(breaking)
