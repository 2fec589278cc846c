"""How much there is of everything, against a district counted by hand."""

from dataclasses import replace

from advisor.analysis.counts import counts
from advisor.domain.counts import Counts
from advisor.domain.policy import Clause, ClauseKind, Locator, SilentTopic, TopicSlug
from advisor.domain.tree import NodeId
from advisor.domain.verdict import Verdict
from tests.support.trees import tiny_district, tiny_tree


def test_a_district_is_counted() -> None:
    photos = tiny_tree(
        {"public": {"yes": "fine", "no": "consent"}, "consent": {"yes": "fine", "no": "no"}},
        {"fine": "allow", "no": "deny"},
    )
    mascot = replace(
        tiny_tree({"q": {"yes": "silent"}}, {"silent": "silent"}, "mascot"),
        questions={},
        order=(),
        start=NodeId("silent"),
    )
    district = tiny_district(photos, mascot)
    clauses = (
        *district.policy.clauses,
        Clause(Locator("II"), ClauseKind.CONTEXT, "An aim.", sets_aside="An aim."),
        Clause(Locator("III"), ClauseKind.OBLIGATION, "Cited by nobody."),
    )
    silent_on = {TopicSlug("mascot"): SilentTopic("the office", Verdict.DENY, "Nothing is said.")}
    policy = replace(district.policy, clauses=clauses, silent_on=silent_on)
    assert counts(replace(district, policy=policy)) == Counts(
        clauses=3,
        cited=1,
        set_aside=1,
        trees=1,
        silent=1,
        questions=2,
        paths=3,
        verdicts={Verdict.ALLOW: 2, Verdict.DENY: 1},
    )


def test_paths_that_nobody_could_go_through_are_counted_and_not_listed() -> None:
    diamonds = {f"q{n}": {"yes": f"q{n + 1}", "no": f"q{n + 1}"} for n in range(59)}
    tree = tiny_tree({**diamonds, "q59": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    has = counts(tiny_district(tree))
    assert (has.paths, has.verdicts) == (2**60, {})
