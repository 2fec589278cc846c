"""Text from authors made harmless inside another language: whatever it holds, it is shown as it was written."""

import re
from html import escape
from typing import Final

from advisor.plain_text import visible

_MARKDOWN: Final = re.compile(r"[\\`*_{}\[\]<>&|~$#^@!]|:(?=\S)|(?<=www)\.")
_MARKDOWN_START: Final = re.compile(r"^(\s*)(\d*)([-+=.)])")
_MERMAID: Final = re.compile(r"_|[^\w ,.?':¶§-]|(?<=\d)\.|(?<!\w)-", re.ASCII)
_FORMULA: Final = re.compile(r"\s*'*\s*[=+\-@＝＋－＠]")
_ICALENDAR: Final = re.compile(r"[\\;,]")


def markdown(text: str) -> str:
    r"""Return the text so that Markdown shows it as written, without a link, a heading, a list, a cell or a tag.

    >>> print(markdown("1. [x](javascript:alert) <b> a|b"))
    1\. \[x\](javascript\:alert) \<b\> a\|b
    """
    escaped = _MARKDOWN.sub(lambda found: f"\\{found[0]}", visible(text))
    return _MARKDOWN_START.sub(r"\1\2\\\3", escaped)


def mermaid(text: str) -> str:
    """Return the text for a quoted Mermaid label; all that the language could read is written as a character's number.

    >>> mermaid('say "hi" <b>')
    'say #34;hi#34; #60;b#62;'
    """
    return _MERMAID.sub(lambda found: f"#{ord(found[0])};", visible(text))


def dot(text: str) -> str:
    r"""Return the text for a quoted string of the DOT language.

    >>> print(dot('a "b" \\N &amp;'))
    a \"b\" \\N &amp;amp;
    """
    return visible(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def html(text: str) -> str:
    """Return the text for an element or a quoted attribute of HTML.

    >>> html('<b class="x">')
    '&lt;b class=&quot;x&quot;&gt;'
    """
    return escape(visible(text))


def csv_cell(text: str) -> str:
    """Return the text for a cell of a table that a spreadsheet opens: what looks like a formula begins with a quote.

    >>> csv_cell("=1+1"), csv_cell("1+1")
    ("'=1+1", '1+1')
    """
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def icalendar(text: str) -> str:
    r"""Return the text for a text value of iCalendar.

    >>> print(icalendar("One, two; three"))
    One\, two\; three
    """
    return _ICALENDAR.sub(lambda found: f"\\{found[0]}", visible(text))
