"""An invented district that uses everything a screen can show; a test may decorate every text of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from advisor.domain.district import District
from advisor.domain.policy import Clause, ClauseKind, DistrictSlug, Locator, Policy, TopicSlug
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import (
    Answer,
    Condition,
    Due,
    Fact,
    NodeId,
    Option,
    Outcome,
    Question,
    Reading,
    SoundTree,
)
from advisor.domain.verdict import Verdict

Text = Callable[[str], str]
SLUG = DistrictSlug("example")
KITES, BANNERS = TopicSlug("kites"), TopicSlug("banners")
FLIES, SHOWS, ROLE = Fact("flies"), Fact("shows"), Fact("role")
INDOORS, SIGNED = Locator("II ¶1"), Locator("II ¶2 s1")
YES, NO = Answer("yes"), Answer("no")


def as_it_is(text: str) -> str:
    return text


def sample_district(text: Text = as_it_is) -> District:
    """Build a district of two topics that share a fact.

    Args:
        text: what becomes of every text that an author would have written.
    """
    policy = Policy(
        district=SLUG,
        district_name=text("Example Public Schools"),
        number=text("100"),
        title=text("Flying Things at School"),
        adopted="2020-01-01",
        revised=(),
        clauses=(
            Clause(INDOORS, ClauseKind.PROHIBITION, text("Nothing is flown indoors.")),
            Clause(SIGNED, ClauseKind.CONDITION, text("Outdoors, a signed form of the principal is needed first.")),
        ),
        silent_on={},
    )
    trees = {KITES: _kites(text), BANNERS: _banners(text)}
    topics = tuple(Topic(slug, tree.title, "post", {}, (text("wind"),)) for slug, tree in trees.items())
    return District(SLUG, policy, Topics((), topics), trees)


def starting_district(text: Text = as_it_is) -> District:
    """Build the district of `sample_district` with facts of the first screen, and a topic of who is bound.

    Args:
        text: what becomes of every text that an author would have written.
    """
    flying = sample_district(text)
    facts = (FirstFact(FLIES, text("Something flies"), {}), FirstFact(SHOWS, text("Words can be read on it"), {}))
    topics = (
        Topic(KITES, flying.trees[KITES].title, "post", {FLIES: YES}, (text("wind"), "string")),
        Topic(BANNERS, flying.trees[BANNERS].title, "account", {SHOWS: YES}, ("words",)),
        Topic(SCOPE, text("Who is bound"), "always", {}),
    )
    return replace(flying, topics=Topics(facts, topics), trees={**flying.trees, SCOPE: _scope(text)})


def _scope(text: Text) -> SoundTree:
    role = Question(
        NodeId("role"),
        ROLE,
        text("Which of these are you?"),
        (
            Option(Answer("employee"), text("An employee"), NodeId("bound")),
            Option(Answer("outsider"), text("Someone else"), NodeId("not-bound")),
        ),
        cites=(INDOORS,),
        ask_whom=text("the front office"),
    )
    bound = Outcome(NodeId("bound"), Verdict.ALLOW, text("The policy binds you."), (INDOORS,))
    not_bound = Outcome(
        NodeId("not-bound"),
        Verdict.SILENT,
        text("It is not for you."),
        ask=text("the front office"),
        until_then=Verdict.ALLOW,
        unbound=True,
    )
    return _tree(text, SCOPE, "Who is bound", (role,), {each.id: each for each in (bound, not_bound)})


def _kites(text: Text) -> SoundTree:
    place = Question(
        NodeId("place"),
        Fact("place"),
        text("Where would the kite be flown?"),
        (
            Option(Answer("inside"), text("Inside a school building"), NodeId("inside")),
            Option(Answer("outside"), text("Outside, on a field of the school"), NodeId("form")),
            Option(Answer("elsewhere"), text("Somewhere else"), NodeId("elsewhere")),
        ),
        help=text("A covered walk counts as inside."),
        cites=(INDOORS,),
        ask_whom=text("the caretaker"),
    )
    return _tree(text, KITES, "Kites", (place, _form(text)), _outcomes(text))


def _banners(text: Text) -> SoundTree:
    return _tree(text, BANNERS, "Banners", (_form(text, "signed-banner", "unsigned-banner"),), _banner_outcomes(text))


def _tree(
    text: Text, slug: TopicSlug, title: str, questions: tuple[Question, ...], outcomes: Mapping[NodeId, Outcome]
) -> SoundTree:
    return SoundTree(
        SLUG,
        slug,
        text(title),
        questions[0].id,
        {question.id: question for question in questions},
        outcomes,
        order=tuple(question.id for question in questions),
    )


def _form(text: Text, yes: str = "signed", no: str = "unsigned") -> Question:
    return Question(
        NodeId("form"),
        Fact("form"),
        text("Did the principal sign the form?"),
        (Option(YES, "Yes", NodeId(yes)), Option(NO, "No", NodeId(no))),
        cites=(SIGNED,),
        obtain={YES: text("Have the principal sign the form.")},
        ask_whom=text("the principal"),
    )


def _outcomes(text: Text) -> Mapping[NodeId, Outcome]:
    def condition(do: str, due: Due) -> Condition:
        return Condition(text(do), text("the teacher"), due, (SIGNED,))

    found = (
        Outcome(NodeId("inside"), Verdict.DENY, text("Flying indoors is ruled out."), (INDOORS,)),
        Outcome(
            NodeId("signed"),
            Verdict.ALLOW,
            text("A signed form lifts the rule."),
            (SIGNED,),
            conditions=(
                condition("Take the kite down again.", Due.AFTER),
                condition("Check the wind.", Due.BEFORE),
                condition("Hold the string.", Due.POSTING),
                condition("Renew the form.", Due.YEARLY),
            ),
        ),
        Outcome(
            NodeId("unsigned"),
            Verdict.DENY,
            text("Without the form the rule stands."),
            (SIGNED,),
            readings=(
                Reading(text("It governs flying only."), Verdict.ALLOW, (INDOORS,)),
                Reading(text("It governs holding a kite too."), Verdict.DENY, (SIGNED,)),
            ),
        ),
        Outcome(
            NodeId("elsewhere"),
            Verdict.SILENT,
            text("It speaks of school grounds only."),
            ask=text("the district office"),
            until_then=Verdict.DENY,
            near=(INDOORS,),
        ),
    )
    return {outcome.id: outcome for outcome in found}


def _banner_outcomes(text: Text) -> Mapping[NodeId, Outcome]:
    found = (
        Outcome(NodeId("signed-banner"), Verdict.ALLOW, text("A banner may be flown with the form."), (SIGNED,)),
        Outcome(NodeId("unsigned-banner"), Verdict.DENY, text("A banner needs the form as well."), (SIGNED,)),
    )
    return {outcome.id: outcome for outcome in found}
