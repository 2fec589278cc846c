"""The walks that are saved on this machine, a file each, so that none is lost however its app ends.

The app that walks one holds a lock beside its file. Where nobody holds it, the walk is left over: it can be claimed,
by one app only. Nothing here raises: a walk that cannot be read is as good as none, one that cannot be saved says so.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from advisor.files import write_atomically
from advisor.storage.locks import Lock, is_held
from advisor.storage.saved_walks import SavedWalk, dump, load

MOST_LEFT_OVER: Final = 10
"""How many walks that nobody has open are kept when a new one begins."""

_LARGEST: Final = 2**18
_OURS: Final = re.compile(r"\.?([0-9a-f]{16})\.(?:json|lock).*")


def walks_folder() -> Path:
    """Return where walks are saved on this machine."""
    from platformdirs import user_state_path  # noqa: PLC0415 - only the app and `forget` need it

    return user_state_path("advisor", appauthor=False) / "walks"


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A walk that no running app has open."""

    file: Path
    walk: SavedWalk
    saved_at: float
    """When it was saved, in seconds of the system's clock."""


class WalkFile:
    """The file of one walk, which this app alone writes; make one with `begin`, or with `claim` from one left over."""

    def __init__(self, folder: Path, lock: Lock | None = None, saved: SavedWalk | None = None) -> None:
        self._folder = folder
        self._lock = lock
        self.saved = saved
        """What it holds."""

    @classmethod
    def begin(cls, folder: Path) -> Self:
        """Return a file for a new walk; it is made, and old left-overs are deleted, when the walk is first saved."""
        return cls(folder)

    @classmethod
    def claim(cls, left: LeftOver) -> Self | None:
        """Take over a walk that is left over, as it stands by now; none where it is gone or another was quicker."""
        with suppress(OSError):
            lock = Lock.take(_lock_file(left.file))
            if lock and (saved := _read(left.file)):
                return cls(left.file.parent, lock, saved)
            if lock:
                lock.remove()
        return None

    def save(self, walk: SavedWalk) -> bool:
        """Save how far the walk came, in place of what was saved before; return whether that succeeded.

        It fails where the disk is full or the folder read-only; the next call tries again. It fails for good once
        somebody deleted the walk meanwhile, as `advisor forget` does: what was to be forgotten is not written again.
        """
        try:
            self._lock = self._lock or _new_lock(self._folder)
            if not self._lock.stands:
                return False
            write_atomically(_walk_file(self._lock.file), dump(walk), private=True)
        except OSError:
            return False
        self.saved = walk
        return True

    def release(self) -> None:
        """Let go of the walk, which is left over then. What is saved next is another walk."""
        if self._lock:
            self._lock.release()
        self._lock = self.saved = None

    def discard(self) -> None:
        """Delete the walk. What is saved next is another walk."""
        if self._lock and self._lock.stands:
            _delete(self._lock)
        elif self._lock:
            self._lock.release()
        self._lock = self.saved = None


def left_over(folder: Path) -> tuple[LeftOver, ...]:
    """Return the walks that no running app has open, newest first.

    Finished ones are among them: an app that was killed while it showed the verdict has lost that to the person, and
    one that was left in order has discarded its walk. Walks without an answer are not; nothing of them is lost.
    """
    return tuple(
        LeftOver(file, walk, saved_at)
        for file, saved_at in _newest_first(folder)
        if not is_held(_lock_file(file)) and (walk := _read(file)) and (walk.answers or walk.dormant)
    )


def count_open(folder: Path) -> int:
    """Count the walks that running apps have open."""
    return sum(is_held(_lock_file(file)) for file, _ in _newest_first(folder))


def _lock_file(file: Path) -> Path:
    return file.with_suffix(".lock")


def _walk_file(lock_file: Path) -> Path:
    return lock_file.with_suffix(".json")


def _read(file: Path) -> SavedWalk | None:
    try:
        with file.open("rb") as stream:
            kept = stream.read(_LARGEST + 1)
        return load(kept.decode()) if len(kept) <= _LARGEST else None
    except (OSError, ValueError):
        return None


def _newest_first(folder: Path) -> list[tuple[Path, float]]:
    """Return the files of walks, each with the time when it was written."""
    found: list[tuple[Path, float]] = []
    for name in _ids(folder):
        file = folder / f"{name}.json"
        with suppress(OSError):
            if file.is_file() and not file.is_symlink():
                found.append((file, file.stat().st_mtime))
    return sorted(found, key=lambda each: each[1], reverse=True)


def _ids(folder: Path) -> list[str]:
    """Return the id of every walk of which there is anything."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are all that is needed
    except OSError:
        return []
    return sorted({ours[1] for name in names if (ours := _OURS.fullmatch(name))})


def _new_lock(folder: Path) -> Lock:
    """Make the folder ready for one more walk, and lock a name for that.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _tidy(folder)
    for _ in range(3):  # another app that tidies may have the lock for a moment
        if lock := Lock.take(folder / f"{os.urandom(8).hex()}.lock"):
            return lock
    raise OSError("no file could be locked")


def _tidy(folder: Path) -> None:
    """Delete all but the newest walks that nobody has open, and what is no walk because its app was killed."""
    walks = [file for file, _ in _newest_first(folder)]
    old = [file for file in walks if not is_held(_lock_file(file))][MOST_LEFT_OVER:]
    kept = {file.stem for file in walks} - {file.stem for file in old}
    for name in _ids(folder):
        with suppress(OSError):
            if name not in kept and (lock := Lock.take(folder / f"{name}.lock")):
                _delete(lock)


def _delete(lock: Lock) -> None:
    """Delete the walk of a lock that this app holds, what was half written of it, and the lock."""
    with suppress(OSError):
        for file in lock.file.parent.glob(f"*{lock.file.stem}.json*"):
            file.unlink(missing_ok=True)
    with suppress(OSError):
        lock.remove()
