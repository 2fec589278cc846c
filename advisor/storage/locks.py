"""Locks on files that the operating system lets go of when their process ends, however it ends."""

import errno
import os
import sys
from pathlib import Path
from typing import Final, Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD_BY_ANOTHER: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


class Lock:
    """A lock that this process holds until it releases it or ends; make one with `Lock.take`.

    Whoever deletes its file takes the lock away.
    """

    def __init__(self, file: Path, descriptor: int) -> None:
        self.file = file
        self._descriptor = descriptor

    @classmethod
    def take(cls, file: Path) -> Self | None:
        """Take a lock, or return none where another has it.

        A file system that has no locks gives it to everyone.

        Raises:
            OSError: its file cannot be made.
        """
        lock = cls(file, os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        if _locked(lock._descriptor, alone=True) and lock.stands:
            return lock
        lock.release()
        return None

    @property
    def stands(self) -> bool:
        """Whether its file is still there."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.file.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let go of it; its file stays."""
        os.close(self._descriptor)

    def remove(self) -> None:
        """Delete its file and let go of it.

        Raises:
            OSError: its file cannot be deleted; it is let go of all the same.
        """
        if sys.platform == "win32":  # where an open file cannot be deleted
            self.release()
            self.file.unlink(missing_ok=True)
        else:
            try:
                self.file.unlink(missing_ok=True)
            finally:
                self.release()


def is_held(file: Path) -> bool:
    """Tell whether another has a lock, or its file cannot be asked."""
    try:
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not _locked(descriptor, alone=False)
    finally:
        os.close(descriptor)


def _locked(descriptor: int, *, alone: bool) -> bool:
    """Lock an open file; return whether nobody else has it locked.

    Args:
        descriptor: the file.
        alone: whether nobody else may lock it meanwhile; else those may who do not want to be alone either, so that
            two who only ask are not in each other's way.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD_BY_ANOTHER
    return True
