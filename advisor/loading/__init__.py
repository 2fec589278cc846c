"""Text to domain: the only place that knows YAML and reads trees."""

from errno import EINVAL
from pathlib import Path
from stat import S_ISREG
from typing import Final

POLICY_FILE: Final = "policy.yaml"
"""The file of a district's register."""

TOPICS_FILE: Final = "topics.yaml"
"""The file that says what can be asked."""

MAX_BYTES: Final = 1_000_000
"""The largest file that is read."""


def content(file: Path) -> bytes:
    """Return a file's bytes, one more than are accepted at most.

    Raises:
        OSError: it cannot be read, or is a pipe or a device, which might never end.
    """
    if not S_ISREG(file.stat().st_mode):
        raise OSError(EINVAL, "It is no regular file")
    with file.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
