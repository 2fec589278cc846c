"""A district made for the tests of texts: one outcome of every kind, and words that try to be markup."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.analysis.remedy import every_remedy
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import Clause, ClauseKind, Locator
from advisor.domain.remedy import Remedies
from advisor.domain.topic import Topics
from advisor.domain.tree import Answer, Condition, Due, Fact, NodeId, Option, Outcome, Reading, SoundTree
from advisor.domain.verdict import Verdict
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

OTHER_CLAUSE = Locator("II.B ¶2 s1")
HOSTILE = 'a](javascript:alert(1)) <script>x</script> | `code` **b** _i_ "q" \\N #1; [@click=app.quit]z & www.x.org'

TELL = Condition("Tell the office.", "you", Due.AFTER, (OTHER_CLAUSE,), {Fact("told"): Answer("yes")})
SIGN = Condition("Keep the signed form.", "you", Due.BEFORE, (CLAUSE,))
RENEW = Condition("Ask again.", "the coach", Due.YEARLY, (CLAUSE, OTHER_CLAUSE))
CAPTION = Condition("Leave names out.", "whoever posts", Due.POSTING, (CLAUSE,))


def photos() -> SoundTree:
    """Return a tree with an outcome of every kind."""
    tree = tiny_tree(
        {
            "public": {"yes": "fine", "no": "consent"},
            "consent": {"yes": "told", "no": "refused", "asked": "unsaid"},
            "told": {"yes": "agreed", "no": "agreed"},
        },
        {
            "fine": "allow",
            "agreed": Outcome(
                NodeId("agreed"), Verdict.ALLOW, "A parent agreed.", (CLAUSE,), (RENEW, TELL, CAPTION, SIGN)
            ),
            "refused": Outcome(
                NodeId("refused"),
                Verdict.DENY,
                "Nobody agreed.",
                (CLAUSE, OTHER_CLAUSE),
                readings=(
                    Reading("Every picture counts.", Verdict.DENY, (CLAUSE,)),
                    Reading("A picture of a crowd does not.", Verdict.ALLOW, (OTHER_CLAUSE,)),
                ),
            ),
            "unsaid": "silent",
        },
    )
    consent = tree.questions[NodeId("consent")]
    asked = replace(
        consent,
        help="Written, not spoken.",
        ask_whom="the school office",
        obtain={Answer("yes"): "Send the form home."},
    )
    return replace(tree, questions={**tree.questions, consent.id: asked})


def logo() -> SoundTree:
    """Return a second topic that shares a fact with the first; its silence permits."""
    unsaid = Outcome(
        NodeId("unsaid"),
        Verdict.SILENT,
        "It does not speak of logos.",
        ask="the Superintendent",
        until_then=Verdict.ALLOW,
        near=(CLAUSE,),
    )
    return tiny_tree(
        {"public": {"yes": "unsaid", "no": "permitted"}, "permitted": {"yes": "fine", "no": "refused"}},
        {"unsaid": unsaid, "fine": "allow", "refused": "deny"},
        topic="logo",
    )


def hostile() -> SoundTree:
    """Return a tree whose every text tries to be markup."""
    tree = tiny_tree({"public": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, topic="bad")
    question = replace(
        tree.questions[NodeId("public")],
        ask=HOSTILE,
        options=(Option(Answer("yes"), HOSTILE, NodeId("fine")), Option(Answer("no"), "No\n# no", NodeId("refused"))),
    )
    fine = replace(
        tree.outcomes[NodeId("fine")],
        because=HOSTILE,
        conditions=(Condition(HOSTILE, HOSTILE, Due.BEFORE, (CLAUSE,)),),
    )
    return replace(
        tree,
        title=HOSTILE,
        questions={question.id: question},
        outcomes={**tree.outcomes, fine.id: fine},
    )


def district(*trees: SoundTree) -> District:
    """Return a district with two clauses around some trees."""
    built = tiny_district(*(trees or (photos(), logo())))
    more = Clause(OTHER_CLAUSE, ClauseKind.OBLIGATION, "Another example.", sets_aside="Only an aim.")
    policy = replace(built.policy, clauses=(*built.policy.clauses, more), revised=("2021-05-01", "2023-04-11"))
    return replace(built, policy=policy)


def consult(answers: Mapping[str, str], *trees: SoundTree) -> Consultation:
    """Return the consultation that some answers lead to; by default about photos."""
    given = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    return Consultation.begin(trees or (photos(),), given)


def decide(answers: Mapping[str, str], *trees: SoundTree) -> Decision:
    """Return the decision that some answers lead to; by default about photos."""
    decision = consult(answers, *trees).decision
    assert decision is not None
    return decision


def remedies_of(answers: Mapping[str, str], *trees: SoundTree) -> Remedies:
    """Return what would change the decision that some answers lead to; by default about photos."""
    return every_remedy(consult(answers, *trees), Topics((), ()))
