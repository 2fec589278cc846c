"""The walk that is saved while it goes on, so that none is lost however the app ends.

A folder that cannot be written costs the saving, never the walk.
"""

from pathlib import Path

from advisor.domain.consultation import Consultation
from advisor.storage.saved_walks import SavedWalk
from advisor.storage.walk_files import WalkFile


class SavedAlong:
    """Saves the one walk that this app has open, at every answer; make one with `begin`."""

    def __init__(self, file: WalkFile, group: str) -> None:
        self._file = file
        self._group = group
        self._saved: SavedWalk | None = None

    @classmethod
    def begin(cls, folder: Path, group: str = "") -> "SavedAlong":
        """Begin a new walk; nothing is written before its first answer.

        Args:
            folder: where walks are saved.
            group: the group of the first screen that it began with; empty where its topics were named.
        """
        return cls(WalkFile.begin(folder), group)

    def save(self, consultation: Consultation) -> bool:
        """Save how far the walk came; return whether that succeeded."""
        self._saved = self._saved.at(consultation) if self._saved else SavedWalk.of(consultation, self._group)
        return self._file.save(self._saved)

    def leave(self) -> None:
        """Let the walk be taken up again another time; a finished one is done with."""
        if self._saved and self._saved.finished:
            self._file.discard()
        else:
            self._file.release()
