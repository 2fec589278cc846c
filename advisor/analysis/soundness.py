"""Whether a district is sound: run every check, leave out what authors accepted, and order what is left.

A tree whose shape is broken is not shown to the checks of paths, so none of them has to defend itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.analysis import checks
from advisor.analysis.checks import Check
from advisor.analysis.concern import Concern, Stage, accepts
from advisor.analysis.graph import TreeGraph
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Finding
from advisor.domain.tree import SoundTree, Tree


@dataclass(frozen=True, slots=True)
class _Raised:
    check: Check
    concern: Concern

    def finding(self) -> Finding:
        source, place = self.concern.source, self.concern.place
        return source.finding(self.check.slug, self.check.severity, source.position(place), self.concern.message)


def findings(draft: DistrictDraft, *, complete: bool = True) -> tuple[Finding, ...]:
    """Return everything that any check finds in a district and no author accepted, by file and position.

    Args:
        draft: the district.
        complete: whether all its trees could be read; else the checks that need them all are left out.
    """
    left = [raised.finding() for raised in _raised(draft, complete=complete) if not _is_accepted(raised, draft)]
    return tuple(sorted(left, key=lambda finding: (finding.file, finding.position, finding.check)))


def sound_tree(tree: Tree) -> SoundTree:
    """Return a tree as sound, with its questions in topological order; the caller has seen that no check objects."""
    return SoundTree(
        district=tree.district,
        topic=tree.topic,
        title=tree.title,
        start=tree.start,
        questions=tree.questions,
        outcomes=tree.outcomes,
        never=tree.never,
        examples=tree.examples,
        accepted=tree.accepted,
        order=tuple(node for node in TreeGraph(tree).order() if node in tree.questions),
    )


def _raised(draft: DistrictDraft, *, complete: bool) -> Iterator[_Raised]:
    shape = tuple(_run(Stage.SHAPE, draft))
    broken = {raised.concern.source.file for raised in shape}
    whole = replace(draft, trees=tuple(each for each in draft.trees if each.source.file not in broken))
    yield from shape
    yield from _run(Stage.TEXT, draft)
    if complete:
        yield from _run(Stage.DISTRICT, draft)
    yield from _run(Stage.PATHS, whole)


def _run(stage: Stage, draft: DistrictDraft) -> Iterator[_Raised]:
    for check in map(checks.find, checks.slugs()):
        if check.stage is stage:
            for concern in check.run(draft):
                yield _Raised(check, concern)


def _is_accepted(raised: _Raised, draft: DistrictDraft) -> bool:
    entries = ((each, entry) for each in draft.trees for entry in each.tree.accepted)
    return raised.check.ignorable and any(
        entry.check == raised.check.slug and accepts(entry, each, raised.concern) for each, entry in entries
    )
