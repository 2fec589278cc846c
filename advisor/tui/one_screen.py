"""An app that shows one screen at a time, and in which every key goes to the screen it was meant for.

A key that is pressed after a choice, but before the screen is there to which the choice leads, waits for that screen.
"""

from collections.abc import Callable
from typing import TypeVar

from textual import events, on
from textual.app import App, ReturnType
from textual.screen import Screen
from textual.widgets import Input

from advisor.tui.screens.base import InTurnScreen, Leavable

ScreenResult = TypeVar("ScreenResult")


class OneScreenApp(App[ReturnType]):
    """Replaces screens and keeps the order of keys typed faster than screens are drawn."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: list[events.Key] = []

    async def show(self, screen: Screen[None]) -> None:
        """Put a screen in place of the one before; Textual cannot replace the very first, so that one stays below."""
        if len(self.screen_stack) > 1:
            await self.switch_screen(screen)
        else:
            await self.push_screen(screen)
        await self.follow_keys()

    async def show_above(
        self, below: InTurnScreen, screen: Screen[ScreenResult], take: Callable[[ScreenResult | None], None]
    ) -> None:
        """Put a screen above another, which goes on with what that returns."""
        await self.push_screen(screen, take)
        below.return_to()
        await self.follow_keys()

    @on(events.Key)
    async def _take_key(self, event: events.Key) -> None:
        """Let a key wait, or go where the focus went after it was pressed."""
        if self._waiting or self._screen_is_left():
            event.prevent_default()
            self._waiting.append(event)
            await self.follow_keys()
        elif self._type(event):
            event.prevent_default()

    async def follow_keys(self) -> None:
        """Let the keys that waited go where the focus is by now."""
        while self._waiting and not self._screen_is_left():
            if not self.screen.is_mounted:
                self.call_after_refresh(self.follow_keys)
                return
            event = self._waiting.pop(0)
            bound = self.screen.active_bindings.get(event.key)
            if not self._type(event) and bound and bound.enabled:
                await self.run_action(bound.binding.action, bound.node)

    @on(InTurnScreen.Stayed)
    async def _stay(self) -> None:
        await self.follow_keys()

    def _screen_is_left(self) -> bool:
        return isinstance(self.screen, Leavable) and self.screen.left

    def _type(self, event: events.Key) -> bool:
        """Type a letter where letters are typed; they come here only if the focus was still elsewhere."""
        if not isinstance(self.focused, Input) or not event.is_printable or event.character is None:
            return False
        self.focused.insert_text_at_cursor(event.character)
        return True
