"""A policy as a person reads it: the gists of its clauses and, where that person imported them, its official words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from advisor.domain.policy import Locator, Policy
from advisor.storage.official_words import OfficialWords, official_words_of, recall


@dataclass(frozen=True, slots=True)
class PolicyText:
    """What can be shown of a policy's clauses."""

    policy: Policy
    official: OfficialWords

    @classmethod
    def of(cls, policy: Policy) -> Self:
        """Return what can be shown to this person."""
        return cls(policy, recall(policy.district))

    def gist(self, cite: Locator) -> str:
        """Return what a citation says, in our words."""
        return self.policy.gist(cite)

    def quoted(self, cites: Iterable[Locator]) -> Mapping[Locator, str]:
        """Return, by citation, the official words; a citation of which nothing is known is left out."""
        return official_words_of(cites, self.policy, self.official)
