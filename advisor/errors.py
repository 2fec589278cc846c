"""The errors a user may see: each says what is wrong, where, and what to do.

Every error that crosses a package border is one of these; a shell prints its text as one line and never a traceback.
"""

from collections.abc import Iterable

from advisor.plain_text import visible


class AdvisorError(Exception):
    """The root of all errors meant for a user; its text is the whole message."""


class UnreadableFileError(AdvisorError):
    """Raise when a file or folder cannot be read or written."""


class ExistingFileError(UnreadableFileError):
    """Raise when a file is there already, and nobody said that it may be replaced."""


class UnknownNameError(AdvisorError):
    """Raise when a person names something that does not exist; the message offers the nearest match.

    Args:
        kind: what was named, such as ``"district"``.
        name: what the person typed.
        known: every name that would have been right.
        where: added after the name, such as ``" in moorhead"``.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], where: str = "") -> None:
        super().__init__(f'there is no {kind} "{visible(name)}"{where}{suggestion(name, known)}')


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the nearest known name, or lists the few there are.

    >>> suggestion("studnet-images", ["student-images", "team-accounts"])
    ' — did you mean "student-images"?'
    >>> suggestion("xyz", ["yes", "no"])
    ' — there is: yes, no'
    >>> suggestion("xyz", [])
    ''
    """
    from difflib import get_close_matches  # noqa: PLC0415 - costs 4 ms and is needed only after a typing mistake

    names = list(known)
    comparable = 1_000
    nearest = get_close_matches(name.casefold(), names, n=1) if len(names) <= comparable else []
    if nearest:
        return f' — did you mean "{nearest[0]}"?'
    few = 12
    if 0 < len(names) <= few:
        return f" — there is: {', '.join(names)}"
    return ""
