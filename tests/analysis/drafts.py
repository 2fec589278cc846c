"""Drafts built by hand: what the checks read, without any file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.analysis import checks
from advisor.analysis.concern import Concern
from advisor.domain.district import DistrictDraft, TreeDraft
from advisor.domain.finding import Place, Source
from advisor.domain.policy import Clause, ClauseKind, Locator, Policy, TopicSlug
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import Answer, Fact, NodeId, Option, Outcome, Question, Tree
from tests.support.trees import CLAUSE, DISTRICT, tiny_tree

SHOWS_STUDENTS = FirstFact(Fact("shows-students"), "It shows students", {Answer("no"): "Choose another picture."})


def consent_tree(topic: str = "student-images") -> Tree:
    """Return the smallest sound tree: one question, an allow and a deny."""
    return tiny_tree({"consent": {"yes": "fine", "no": "wait"}}, {"fine": "allow", "wait": "deny"}, topic)


def as_written(
    questions: Mapping[str, Mapping[str, str]], outcomes: Mapping[str, str | Outcome], start: str = ""
) -> Tree:
    """Build a tree that may be of any shape; each question's id is its fact, the first question is the start."""
    built = tiny_tree({"any": {"yes": next(iter(outcomes))}}, outcomes)
    return replace(
        built,
        start=NodeId(start or next(iter(questions))),
        questions={
            NodeId(id_): Question(
                NodeId(id_),
                Fact(id_),
                f"{id_}?",
                tuple(Option(Answer(answer), answer.capitalize(), NodeId(then)) for answer, then in options.items()),
            )
            for id_, options in questions.items()
        },
    )


def with_question(tree: Tree, id_: str, question: Question) -> Tree:
    """Replace one question of a tree."""
    return replace(tree, questions={**tree.questions, NodeId(id_): question})


def with_outcome(tree: Tree, outcome: Outcome) -> Tree:
    """Replace, or add, one outcome of a tree."""
    return replace(tree, outcomes={**tree.outcomes, outcome.id: outcome})


def asking(tree: Tree, **facts: str) -> Tree:
    """Let questions, named with underscores, ask other facts in that fact's own words."""
    for id_, fact in facts.items():
        node = NodeId(id_.replace("_", "-"))
        tree = with_question(tree, node, replace(tree.questions[node], fact=Fact(fact), ask=f"{fact}?"))
    return tree


def draft_of(
    *trees: Tree,
    topics: Sequence[str] = (),
    clauses: Sequence[Clause] = (Clause(CLAUSE, ClauseKind.PROHIBITION, "No images of students without consent."),),
) -> DistrictDraft:
    """Build a district's draft; by default its topics are those of the trees, each in the file of its name."""
    return DistrictDraft(
        slug=DISTRICT,
        policy=Policy(DISTRICT, "Example", "100", "An Example", "2020-01-01", (), tuple(clauses), {}),
        policy_source=Source("policy.yaml", ()),
        topics=Topics(
            (SHOWS_STUDENTS,),
            tuple(Topic(TopicSlug(t), t, "post", {}) for t in topics or dict.fromkeys(tree.topic for tree in trees)),
        ),
        topics_source=Source("topics.yaml", ()),
        trees=tuple(TreeDraft(tree, Source(f"{tree.topic}.yaml", ())) for tree in trees),
    )


def clause(locator: str, kind: ClauseKind = ClauseKind.CONTEXT, sets_aside: str = "") -> Clause:
    """Build a clause."""
    return Clause(Locator(locator), kind, f"What {locator} says.", sets_aside=sets_aside)


def concerns(slug: str, draft: DistrictDraft) -> list[Concern]:
    """Run one check."""
    return list(checks.find(slug).run(draft))


def places(slug: str, draft: DistrictDraft) -> list[Place]:
    """Return the places at which one check finds something."""
    return [concern.place for concern in concerns(slug, draft)]
