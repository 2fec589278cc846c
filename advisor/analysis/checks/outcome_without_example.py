"""An outcome that no example expects.

Without an example nobody has said, from the policy, of a real situation: this is how it must end. A change of the tree
could change this verdict unnoticed.

What to do: add an example, a situation from school life that must end here.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    examples:
      - situation: A photo of the chess club; all forms are signed.
        answers: {consent: yes}
        expect: fine

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
    examples:
      - situation: A photo of the chess club; all forms are signed.
        answers: {consent: yes}
        expect: fine
      - situation: A photo of the chess club; no forms yet.
        answers: {consent: no}
        expect: wait
"""  # noqa: D214, D405, D411 - "examples" is a key of the tree shown, not a section

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.WARNING
STAGE: Final = Stage.PATHS


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every outcome that no example of its tree expects."""
    for each in draft.trees:
        expected = {example.expect for example in each.tree.examples}
        for outcome in each.tree.outcomes:
            if outcome not in expected:
                yield Concern(each.source, ("outcomes", outcome), f'no example expects the outcome "{outcome}"')
