"""The last line: the keys that matter now. It is one widget, redrawn, where Textual's own footer mounts one a key."""

from typing import Final, NamedTuple

from textual import events, on
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from advisor.tui.plain import plain


class Key(NamedTuple):
    """A key, as Textual and as a keyboard names it, with what it does."""

    key: str
    name: str
    does: str


class KeyBar(Static):
    """Shows the keys of the bindings in force; each can be clicked."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        padding: 0 1;
        background: $surface;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="key-bar")
        self._all_keys: tuple[Key, ...] = ()
        self._keys: tuple[Key, ...] = ()

    @on(events.Mount)
    def _follow_bindings(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._show_keys)

    def _show_keys(self, screen: Screen[object]) -> None:
        keys = tuple(
            Key(binding.key, self.app.get_key_display(binding), binding.description)
            for _, binding, enabled, _ in screen.active_bindings.values()
            if binding.show and enabled
        )
        if keys != self._all_keys:
            self._all_keys = keys
            self._show_those_that_fit()

    @on(events.Resize)
    def _show_those_that_fit(self) -> None:
        self._keys = fitting(self._all_keys, self.content_size.width)
        self.update(key_line(self._keys))

    @on(events.Click)
    def _press(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None:
            self._press_at(at.x)

    def _press_at(self, x: int) -> None:
        start = 0
        for key in self._keys:
            end = start + key_line((key,)).cell_length
            if start <= x < end:
                self.app.simulate_key(key.key)
                return
            start = end + len(_BETWEEN)


_BETWEEN: Final = "  "
_STAYING: Final = 2


def key_line(keys: tuple[Key, ...]) -> Content:
    """Return keys with what they do, on one line."""
    said = [Content.assemble(plain(key.name, "bold $accent"), " ", plain(key.does)) for key in keys]
    return Content(_BETWEEN).join(said)


def fitting(keys: tuple[Key, ...], width: int) -> tuple[Key, ...]:
    """Return as many keys as have room; the last two stay longest, because they list all keys and end the app."""
    shown = list(keys)
    while len(shown) > 1 and key_line(tuple(shown)).cell_length > width:
        del shown[max(0, len(shown) - _STAYING - 1)]
    return tuple(shown)
