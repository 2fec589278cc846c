"""The five verdicts, how strict each is, and the headline a person sees: a word and a symbol, never a colour alone."""

from enum import StrEnum
from typing import assert_never


class Verdict(StrEnum):
    """What the policy says of a case."""

    ALLOW = "allow"
    ALLOW_WITH_CONDITIONS = "allow-with-conditions"
    DENY = "deny"
    SILENT = "silent"
    DEPENDS = "depends"


class Headline(StrEnum):
    """The answer to "may I?", in words."""

    YES = "YES"
    YES_IF = "YES, IF"
    NO = "NO"
    NOT_YET = "NOT YET"

    @property
    def symbol(self) -> str:
        """The sign that stands beside the word."""
        return {"YES": "✓", "YES, IF": "✓…", "NO": "✗", "NOT YET": "?"}[self.value]


def strictness(verdict: Verdict, *, allowed: bool) -> int:
    """Rank a verdict for combination; the strictest of several topics is the combined one.

    >>> strictness(Verdict.SILENT, allowed=True) > strictness(Verdict.ALLOW_WITH_CONDITIONS, allowed=True)
    True
    """
    match verdict:
        case Verdict.ALLOW:
            return 0
        case Verdict.ALLOW_WITH_CONDITIONS:
            return 1
        case Verdict.SILENT:
            return 2 if allowed else 4
        case Verdict.DEPENDS:
            return 3
        case Verdict.DENY:
            return 5
        case _:
            assert_never(verdict)


def headline(verdict: Verdict, *, allowed: bool, conditional: bool) -> Headline:
    """Return the headline for a verdict.

    Args:
        verdict: the verdict.
        allowed: whether it permits the act as things stand.
        conditional: whether a condition is still to be met.
    """
    if verdict is Verdict.DENY:
        return Headline.NO
    if not allowed:
        return Headline.NOT_YET
    return Headline.YES_IF if conditional else Headline.YES


def reason(verdict: Verdict, *, allowed: bool, partly: bool = False) -> str:
    """Return the line under the headline that says what kind of verdict it is; empty where the headline says it all.

    Args:
        verdict: the verdict.
        allowed: whether it permits the act as things stand.
        partly: whether it is the verdict on a part of the act only.
    """
    silent = "On a part of this the policy does not say" if partly else "The policy does not say"
    match verdict:
        case Verdict.SILENT if allowed:
            return f"{silent}; nothing in it forbids this."
        case Verdict.SILENT:
            return f"{silent}. Ask before you go ahead."
        case Verdict.DEPENDS:
            return "It depends on what is not known yet. Find out first."
        case Verdict.ALLOW | Verdict.ALLOW_WITH_CONDITIONS | Verdict.DENY:
            return ""
        case _:
            assert_never(verdict)
