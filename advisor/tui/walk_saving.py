"""How a walk is saved while it goes on, so that it can be taken up again; and the last decision that one came to."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import events, on

from advisor.plain_text import visible
from advisor.tui.beginning import BeginningApp, Shelf
from advisor.tui.screens.home import HomeScreen
from advisor.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.domain.consultation import Consultation
    from advisor.domain.decision import Decision
    from advisor.tui.resuming import Resumable
    from advisor.tui.saving import SavedAlong

_LONG: Final = 20.0
"""For how many seconds it stays in sight what became of a walk; Textual shows the rest for five."""


class WalkSavingApp(BeginningApp):
    """Saves the walk that is open at every answer, and offers those that are left over."""

    def __init__(self, library: Shelf, walks: Path | None, *, ansi_color: bool | None) -> None:
        super().__init__(library, ansi_color=ansi_color)
        self.decision: Decision | None = None
        """The last one reached."""
        self.consultation: Consultation | None = None
        """The one that came to it."""
        self._walks = walks
        self._saved_along: SavedAlong | None = None
        self._told_of_failure = False

    @on(WalkScreen.Changed)
    def _save_walk(self, event: WalkScreen.Changed) -> None:
        self._remember_decision(event.consultation)
        if self._walks is None:
            return
        if self._saved_along is None:
            from advisor.tui.saving import SavedAlong  # noqa: PLC0415 - not needed before the first answer

            self._saved_along = SavedAlong.begin(self._walks, self.group, self.given)
        if not self._saved_along.save(event.consultation) and not self._told_of_failure:
            self._told_of_failure = True
            self.notify(f"Answers cannot be saved in {visible(str(self._walks))}.", severity="warning", markup=False)

    def _remember_decision(self, consultation: "Consultation") -> None:
        decision = consultation.decision
        if decision is not None:
            self.decision, self.consultation = decision, consultation

    @on(WalkScreen.Left)
    def _leave_walk(self) -> None:
        """Let the walk that is open be taken up again; a finished one is done with."""
        # Textual calls this before the handlers of the classes it extends, so the next screen can offer the walk.
        if self._saved_along:
            self._saved_along.leave()
        self._saved_along = None

    def left_over(self) -> "Sequence[Resumable]":
        """Return the walks that can go on, the newest first; none where walks are not saved."""
        if self._walks is None:
            return ()
        from advisor.tui.resuming import resumables  # noqa: PLC0415 - `advisor walk` does without

        return resumables(self._walks, self._library)

    @on(HomeScreen.Resumed)
    async def _resume(self, event: HomeScreen.Resumed) -> None:
        from advisor.tui.resuming import told  # noqa: PLC0415 - loaded by now
        from advisor.tui.saving import SavedAlong  # noqa: PLC0415 - not needed before the first answer

        claimed = SavedAlong.claim(event.walk.left, event.walk.district)
        if claimed is None:
            await self._miss_walk()
            return
        self._saved_along, taken = claimed
        self._remember_decision(taken.consultation)
        await self.resume(event.walk.district, taken.consultation, self._saved_along.group)
        if news := told(taken, event.walk.district):
            self.notify(visible(news), timeout=_LONG, markup=False)

    @on(HomeScreen.Deleted)
    async def _delete(self, event: HomeScreen.Deleted) -> None:
        from advisor.storage.walk_files import WalkFile  # noqa: PLC0415 - loaded by now

        if file := WalkFile.claim(event.walk.left):
            file.discard()
            await self.go_home()
        else:
            await self._miss_walk()

    async def _miss_walk(self) -> None:
        self.notify("It is open in another window, or gone.", markup=False)
        await self.go_home()

    @on(events.Mount)
    def _tell_what_is_left_over(self) -> None:
        """Say after the first frame that the same walk was begun before."""
        self.call_after_refresh(self._tell_of_the_same_walk)

    def _tell_of_the_same_walk(self) -> None:
        if self._walks is None or self._begun is None:
            return
        from advisor.tui.resuming import is_left_over  # noqa: PLC0415 - not needed for the first frame

        if is_left_over(self._walks, self._here, self._begun):
            self.notify("A walk about this can go on: Escape leads to it.", markup=False)
