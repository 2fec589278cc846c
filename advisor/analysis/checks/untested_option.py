"""An option that lies on no example's path.

If it led to the wrong place, nothing would tell.

What to do: add an example in which a person gives this answer at this question.

Bad:

    start: public
    questions:
      public:
        ask: Was it taken at a public event?
        yes: fine
        no: consent
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    examples:
      - situation: A photo from the game on Friday.
        answers: {public: yes}
        expect: fine
      - situation: A photo of the chess club; no forms yet.
        answers: {public: no, consent: no}
        expect: wait

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
from advisor.analysis.paths import follow
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity

SEVERITY: Final = Severity.WARNING
STAGE: Final = Stage.PATHS


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every option that no example of its tree takes."""
    for each in draft.trees:
        trails = [follow(each.tree, example.answers) for example in each.tree.examples]
        taken = {(step.question, step.answer) for trail in trails for step in trail.steps}
        for question, option in each.tree.edges():
            if (question.id, option.answer) not in taken:
                message = f'no example answers "{question.id}" with "{option.answer}"'
                yield Concern(each.source, ("questions", question.id, "options", option.answer), message)
