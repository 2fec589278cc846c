"""Wrapped lines."""

import pytest

from advisor.render.layout import NARROWEST, wrapped


def test_further_lines_are_indented_like_the_text_of_the_first() -> None:
    assert wrapped("one two three four five", 20, "- ") == ["- one two three four", "  five"]


def test_further_lines_may_have_an_indent_of_their_own() -> None:
    assert wrapped("one two three four five", 20, "", "    ") == ["one two three four", "    five"]


@pytest.mark.parametrize("width", [-5, 0, 1, 19])
def test_a_width_that_holds_no_word_is_widened(width: int) -> None:
    assert max(map(len, wrapped("word " * 20, width))) <= NARROWEST


def test_an_empty_text_still_has_its_start() -> None:
    assert wrapped("", 80, "- [ ] ") == ["- [ ]"]


def test_what_acts_on_a_terminal_is_escaped() -> None:
    assert wrapped("a\x1b[2Jb", 80) == [r"a\u{1b}[2Jb"]
