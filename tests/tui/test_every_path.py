"""Every path of every shipped tree, driven through one running app by keys: the screen says what the core decides.

What the widgets of the verdict hold is compared; that what they hold is drawn, the tests of the screens show.
"""

import asyncio

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.policy import Policy, TopicSlug
from advisor.library import Library
from advisor.tui.app import AdvisorApp
from tests.support.screens import consultation, held, press, running
from tests.trees.shipped import ROOT, TREES


@pytest.mark.parametrize(("district", "topic"), TREES)
def test_the_screen_shows_what_the_core_decides_on_every_path(district: str, topic: str) -> None:
    library = Library.only(ROOT)
    app = AdvisorApp(library, district, [topic])
    begun = Consultation.begin([library.district(district).trees[TopicSlug(topic)]])

    async def drive() -> int:
        async with running(app) as _:
            return await walked_paths(app, begun, library.district(district).policy)

    assert asyncio.run(drive()) > 1


async def walked_paths(app: AdvisorApp, expected: Consultation, policy: Policy) -> int:
    """Answer the open question in every way, depth first, and compare each verdict; return how many there were."""
    if expected.decision is not None:
        assert_shown(app, expected.decision, policy)
        return 1
    assert expected.question is not None
    paths = 0
    for place, option in enumerate(expected.question.options, start=1):
        further = expected.answer(option.answer)
        await reach(app, str(place), further)
        paths += await walked_paths(app, further, policy)
        await reach(app, "u", expected)
    return paths


async def reach(app: AdvisorApp, key: str, expected: Consultation) -> None:
    await press(app, key, lambda: consultation(app).answers == expected.answers)


def assert_shown(app: AdvisorApp, decision: Decision, policy: Policy) -> None:
    cited = [f"{policy.number} {cite} {policy.gist(cite)}" for cite in decision.cites]
    assert held(app, "#headline", "#because", "#cites") == (
        f"{decision.headline.symbol} {decision.headline.value}",
        decision.because,
        " ".join(["Rests on", *cited] if cited else []),
    )
