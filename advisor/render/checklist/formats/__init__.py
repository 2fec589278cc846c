"""The formats of a checklist, one a module, found by name: to add a format, add its file.

The module is named like the format; it defines ``ENDINGS``, how its files end, the usual ending first, and
``written(checklist)``. Whatever an author's text holds, it is shown as it was written and breaks nothing.
"""

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from advisor.render.checklist.model import Checklist

NAMES: Final = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))
"""The names of all formats."""


class _Module(Protocol):
    ENDINGS: tuple[str, ...]

    def written(self, checklist: "Checklist") -> str: ...


def written(checklist: "Checklist", name: str) -> str:
    """Return a checklist in one of the formats."""
    return _module(name).written(checklist)


def endings(name: str) -> tuple[str, ...]:
    """Return how files of a format end, without the dot, the usual ending first."""
    return _module(name).ENDINGS


def named_by_ending(ending: str) -> str | None:
    """Return the format that a file's ending names, without the dot and in any case; nothing where it names none."""
    return next((name for name in NAMES if ending.casefold() in (name, *endings(name))), None)


def _module(name: str) -> _Module:
    return cast("_Module", import_module(f"{__name__}.{name}"))
