"""The checks, one rule a module, found by name: to add a check, add its file.

The module is named like the check, with underscores; its docstring is what ``advisor explain`` prints, and its ``Bad:``
and ``Good:`` examples are run by the tests. It defines ``SEVERITY``, ``STAGE`` and ``check(draft)``.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final, Protocol, cast

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.errors import UnknownNameError

_UNUSED: Final = "unused-ignore"


class _Module(Protocol):
    SEVERITY: Severity
    STAGE: Stage
    check: Callable[[DistrictDraft], Iterator[Concern]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule about what authors write."""

    slug: str
    severity: Severity
    stage: Stage
    run: Callable[[DistrictDraft], Iterator[Concern]]
    """Yield everything that breaks the rule in a district."""

    @property
    def ignorable(self) -> bool:
        """Whether an author may accept what it finds."""
        return self.severity is Severity.WARNING and self.slug != _UNUSED


@cache
def slugs() -> tuple[str, ...]:
    """Return the names of all checks, sorted."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)))


@cache
def find(slug: str) -> Check:
    """Return a check by name.

    Raises:
        UnknownNameError: there is no such check.
    """
    module = cast("_Module", import_module(_module_name(slug)))
    return Check(slug, module.SEVERITY, module.STAGE, module.check)


def explanation(slug: str) -> str:
    """Return what a check means, why it matters, what to do, and a bad and a good example.

    Raises:
        UnknownNameError: there is no such check.
    """
    return (import_module(_module_name(slug)).__doc__ or "").strip() + "\n"


def _module_name(slug: str) -> str:
    if slug not in slugs():
        raise UnknownNameError("check", slug, slugs())
    return f"{__name__}.{slug.replace('-', '_')}"
