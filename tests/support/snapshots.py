"""Snapshots that are read as files: each output in a file of its own, under its own name and with its true ending."""

import warnings
from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SerializedData, SnapshotIndex


class _NamedFile(SingleFileSnapshotExtension):
    """Keep a snapshot in ``__snapshots__/<test module>/<name>.<ending>``; the name may hold folders."""

    _write_mode = WriteMode.TEXT

    @classmethod
    def get_snapshot_name(cls, *, test_location: PyTestLocation, index: SnapshotIndex = 0) -> str:
        """Return the last part of the name; with more of it, every file would count as unused."""
        return Path(str(index)).name

    @classmethod
    def get_file_basename(cls, *, test_location: PyTestLocation, index: SnapshotIndex) -> str:
        """Return the name with its folders."""
        return str(index)

    @classmethod
    def write_snapshot(
        cls,
        *,
        snapshot_location: str,
        snapshots: list[tuple[SerializedData, PyTestLocation, SnapshotIndex]],
        name_order: dict[str, int] | None = None,
    ) -> None:
        """Write without the warning that the name is not the test's own."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            super().write_snapshot(snapshot_location=snapshot_location, snapshots=snapshots, name_order=name_order)


class TextFile(_NamedFile):
    """A snapshot in plain text."""

    file_extension = "txt"


class MarkdownFile(_NamedFile):
    """A snapshot in Markdown."""

    file_extension = "md"


class HtmlFile(_NamedFile):
    """A snapshot in HTML."""

    file_extension = "html"


class JsonFile(_NamedFile):
    """A snapshot in JSON."""

    file_extension = "json"


class ExactFile(_NamedFile):
    """A snapshot whose line ends matter, so it is bytes."""

    _write_mode = WriteMode.BINARY


class CsvFile(ExactFile):
    """A snapshot in CSV."""

    file_extension = "csv"


class ICalendarFile(ExactFile):
    """A snapshot in iCalendar."""

    file_extension = "ics"
