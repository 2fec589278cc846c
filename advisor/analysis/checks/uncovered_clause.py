"""A clause of the register that no tree cites and that nobody has set aside.

Every clause is accounted for: either it decides something, and a question or an outcome cites it, or somebody has said
why no tree needs it. A clause forgotten is a rule that staff are not told of.

What to do: cite it where it decides; or give it `sets_aside` with the reason. A `never` that cites it is not enough,
for it is shown to nobody. Headings need neither.

Bad:

    # policy.yaml
    clauses:
      - {id: I ¶1, kind: prohibition, gist: No student images without written consent.}
      - {id: I ¶2, kind: context, gist: The district values privacy.}
    # student-images.yaml
    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}

Good:

    # policy.yaml
    clauses:
      - {id: I ¶1, kind: prohibition, gist: No student images without written consent.}
      - {id: I ¶2, kind: context, gist: The district values privacy., sets_aside: It states an aim and decides nothing.}
    # student-images.yaml
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
from advisor.analysis.coverage import coverage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.policy import ClauseKind
from advisor.domain.register import Citing

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.DISTRICT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every clause that is not accounted for."""
    cited_by = coverage(draft)
    for index, clause in enumerate(draft.policy.clauses):
        shown = any(citation.kind is not Citing.NEVER for citation in cited_by[clause.id])
        if not shown and not clause.sets_aside and clause.kind is not ClauseKind.HEADING:
            message = (
                f'no tree cites "{clause.id}": cite it where it decides, or say under sets_aside why none needs to'
            )
            yield Concern(draft.policy_source, ("clauses", index), message)
