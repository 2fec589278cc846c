"""The keys that work on the screen below."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from advisor.tui.plain import plain
from advisor.tui.widgets.reading import Reading
from advisor.tui.widgets.rows import Row, Rows


class Key(NamedTuple):
    """A key, as it is printed on a keyboard, with what it does."""

    name: str
    does: str


def keys_of(screen: Screen[object]) -> list[Key]:
    """Return what the bindings in force do, several keys for one thing together."""
    names: dict[str, list[str]] = {}
    for _, binding, enabled, tooltip in screen.active_bindings.values():
        if enabled and tooltip:
            names.setdefault(tooltip, []).append(screen.app.get_key_display(binding))
    return [Key(" ".join(keys), does) for does, keys in names.items()]


class KeysScreen(ModalScreen[None]):
    """Lists keys; any way out closes it."""

    CSS_PATH = "keys.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", "Close", id="keys-close", tooltip="Close this list"),
    ]

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """Compose it with every key in it."""
        with Reading(id="keys"):
            yield Static(_rows(self._keys))


def _rows(keys: Sequence[Key]) -> Rows:
    width = max((len(key.name) for key in keys), default=0) + 2
    return Rows([Row(plain(key.name, "bold").pad_right(width - len(key.name)), plain(key.does)) for key in keys])
