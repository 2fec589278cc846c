"""A three-line builder for tiny trees, so that a test shows the whole tree it is about."""

from collections.abc import Mapping

from advisor.analysis.soundness import sound_tree
from advisor.domain.district import District
from advisor.domain.policy import Clause, ClauseKind, DistrictSlug, Locator, Policy, TopicSlug
from advisor.domain.topic import Topic, Topics
from advisor.domain.tree import Answer, Fact, NodeId, Option, Outcome, Question, SoundTree, Tree
from advisor.domain.verdict import Verdict

DISTRICT = DistrictSlug("example")
CLAUSE = Locator("I ¶1")


def tiny_tree(
    questions: Mapping[str, Mapping[str, str]],
    outcomes: Mapping[str, str | Outcome],
    topic: str = "student-images",
) -> SoundTree:
    """Build a sound tree; the first question is the start, and each question's id is its fact.

    Args:
        questions: question id to its options, answer to target.
        outcomes: outcome id to its verdict, or to a whole outcome; ``silent`` means silent until deny.
        topic: the tree's topic.
    """
    return sound_tree(
        Tree(
            district=DISTRICT,
            topic=TopicSlug(topic),
            title=topic.replace("-", " ").capitalize(),
            start=NodeId(next(iter(questions))),
            questions={NodeId(id_): _question(id_, options) for id_, options in questions.items()},
            outcomes={NodeId(id_): _outcome(id_, given) for id_, given in outcomes.items()},
        )
    )


def _question(id_: str, options: Mapping[str, str]) -> Question:
    return Question(
        id=NodeId(id_),
        fact=Fact(id_),
        ask=f"{id_.replace('-', ' ').capitalize()}?",
        options=tuple(Option(Answer(a), a.capitalize(), NodeId(then)) for a, then in options.items()),
        cites=(CLAUSE,),
    )


def _outcome(id_: str, given: str | Outcome) -> Outcome:
    if isinstance(given, Outcome):
        return given
    verdict = Verdict(given)
    silent = verdict is Verdict.SILENT
    return Outcome(
        id=NodeId(id_),
        verdict=verdict,
        because=f"Because of {id_}.",
        cites=() if silent else (CLAUSE,),
        ask="the school office" if silent else "",
        until_then=Verdict.DENY if silent else None,
        near=(CLAUSE,) if silent else (),
    )


def tiny_district(*trees: SoundTree) -> District:
    """Build a district around some trees, with a policy of one clause."""
    policy = Policy(
        district=DISTRICT,
        district_name="Example Public Schools",
        number="100",
        title="An Example",
        adopted="2020-01-01",
        revised=(),
        clauses=(Clause(CLAUSE, ClauseKind.PROHIBITION, "An example of a clause."),),
        silent_on={},
    )
    topics = tuple(Topic(tree.topic, tree.title, "post", {}) for tree in trees)
    return District(DISTRICT, policy, Topics((), topics), {tree.topic: tree for tree in trees})
