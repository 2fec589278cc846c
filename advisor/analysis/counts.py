"""Counting what a district has: clauses and what became of them, trees, questions, paths, verdicts."""

from collections import Counter
from collections.abc import Mapping, Sequence

from advisor.analysis.coverage import cited_by
from advisor.analysis.paths import MOST_LISTED, count_paths, every_path
from advisor.domain.counts import Counts
from advisor.domain.district import District
from advisor.domain.policy import contains
from advisor.domain.tree import Tree
from advisor.domain.verdict import Verdict


def counts(district: District) -> Counts:
    """Count what a district has."""
    trees = [tree for tree in district.trees.values() if tree.topic not in district.policy.silent_on]
    citations = {locator for tree in trees for locator in cited_by(tree)}
    cited = [c for c in district.policy.clauses if any(contains(citation, c.id) for citation in citations)]
    paths = sum(map(count_paths, trees))
    return Counts(
        clauses=len(district.policy.clauses),
        cited=len(cited),
        set_aside=sum(bool(clause.sets_aside) for clause in district.policy.clauses),
        trees=len(trees),
        silent=len(district.policy.silent_on),
        questions=sum(len(tree.questions) for tree in trees),
        paths=paths,
        verdicts=_verdicts(trees) if paths <= MOST_LISTED else {},
    )


def _verdicts(trees: Sequence[Tree]) -> Mapping[Verdict, int]:
    """Count the paths by verdict, in the order of the verdicts."""
    mix = Counter(path.verdict for tree in trees for path in every_path(tree))
    return {verdict: mix[verdict] for verdict in Verdict if mix[verdict]}
