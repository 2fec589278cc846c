"""Print every ratio that the design sets an aim for: ``python -m benchmarks``.

Both sides of a ratio are measured in turn, A B A B …, and the median of the ratios is printed with its quartiles, so
that a machine that slows down for a while slows both.
"""

import sys
from collections.abc import Callable
from functools import cache
from statistics import median, quantiles
from typing import Final

from benchmarks import commands, in_process, press, start

_RUNS: Final = 15
"""How often each side is measured, after once to warm up."""


def ratio(name: str, aim: str, one: Callable[[], float], other: Callable[[], float]) -> None:
    """Measure two sides in turn and print the ratio of their times.

    Args:
        name: what is measured against what.
        aim: what the design aims at.
        one: measure one side once, in seconds.
        other: measure the other side once, in seconds.
    """
    one(), other()
    pairs = [(one(), other()) for _ in range(_RUNS)]
    ratios = [a / b for a, b in pairs]
    low, _, high = quantiles(ratios, n=4)
    a, b = (median(side) * 1000 for side in zip(*pairs, strict=True))
    sys.stdout.write(
        f"{name:58} {median(ratios):7.2f}  ({low:.2f} to {high:.2f})  aim {aim:7} {a:9.3f} ms / {b:9.3f} ms\n"
    )
    sys.stdout.flush()


def press_to_question() -> None:
    """Print the time from a key press to the next question painted, over every path, with that of a bare app."""
    for at, share in (("median", 50), ("99th percentile", 99)):
        ours, bare = (quantiles(times, n=100)[share - 1] * 1000 for times in _press_times())
        name = f"key press to next question / bare app, {at}"
        sys.stdout.write(f"{name:58} {ours / bare:7.2f}{'':37} {ours:9.3f} ms / {bare:9.3f} ms\n")


_press_times = cache(press.press_times)


def main() -> None:
    """Measure everything."""
    ratio("warm `advisor decide` / `python -c pass`", "≤ 6", commands.decide, commands.bare_python)
    ratio("start to first question / bare Textual app", "≤ 1.15", start.advisor, start.bare_app)
    ratio("reading a tree with positions / CSafeLoader", "≤ 0.5", in_process.read_tree, in_process.bare_yaml)
    ratio("cold check of all trees / CSafeLoader of all", "≤ 25", in_process.check_all, in_process.bare_yaml_all)
    ratio("checking 1,600 questions / 800 questions", "about 2", in_process.check_long, in_process.check_half)
    press_to_question()
    sys.stdout.write(f"a decision in memory: {in_process.decision_in_memory():.2f} µs (aim under 10 µs)\n")


if __name__ == "__main__":
    main()
