"""What a person takes away of a decision: a checklist in a file, a copy of it, or a record with their note."""

from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import on

from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.tui.screens.walk import WalkScreen
from advisor.tui.walk_saving import WalkSavingApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.tui.screens.line import Asked


class TakingAwayApp(WalkSavingApp):
    """Writes files and records, and copies; only the app does, whatever screen it is for."""

    @on(WalkScreen.SaveRequested)
    async def _ask_for_a_file(self, event: WalkScreen.SaveRequested) -> None:
        from advisor.tui.export import asked_for_file, save_checklist  # noqa: PLC0415 - not needed before a verdict

        def take(_: WalkScreen, name: str) -> str:
            try:
                file = save_checklist(event.checklist, name)
            except AdvisorError as error:
                return str(error)
            self.notify(f"Saved as {visible(str(file))}", markup=False)
            return ""

        await self._ask(asked_for_file(event.checklist, Path()), take)

    @on(WalkScreen.NoteRequested)
    async def _ask_for_a_note(self, event: WalkScreen.NoteRequested) -> None:
        from advisor.tui.export import asked_for_note  # noqa: PLC0415 - not needed before a verdict

        def take(walking: WalkScreen, note: str) -> str:
            from advisor.domain.record import require_plain_note  # noqa: PLC0415 - not needed before a verdict

            try:
                require_plain_note(note)
            except AdvisorError as error:
                return str(error)
            walking.add_note(note)
            return ""

        await self._ask(asked_for_note(event.note), take)

    @on(WalkScreen.CopyRequested)
    def _copy(self, event: WalkScreen.CopyRequested) -> None:
        from advisor.render.checklist import written  # noqa: PLC0415 - not needed before a verdict
        from advisor.tui.export import copy_natively  # noqa: PLC0415 - not needed before a verdict

        text = written(event.checklist, "text")
        self.copy_to_clipboard(text)
        Thread(target=copy_natively, args=(text,), name="clipboard", daemon=True).start()
        self.notify("Sent to your terminal's clipboard.", markup=False)

    @on(WalkScreen.KeepRequested)
    def _keep_record(self, event: WalkScreen.KeepRequested) -> None:
        from advisor.storage.records import keep_record  # noqa: PLC0415 - not needed before a verdict

        decision = event.decided.decision
        earlier = next((file for each, file in event.kept if each == decision), None)
        try:
            file = keep_record(event.decided, event.stamp, earlier)
        except AdvisorError as error:
            self.notify(visible(str(error)), severity="error", markup=False)
            return
        if earlier is None:
            event.kept.append((decision, file))
        self.notify(f"On record{' anew' if earlier else ''} as {visible(file.stem)}", markup=False)

    async def _ask(self, asked: "Asked", take: "Callable[[WalkScreen, str], str]") -> None:
        """Ask for a line above the walk, until it can be taken or the person leaves it."""
        from advisor.tui.screens.line import LineScreen  # noqa: PLC0415 - not needed before a verdict

        walking = self.screen
        if isinstance(walking, WalkScreen):
            await self.show_above(walking, LineScreen(asked, partial(take, walking)), self._go_on)

    def _go_on(self, _: None) -> None:
        """Follow the keys that were pressed while the line was taken."""
        self.call_after_refresh(self.follow_keys)
