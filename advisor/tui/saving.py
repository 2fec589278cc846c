"""The walk that is saved while it goes on, so that none is lost however the app ends.

A folder that cannot be written costs the saving, never the walk.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.tree import Answer, Fact
from advisor.storage.saved_walks import SavedWalk, TakenUp, taken_up
from advisor.storage.walk_files import LeftOver, WalkFile

_NOTHING: Final[Mapping[Fact, Answer]] = {}


class SavedAlong:
    """Saves the one walk that this app has open, at every answer; make one with `begin` or `claim`."""

    def __init__(self, file: WalkFile, group: str, given: Mapping[Fact, Answer] = _NOTHING) -> None:
        self._file = file
        self._given = given
        self._saved: SavedWalk | None = None
        self.group = group
        """The group of the first screen that it began with; empty where its topics were named."""

    @classmethod
    def begin(cls, folder: Path, group: str = "", given: Mapping[Fact, Answer] = _NOTHING) -> "SavedAlong":
        """Begin a new walk; nothing is written before its first answer.

        Args:
            folder: where walks are saved.
            group: the group of the first screen that it began with; empty where its topics were named.
            given: the answers known before the first question.
        """
        return cls(WalkFile.begin(folder), group, given)

    @classmethod
    def claim(cls, left: LeftOver, district: District) -> "tuple[SavedAlong, TakenUp] | None":
        """Go on with a walk that is left over, over the trees of today.

        Args:
            left: the walk.
            district: its district.

        Returns:
            How it goes on; none where another app has it open, or it is gone.
        """
        file = WalkFile.claim(left)
        if file is None or file.saved is None:
            return None
        taken = taken_up(file.saved, district)
        along = cls(file, file.saved.group)
        along.save(taken.consultation)
        return along, taken

    def save(self, consultation: Consultation) -> bool:
        """Save how far the walk came; return whether that succeeded."""
        self._saved = self._saved.at(consultation) if self._saved else SavedWalk.of(consultation, self.group)
        return self._file.save(self._saved)

    def leave(self) -> None:
        """Let the walk be taken up again another time; one that is finished, or has no answer, is done with."""
        if self._saved and (self._saved.finished or self._saved.answers == self._given):
            self._file.discard()
        else:
            self._file.release()
