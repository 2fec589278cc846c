"""Reading, checking and deciding, without the start of a process."""

import timeit
from functools import cache
from pathlib import Path
from time import perf_counter

import yaml

from advisor.analysis.soundness import findings
from advisor.domain.consultation import Consultation
from advisor.domain.district import District, DistrictDraft
from advisor.domain.tree import Answer, Fact
from advisor.library import Library, shipped_trees
from advisor.loading.parsing import parse_policy, parse_topics, parse_tree
from advisor.loading.yaml_text import read_yaml

_TREE = (shipped_trees() / "moorhead" / "team-accounts.yaml").read_bytes()
_ALL = [file.read_bytes() for file in sorted(shipped_trees().rglob("*.yaml"))]


def _timed(times: int, *contents: bytes) -> float:
    begun = perf_counter()
    for _ in range(times):
        for content in contents:
            yaml.load(content, Loader=yaml.CSafeLoader)
    return (perf_counter() - begun) / times


def read_tree() -> float:
    """Read one tree with the position of everything."""
    begun = perf_counter()
    for _ in range(10):
        read_yaml(_TREE, "team-accounts.yaml")
    return (perf_counter() - begun) / 10


def bare_yaml() -> float:
    """Load the same tree with PyYAML's C loader, without positions."""
    return _timed(10, _TREE)


def check_all() -> float:
    """Read and check every shipped tree."""
    begun = perf_counter()
    Library([shipped_trees()]).findings()
    return perf_counter() - begun


def bare_yaml_all() -> float:
    """Load every shipped file with PyYAML's C loader."""
    return _timed(1, *_ALL)


def check_long() -> float:
    """Check a tree of 1,600 questions with 2^800 paths."""
    return _check(_chain(800))


def check_half() -> float:
    """Check a tree of 800 questions with 2^400 paths."""
    return _check(_chain(400))


def _check(draft: DistrictDraft) -> float:
    begun = perf_counter()
    findings(draft)
    return perf_counter() - begun


@cache
def _chain(diamonds: int) -> DistrictDraft:
    """Return a district with one tree: a chain of questions whose two answers lead apart and meet again."""
    lines = ["schema: 1", "topic: chain", "title: A chain", "start: a0", "questions:"]
    for n in range(diamonds):
        following = f"a{n + 1}" if n + 1 < diamonds else "fine"
        lines.append(f"  a{n}: {{ask: A{n}?, yes: b{n}, no: {following}}}")
        lines.append(f"  b{n}: {{ask: B{n}?, yes: {following}, no: refused}}")
    lines += [
        "outcomes:",
        "  fine: {verdict: allow, because: It is., cites: [I]}",
        "  refused: {verdict: deny, because: It is not., cites: [I]}",
    ]
    policy = (
        "schema: 1\ndistrict: E\npolicy: 'x'\ntitle: T\nadopted: 2020-01-01\n"
        "clauses: [{id: I, kind: context, gist: G.}]"
    )
    topics = "schema: 1\ntopics: [{topic: chain, title: A chain, group: post, always: true}]"
    district = Library([shipped_trees()]).districts[0]
    tree, _ = parse_tree("\n".join(lines), str(Path("chain.yaml")), district)
    read_policy, _ = parse_policy(policy, "policy.yaml", district)
    read_topics, _ = parse_topics(topics, "topics.yaml")
    if tree is None or read_policy is None or read_topics is None:
        raise ValueError("the grammar refuses the chain")
    return DistrictDraft(district, *read_policy, *read_topics, (tree,))


@cache
def _moorhead() -> District:
    return Library([shipped_trees()]).district("moorhead")


def decision_in_memory() -> float:
    """Return the microseconds from answers to a combined verdict."""
    tree = next(iter(_moorhead().trees.values()))
    answers = {Fact("medium"): Answer("public-network"), Fact("public-arena"): Answer("yes")}
    times = 20_000

    def decide() -> None:
        decision = Consultation.begin([tree], answers).decision
        assert decision is not None
        assert decision.verdict

    return min(timeit.repeat(decide, number=times, repeat=5)) / times * 1e6
