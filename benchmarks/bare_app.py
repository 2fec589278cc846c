"""An app with the widgets of the first question and no more: what Textual alone takes to draw them."""

from textual.app import App, ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import OptionList, Static


class BareApp(App[None]):
    """The first question's widgets, placed as the app places them."""

    CSS = """
    #columns { layout: horizontal; height: 1fr; }
    #main { width: 1fr; }
    #aside { display: none; }
    #answers { height: auto; }
    #trail { width: 28; height: 1fr; }
    """

    def compose(self) -> ComposeResult:
        """Compose them with their texts."""
        yield Static("Please enlarge")
        yield Static("Moorhead Area Public Schools")
        with Container(id="columns"):
            with Container(id="main"), Vertical():
                with VerticalScroll():
                    yield Static("Photos and videos of students", id="standing")
                    for _ in range(3):
                        yield Static("")
                    yield Static("Where is it, or would it be?", markup=False, id="ask")
                    yield Static("A closed group counts as public. " * 4, markup=False, id="help")
                    yield Static("III.A s1 Public networks are open to the public. " * 4, markup=False, id="why")
                answers = "A public site or app", "A tool the district has approved", "Not social media at all"
                yield OptionList(*answers, id="answers")
            with VerticalScroll(id="aside"):
                yield Static("")
            yield OptionList(id="trail", markup=False)
        yield Static("u Back  esc Menu  ? Keys  q Quit")


if __name__ == "__main__":
    BareApp().run()
