from advisor.domain.tree import Tree
from tests.analysis.drafts import as_written, concerns, draft_of


def fan(options: int) -> Tree:
    """A tree of exactly so many paths."""
    return as_written({"which": {f"a{n}": "fine" for n in range(options)}}, {"fine": "allow"})


def chain(length: int) -> Tree:
    """A tree of 2 to the power of its length paths."""
    questions = {f"q{n}": {"yes": f"q{n + 1}", "no": f"q{n + 1}"} for n in range(length)}
    return as_written({**questions, f"q{length}": {"yes": "fine"}}, {"fine": "allow"})


def test_a_hundred_and_twenty_paths_can_be_reviewed() -> None:
    assert concerns("too-many-paths", draft_of(fan(120))) == []


def test_one_more_cannot() -> None:
    (concern,) = concerns("too-many-paths", draft_of(fan(121)))
    assert concern.place == ("topic",)
    assert concern.message == "121 paths are too many to review; at most 120: split the topic"


def test_paths_beyond_counting_on_fingers_are_not_listed() -> None:
    (thousands,) = concerns("too-many-paths", draft_of(chain(13)))
    assert thousands.message.startswith("8,192 paths ")
    (endless,) = concerns("too-many-paths", draft_of(chain(20_000)))
    assert endless.message.startswith("over a billion paths ")
