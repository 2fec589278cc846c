"""The official words of clauses, where this person imported them."""

from collections.abc import Iterable, Mapping

from advisor.domain.district import District
from advisor.domain.policy import Locator
from advisor.storage.official_words import official_words_of, recall


def official_words(cites: Iterable[Locator], district: District) -> Mapping[Locator, str]:
    """Return, by citation, what the official text says there; a citation of which nothing is known is left out."""
    return official_words_of(cites, district.policy, recall(district.slug))
