"""Another copy of the app: a process that does with walks what it is told, line by line."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from advisor.domain.policy import DistrictSlug, TopicSlug
from advisor.domain.tree import Answer, Fact
from advisor.storage.saved_walks import SavedWalk
from advisor.storage.walk_files import WalkFile, left_over

_ROOT: Final = Path(__file__).parents[2]
_NOTHING_ANSWERED: Final = SavedWalk(DistrictSlug("example"), {TopicSlug("logo"): "00"}, "", {}, {}, finished=False)


def answered(count: int, district: str = "example") -> SavedWalk:
    """Return what is saved after so many answers."""
    answers = {Fact(f"fact-{number}"): Answer("yes") for number in range(count)}
    return replace(_NOTHING_ANSWERED, district=DistrictSlug(district), answers=answers)


class AnotherApp:
    """Another copy of the app, as the test sees it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def tell(self, word: str) -> None:
        """Tell it what to do."""
        assert self.process.stdin is not None
        print(word, file=self.process.stdin, flush=True)

    def hear(self) -> str:
        """Return the next line that it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, word: str) -> str:
        """Tell it what to do, and return what it says then."""
        self.tell(word)
        return self.hear()

    def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        self.process.kill()
        self.process.wait()


@contextmanager
def another_app(folder: Path) -> Iterator[AnotherApp]:
    """Run another copy of the app that keeps its walks in a folder."""
    command = [sys.executable, "-m", "tests.storage.another_app", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        app = AnotherApp(process)
        assert app.hear() == "ready"
        yield app
        app.kill()


def _say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _save_on_and_on(own: WalkFile) -> None:
    for count in itertools.count(1):
        own.save(answered(count))
        _say(count)


def _run(folder: Path) -> None:
    """Follow the lines on standard input.

    ``save N`` saves a walk with that many answers, ``save on and on`` one after the other until the process is killed;
    ``left`` says how many answers each walk has that is left over; ``find`` finds the newest of them, ``claim`` says
    whether it got that one, and ``release`` lets it go.
    """
    own = WalkFile.begin(folder)
    _say("ready")
    for line in sys.stdin:
        match line.split():
            case ["save", "on", "and", "on"]:
                _save_on_and_on(own)
            case ["save", count]:
                _say(own.save(answered(int(count))))
            case ["left"]:
                _say([len(left.walk.answers) for left in left_over(folder)])
            case ["find"]:
                (newest,) = left_over(folder)
                _say("found")
            case ["claim"]:
                claimed = WalkFile.claim(newest)
                own = claimed or own
                _say(claimed is not None)
            case ["release"]:
                own.release()
                _say("released")


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
