"""A path ends in a way that a `never` of the tree rules out.

A `never` says what the policy forbids, or always allows, whatever else is the case; it holds for all paths, not just
for the examples. `verdict: allow` is broken by a path that ends allowed, `verdict: deny` by one that does not. A path
counts if it contradicts no fact in `when`, even where it never asks that fact.

What to do: follow the path that is printed, the shortest of its kind, and read the clause again. Then correct the tree,
or the `never`.

Bad:

    start: own-child
    questions:
      own-child:
        ask: Is it your own child?
        yes: fine
        no: consent
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    never:
      - verdict: allow
        when: {consent: no}
        cites: [I ¶1]

Good:

    start: own-child
    questions:
      own-child:
        ask: Is it your own child?
        yes: fine
        no: consent
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    never:
      - verdict: allow
        when: {consent: no, own-child: no}
        cites: [I ¶1]
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.path import Step
from advisor.domain.tree import Never, NodeId, Tree
from advisor.domain.verdict import Verdict

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.PATHS


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield the shortest path that breaks each statement."""
    for each in draft.trees:
        for index, never in enumerate(each.tree.never):
            if (path := _breaking_path(each.tree, never)) is not None:
                when = ", ".join(f"{fact}={answer}" for fact, answer in never.when.items())
                ends = "is allowed" if never.verdict is Verdict.ALLOW else "is not allowed"
                message = f"this path {ends} although it may be that {when}: {path}"
                yield Concern(each.source, ("never", index), message)


def _breaking_path(tree: Tree, never: Never) -> str | None:
    """Return the shortest path that agrees with a statement and ends as it must not; breadth first, so linear."""
    forbidden = never.verdict is Verdict.ALLOW
    arrivals: dict[NodeId, Step | None] = {tree.start: None}
    ahead = [tree.start]
    # The list grows while it is read.
    for node in ahead:
        question = tree.questions.get(node)
        if question is None:
            if tree.outcomes[node].allowed is forbidden:
                return _shown(arrivals, node)
            continue
        for option in question.options:
            agrees = never.when.get(question.fact, option.answer) == option.answer
            if agrees and option.then not in arrivals:
                arrivals[option.then] = Step(node, question.fact, option.answer)
                ahead.append(option.then)
    return None


def _shown(arrivals: dict[NodeId, Step | None], outcome: NodeId) -> str:
    steps: list[str] = []
    step = arrivals[outcome]
    while step is not None:
        steps.append(f"{step.fact}={step.answer}")
        step = arrivals[step.question]
    return f"{', '.join(reversed(steps)) or 'at once'} -> {outcome}"
