"""A tree with more than 120 paths.

Every path is reviewed by a person, and nobody reviews hundreds with care. A tree this wide most often holds two topics,
or asks early what matters only late.

What to do: split the topic, or ask first the question that settles most. The paths are counted, not listed.

Bad:

    start: first
    questions:
      first: {ask: First?, yes: second-after-yes, no: second}
      second-after-yes: {ask: Second?, fact: second, yes: third, no: third}
      second: {ask: Second?, yes: third, no: third}
      third: {ask: Third?, yes: fourth-after-yes, no: fourth}
      fourth-after-yes: {ask: Fourth?, fact: fourth, yes: fifth, no: fifth}
      fourth: {ask: Fourth?, yes: fifth, no: fifth}
      fifth: {ask: Fifth?, yes: sixth-after-yes, no: sixth}
      sixth-after-yes: {ask: Sixth?, fact: sixth, yes: seventh, no: seventh}
      sixth: {ask: Sixth?, yes: seventh, no: seventh}
      seventh: {ask: Seventh?, yes: fine, no: wait}
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    start: first
    questions:
      first: {ask: First?, yes: fine, no: second}
      second: {ask: Second?, yes: fine, no: third}
      third: {ask: Third?, yes: fine, no: wait}
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.analysis.paths import count_paths
from advisor.domain.counts import shown_count
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.WARNING
STAGE: Final = Stage.PATHS

_MOST: Final = 120


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every tree with too many paths to review."""
    for each in draft.trees:
        count = count_paths(each.tree)
        if count > _MOST:
            message = f"{shown_count(count)} paths are too many to review; at most {_MOST}: split the topic"
            yield Concern(each.source, ("topic",), message)
