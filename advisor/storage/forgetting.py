"""All that Advisor keeps for a person on this machine, and how it is deleted.

Only what Advisor wrote is deleted, by its name. The person's own trees stay, and so does what they saved elsewhere.
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FOLDERS: Final = {
    "walks": "walks to resume",
    "official-words": "words of official texts",
    "records": "records",
}
"""The folders that are deleted whole, each with what it holds."""

_COMPILED: Final = f"{'[0-9a-f]' * 32}.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing that is kept in one folder."""

    what: str
    folder: Path
    paths: tuple[Path, ...]
    """What is to be deleted, in that order."""
    files: int
    """How many files that is; locks, which hold nothing, are not counted."""


def kept() -> tuple[Kept, ...]:
    """Find all that Advisor keeps for a person on this machine."""
    state, data, cache, log = _homes()
    temporary = Path(tempfile.gettempdir())
    crashes = filter(_is_mine, _named(temporary, "advisor-crash-*.txt"))
    found = [
        _kept(
            "district and theme chosen last, and who you are",
            state,
            _named(state, "remembered.json", ".remembered.json.*"),
        ),
        *(
            _kept(what, folder, _with_content(folder))
            for name, what in _FOLDERS.items()
            for folder in dict.fromkeys((state / name, data / name))
        ),
        _kept("details of crashes", log, _named(log, "*crash-*.txt")),
        _kept("details of crashes", temporary, crashes),
        _kept("cache of trees", cache, _named(cache, f"*/{_COMPILED}", f"*/.{_COMPILED}.*")),
    ]
    return tuple(each for each in found if each.paths)


def forget(things: Iterable[Kept]) -> Mapping[Path, str]:
    """Delete things that are kept, as far as that is possible.

    A walk that is open in a running app is deleted like any other, and that app saves no more of it. Where an open
    file cannot be deleted, as on Windows, its lock is among what is left, and the app goes on.

    Returns:
        What could not be deleted, each with the reason.
    """
    paths = [path for thing in things for path in thing.paths]
    left: dict[Path, str] = {}
    for path in paths:
        try:
            _delete(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            if not any(path in below.parents for below in left):
                left[path] = error.strerror or str(error)
    _delete_empty({path.parent for path in paths} | set(_homes()))
    return left


def _homes() -> tuple[Path, Path, Path, Path]:
    """Return the folders for state, data, cache and log; on some systems, several are one."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - help needs none of it

    folders = PlatformDirs("advisor", appauthor=False)
    return folders.user_state_path, folders.user_data_path, folders.user_cache_path, folders.user_log_path


def _kept(what: str, folder: Path, paths: Iterable[Path]) -> Kept:
    listed = tuple(paths)
    return Kept(what, folder, listed, sum(not _is_lock(path.name) and not path.is_dir() for path in listed))


def _named(folder: Path, *patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted(folder.glob(pattern))


def _is_mine(file: Path) -> bool:
    """Tell whether a file in a folder that all may write belongs to the person."""
    if sys.platform == "win32":  # where everyone has a folder of their own
        return True
    else:  # noqa: RET505 - mypy reads only one of the two
        try:
            return file.lstat().st_uid == os.getuid()
        except OSError:
            return False


def _with_content(folder: Path) -> Iterator[Path]:
    """Yield everything in a folder and then the folder; a link is not followed.

    Locks come before the walks that they lock: an app that has lost its lock saves no more.
    """
    if not os.path.lexists(folder):
        return
    for root, folders, files in os.walk(folder, topdown=False):
        links = (name for name in folders if Path(root, name).is_symlink())
        yield from (Path(root, name) for name in sorted([*files, *links], key=_is_lock, reverse=True))
        if Path(root) != folder:
            yield Path(root)
    yield folder


def _is_lock(name: str) -> bool:
    return name.endswith(".lock")


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()


def _delete_empty(folders: Iterable[Path]) -> None:
    """Delete those of some folders that hold nothing, but for the temporary one, which is not Advisor's."""
    for folder in sorted(folders, key=lambda each: len(each.parts), reverse=True):
        if folder != Path(tempfile.gettempdir()):
            with suppress(OSError):
                folder.rmdir()
