import asyncio

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from advisor.tui.widgets.rows import Row, Rows

ROWS = Rows(
    [Row(Content("1  "), Content("one two three")), Row(Content(""), Content("")), Row(Content("• "), Content("x"))]
)


def test_rows_keep_their_indent_when_they_wrap() -> None:
    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(ROWS)

    async def drive() -> list[str]:
        app = Shown()
        async with app.run_test(size=(10, 6)) as pilot:
            await pilot.pause()
            static = app.query_one(Static)
            return [static.render_line(line).text.rstrip() for line in range(static.size.height)]

    assert asyncio.run(drive()) == ["1  one two", "   three", "", "• x"]


def test_their_height_is_that_of_all_lines_and_their_width_that_of_the_longest() -> None:
    assert [ROWS.get_height({}, width) for width in (16, 10, 8)] == [3, 4, 5]
    assert ROWS.get_optimal_width({}, 80) == 16
    assert Rows(()).get_optimal_width({}, 80) == 0
