"""A calendar as the ``icalendar`` package reads it, and what that package lets pass: long lines, parts out of place.

The package takes an escaped backslash before an n for a line break, so texts are read here as well, by the letter.
"""

import re

from icalendar import Calendar, Todo
from icalendar.cal.component import Component

_LINE_END = "\r\n"
_OCTETS = 75
_ESCAPED = re.compile(r"\\(.?)|[;,]")
_ALLOWED = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE"},
    "VTODO": {"UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "STATUS", "DTSTART", "DUE", "RRULE"},
    "VJOURNAL": {"UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "DTSTART"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
_NEEDED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VTODO": {"UID", "DTSTAMP", "SUMMARY"},
    "VJOURNAL": {"UID", "DTSTAMP", "SUMMARY"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}


def calendar(text: str) -> Calendar:
    """Read a calendar; an assertion fails where it is not one."""
    lines = text.split(_LINE_END)
    assert not any(character < " " or character == "\x7f" for line in lines for character in line)
    assert max(len(line.encode()) for line in lines) <= _OCTETS
    whole = Calendar.from_ical(text)
    assert isinstance(whole, Calendar)
    for part in whole.walk():
        _check(part)
    assert whole.subcomponents, "a calendar may not be empty"
    names = [str(each.get("UID")) for each in whole.subcomponents]
    assert len(set(names)) == len(names)
    for part, summary in zip(whole.subcomponents, texts(text, "SUMMARY"), strict=True):
        assert "\\" in summary or str(part.get("SUMMARY")) == summary
    return whole


def texts(text: str, name: str) -> list[str]:
    """Return the texts of a name in all parts of a calendar, in order."""
    lines = text.replace(f"{_LINE_END} ", "").split(_LINE_END)
    return [_ESCAPED.sub(_meant, line.removeprefix(f"{name}:")) for line in lines if line.startswith(f"{name}:")]


def _meant(found: re.Match[str]) -> str:
    assert found[1] in set("\\;,nN"), found
    return "\n" if found[1] in "nN" else found[1]


def _check(part: Component) -> None:
    assert not part.errors, part.errors
    assert part.name in _ALLOWED
    assert _NEEDED[part.name] <= set(part) <= _ALLOWED[part.name]
    if isinstance(part, Todo):
        assert "DUE" in part or not part.walk("VALARM")
        assert "RRULE" not in part or "DTSTART" in part
        assert "DUE" not in part or str(part.DTSTART) < str(part.DUE)
