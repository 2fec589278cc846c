"""Whatever an author writes is shown as it was written, in every language that a text is put into."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from advisor.render import escaping
from tests.render.samples import HOSTILE

TRICKS = [
    HOSTILE,
    "1. one",
    "1) one",
    "- item",
    "+ item",
    "=== x",
    "# heading",
    "> quote",
    "~~~",
    "a | b",
    "![x](http://x.y/z.png)",
    "see https://evil.example/a and me@x.org",
    "&lt;b&gt;",
    "<!-- x -->",
    "[x]: http://x.y",
    ":smile:",
    "$x$",
    "***",
    "",
]


@pytest.mark.parametrize("text", TRICKS)
def test_markdown_shows_the_text_itself_and_nothing_else(text: str) -> None:
    html = MarkdownIt("gfm-like").render(f"- [ ] {escaping.markdown(text)}\n\n{escaping.markdown(text)}\n")
    shown = re.findall(r"<(?:p|li)>(.*)</", html)
    assert set(re.findall(r"<(\w+)", html)) <= {"ul", "li", "p"}
    assert [unescape(paragraph) for paragraph in shown] == ([f"[ ] {text}", text] if text else ["[ ]"])


def test_markdown_makes_a_line_break_visible() -> None:
    assert escaping.markdown("a\n# b") == r"a\\u\{a\}\# b"


@pytest.mark.parametrize("text", TRICKS)
def test_mermaid_keeps_nothing_that_its_language_reads(text: str) -> None:
    escaped = escaping.mermaid(text)
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), escaped) == text
    assert not set('"[](){}<>|`*_&\\;~') & set(re.sub(r"#\d+;", "", escaped))
    assert not re.match(r"[-+]|\d+\.", escaped)


def test_mermaid_leaves_plain_words_readable() -> None:
    assert escaping.mermaid("Is it well-known: IV.C ¶8?") == "Is it well-known: IV.C ¶8?"


@pytest.mark.parametrize("text", TRICKS)
def test_dot_cannot_be_left_from_inside_a_quoted_string(text: str) -> None:
    escaped = escaping.dot(text)
    assert re.fullmatch(r'(?:[^"\\\n]|\\["\\])*', escaped)
    assert unescape(re.sub(r"\\(.)", r"\1", escaped).replace("&amp;", "&")) == unescape(text)
