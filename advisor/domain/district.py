"""A district: its policy and its trees, as drafted by authors and as proved sound."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from advisor.domain.applicability import if_bound, if_it_applies
from advisor.domain.consultation import Consultation
from advisor.domain.finding import Source
from advisor.domain.policy import DistrictSlug, Policy, TopicSlug
from advisor.domain.topic import SCOPE, WHEN, FirstFact, Topic, Topics
from advisor.domain.tree import Answer, Fact, NodeId, Outcome, Question, SoundTree, Tree, questions_by_fact
from advisor.domain.verdict import Verdict
from advisor.errors import UnknownNameError

_WHO_ALWAYS_KNOWS: Final = "your supervisor"


@dataclass(frozen=True, slots=True)
class TreeDraft:
    """A tree as written, with where each thing in it stands."""

    tree: Tree
    source: Source


@dataclass(frozen=True, slots=True)
class DistrictDraft:
    """All that authors wrote for one district, not yet proved sound."""

    slug: DistrictSlug
    policy: Policy
    policy_source: Source
    topics: Topics
    topics_source: Source
    trees: tuple[TreeDraft, ...]


@dataclass(frozen=True, slots=True)
class District:
    """A district whose trees are all sound: what the shells work with."""

    slug: DistrictSlug
    policy: Policy
    topics: Topics
    trees: Mapping[TopicSlug, SoundTree]
    """By topic, in menu order; a topic on which the policy says nothing has a tree that asks nothing."""

    @property
    def questions(self) -> Mapping[Fact, Question]:
        """Each fact that some tree asks, with the question that asks it."""
        return questions_by_fact(self.trees.values())

    @property
    def always(self) -> tuple[TopicSlug, ...]:
        """The topics that apply to whatever a person wants to do."""
        return tuple(topic.topic for topic in self._listed if not topic.when)

    def first_facts(self, group: str) -> tuple[FirstFact, ...]:
        """Return the facts that say which topics of a group apply, and which of those on when something is done."""
        needed = {fact for topic in self._listed if topic.group in {group, WHEN} for fact in topic.when}
        return tuple(first for first in self.topics.facts if first.fact in needed)

    @property
    def about_the_person(self) -> Mapping[Fact, Question]:
        """The questions of the topic of who is bound whose answers stay the same from one post to the next, by fact.

        They are the one that it begins with, and those that no other topic asks. What other topics ask too, such as
        where something would appear, is about what the person wants to do.
        """
        scope = self.trees.get(SCOPE)
        if scope is None:
            return {}
        elsewhere = questions_by_fact(tree for tree in self.trees.values() if tree is not scope)
        begins_with = scope.questions[scope.start].fact if scope.questions else None
        return {
            fact: question
            for fact, question in questions_by_fact([scope]).items()
            if fact == begins_with or fact not in elsewhere
        }

    @property
    def whom_to_ask(self) -> str:
        """Who knows, where no topic fits: the first whom the topic of who is bound names."""
        scope = self.trees.get(SCOPE)
        named = [scope.questions[node].ask_whom for node in scope.order] if scope else []
        return next(filter(None, named), _WHO_ALWAYS_KNOWS)

    @property
    def _listed(self) -> tuple[Topic, ...]:
        return tuple(topic for topic in self.topics.topics if topic.topic in self.trees)

    def choose(self, topics: Iterable[str]) -> tuple[SoundTree, ...]:
        """Return the trees of some topics in menu order, each once.

        Raises:
            UnknownNameError: there is no such topic; the first one is named.
        """
        wanted = dict.fromkeys(topics)
        for topic in wanted:
            if topic not in self.trees:
                raise UnknownNameError("topic", topic, self.trees, f" in {self.slug}")
        return tuple(self.trees[topic] for topic in self.trees if topic in wanted)

    def consult(self, topics: Iterable[str], answers: Mapping[Fact, Answer] | None = None) -> Consultation:
        """Begin a consultation about some topics. With the topic of who is bound among them, it comes first.

        Raises:
            UnknownNameError: there is no such topic, or a question does not offer the answer given to it.
        """
        return Consultation.begin(_scope_first(self.choose(topics)), answers)

    def consult_by_first_facts(self, answers: Mapping[Fact, Answer]) -> Consultation:
        """Begin a consultation about the topics that some facts of the first screen touch, and those that always apply.

        Args:
            answers: by fact; a fact of the first screen that is left out does not hold.

        Raises:
            UnknownNameError: a question does not offer the answer given to it.
        """
        listed = {topic.topic: topic for topic in self.topics.topics}
        trees = [if_it_applies(tree, listed[topic], self.topics.facts) for topic, tree in self.trees.items()]
        unticked = {first.fact: Answer("no") for first in self.topics.facts if first.fact not in answers}
        return Consultation.begin(_scope_first(trees), {**answers, **unticked})


def _scope_first(trees: Sequence[SoundTree]) -> tuple[SoundTree, ...]:
    """Put the tree of who is bound first, and let the others be asked only of those whom the policy binds."""
    scope = next((tree for tree in trees if tree.topic == SCOPE), None)
    if scope is None:
        return tuple(trees)
    return (scope, *(if_bound(tree, scope) for tree in trees if tree is not scope))


def silent_tree(policy: Policy, topic: Topic) -> SoundTree:
    """Return the tree of a topic on which a policy says nothing: it asks nothing and ends silent.

    Raises:
        KeyError: the policy does not list the topic as silent.
    """
    silent = policy.silent_on[topic.topic]
    end = NodeId("silent")
    outcome = Outcome(end, Verdict.SILENT, silent.because, ask=silent.ask, until_then=silent.until_then)
    return SoundTree(policy.district, topic.topic, topic.title, end, questions={}, outcomes={end: outcome}, order=())
