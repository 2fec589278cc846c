"""A question or an outcome to which no path leads.

Nobody will ever be asked it or be told it. Most often an option should lead here and leads elsewhere, so that somebody
gets the wrong verdict.

What to do: let an option lead to it, or delete it. While a target of the tree is unknown this check waits, because the
unknown target may be the missing way.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: fine
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.analysis.graph import TreeGraph
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.tree import Tree

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.SHAPE


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every place that cannot be reached from the start of its tree."""
    for each in draft.trees:
        tree = each.tree
        if not _every_target_is_known(tree):
            continue
        reached = TreeGraph(tree).reachable(tree.start)
        for kind, nodes in (("questions", tree.questions), ("outcomes", tree.outcomes)):
            for node in nodes:
                if node not in reached:
                    message = f'no path from the start, "{tree.start}", leads to "{node}"'
                    yield Concern(each.source, (kind, node), message)


def _every_target_is_known(tree: Tree) -> bool:
    known = {*tree.questions, *tree.outcomes}
    return tree.start in known and all(option.then in known for _, option in tree.edges())
