"""A strict reader of iCalendar (RFC 5545), as far as checklists go: it refuses what a lenient one would let pass.

The ``icalendar`` package is no dependency of the tests; this is smaller, and knows which property belongs where.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r"(?P<name>[A-Z][A-Z-]*)(?P<parameters>(?:;[A-Z-]+=[A-Z-]+)*):(?P<value>.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.?)|([;,])", re.DOTALL)
_VALUES = {
    "VERSION": r"2\.0",
    "CALSCALE": "GREGORIAN",
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "DTSTART": r"\d{8}",
    "DUE": r"\d{8}",
    "STATUS": "NEEDS-ACTION|COMPLETED",
    "RRULE": "FREQ=YEARLY",
    "ACTION": "DISPLAY",
    "TRIGGER": r"-P\d+D",
    "UID": r"[0-9a-f]{32}@advisor\.invalid",
    "PRODID": r"[^;,\\]+",
}
_NEEDED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VTODO": {"UID", "DTSTAMP", "SUMMARY"},
    "VJOURNAL": {"UID", "DTSTAMP", "SUMMARY"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
_ALLOWED = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE"},
    "VTODO": {"UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "STATUS", "DTSTART", "DUE", "RRULE"},
    "VJOURNAL": {"UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "DTSTART"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
_INSIDE = {"VCALENDAR": {"VTODO", "VJOURNAL"}, "VTODO": {"VALARM"}, "VJOURNAL": set[str](), "VALARM": set[str]()}
_DATE = ";VALUE=DATE"
_PARAMETERS = {"DTSTART": _DATE, "DUE": _DATE, "TRIGGER": ";RELATED=END"}
_TEXTS = {"SUMMARY", "DESCRIPTION"}


@dataclass
class Component:
    """A part of a calendar: its properties, texts as they are meant, and the parts inside."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    inside: list["Component"] = field(default_factory=list)

    def named(self, name: str) -> list["Component"]:
        """Return the parts of a name."""
        return [each for each in self.inside if each.name == name]


def calendar(text: str) -> Component:
    """Read a calendar; an assertion fails where it is not one."""
    root = Component("")
    path = [root]
    for line in _unfolded(text):
        found = _LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            path.append(Component(value))
        elif name == "END":
            ended = path.pop()
            assert ended.name == value
            _check(ended)
            path[-1].inside.append(ended)
        else:
            assert name not in path[-1].properties, line
            assert found["parameters"] == _PARAMETERS.get(name, ""), line
            path[-1].properties[name] = _meant(name, value)
    (whole,) = root.inside
    assert path == [root]
    assert whole.name == "VCALENDAR"
    names = [each.properties["UID"] for each in whole.inside]
    assert len(set(names)) == len(names)
    return whole


def _unfolded(text: str) -> Iterator[str]:
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", "".join(lines))
    whole = ""
    for line in lines:
        if line.startswith(" "):
            assert whole
            whole += line[1:]
        else:
            if whole:
                yield whole
            whole = line
    yield whole


def _meant(name: str, value: str) -> str:
    if name not in _TEXTS:
        assert re.fullmatch(_VALUES[name], value), (name, value)
        return value

    def plain(found: re.Match[str]) -> str:
        assert found[1] in set("\\;,nN"), found
        return "\n" if found[1] in "nN" else found[1]

    return _ESCAPED.sub(plain, value)


def _check(part: Component) -> None:
    assert part.properties.keys() >= _NEEDED[part.name], part
    assert part.properties.keys() <= _ALLOWED[part.name], part
    assert {each.name for each in part.inside} <= _INSIDE[part.name], part
    assert part.name != "VCALENDAR" or part.inside, "a calendar may not be empty"
    begins, due = part.properties.get("DTSTART"), part.properties.get("DUE")
    assert "RRULE" not in part.properties or begins
    assert not part.named("VALARM") or due
    assert due is None or begins is None or begins < due
