"""Consultations about several topics, with *not sure* among the answers, driven through the app by keys.

They are the ones that are asked line by line and decided at once as well: all shells come to what the core decides.
"""

import asyncio
from functools import partial

import pytest

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.walk import WalkScreen
from tests.support.screens import held, running, wait
from tests.trees.consultations import LIBRARY, Sample, samples
from tests.trees.shipped import DISTRICTS
from tests.tui.test_every_path import reach


@pytest.mark.parametrize("slug", DISTRICTS)
def test_the_screen_shows_what_the_core_decides(slug: str) -> None:
    district = LIBRARY.district(slug)
    app = AdvisorApp(LIBRARY, slug)

    async def drive() -> int:
        async with running(app) as _:
            screen = WalkScreen(samples(slug)[0].begin(district), district)
            await app.push_screen(screen)
            for sample in samples(slug):
                screen.consultation = sample.begin(district)
                await answered(app, sample, district)
                decision = sample.end(district).decision
                assert decision is not None
                await wait(partial(is_decided, app, decision), f"the app came to another decision: {sample}")
                headline = f"{decision.headline.symbol} {decision.headline.value}"
                assert held(app, "#headline", "#because") == (headline, decision.because), sample
        return len(samples(slug))

    assert asyncio.run(drive()) >= 40


def is_decided(app: AdvisorApp, decision: Decision) -> bool:
    return app.decision == decision


async def answered(app: AdvisorApp, sample: Sample, district: District) -> None:
    """Press the number of each answer."""
    for consultation, answer in sample.walked(district):
        assert consultation.question is not None
        await reach(app, str(consultation.question.answers.index(answer) + 1), consultation.answer(answer))
