"""Topics and the facts of the first screen: what can be asked, and when each topic applies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from advisor.domain.policy import TopicSlug
from advisor.domain.tree import Answer, Fact

SCOPE: Final = TopicSlug("scope")
"""The topic of who is bound, and where. Its facts are asked once, before all others."""

WHEN: Final = "when"
"""The group of the topics about when and by what means something is done; they go with every other group."""


@dataclass(frozen=True, slots=True)
class FirstFact:
    """A yes-or-no fact of the first screen."""

    fact: Fact
    say: str
    obtain: Mapping[Answer, str]
    """How each answer can still be brought about, for those that can."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing staff ask about."""

    topic: TopicSlug
    title: str
    group: str
    when: Mapping[Fact, Answer]
    """It applies when all of these hold; empty means always."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """Everything that can be asked, in menu order."""

    facts: tuple[FirstFact, ...]
    topics: tuple[Topic, ...]

    def find(self, slug: str) -> Topic | None:
        """Return the topic of that name, if there is one."""
        return next((topic for topic in self.topics if topic.topic == slug), None)


def named_after(topics: Sequence[TopicSlug]) -> str:
    """Return a short name for what is about some topics: the first one asked about, and how many there are besides.

    >>> named_after(["scope", "kites", "banners"]), named_after(["scope"])
    ('kites-and-1-more', 'scope')
    """
    asked = [topic for topic in topics if topic != SCOPE] or topics
    more = len(asked) - 1
    return f"{asked[0]}-and-{more}-more" if more else asked[0]
