"""What there is: districts, topics, clauses."""

from dataclasses import replace

from advisor.domain.counts import Counts
from advisor.domain.finding import Source
from advisor.domain.policy import TopicSlug
from advisor.domain.register import Citation, Citing
from advisor.domain.verdict import Verdict
from advisor.render.catalog import catalog, register
from tests.render.samples import district
from tests.support.trees import CLAUSE


def test_a_district_is_listed_with_the_names_that_commands_take() -> None:
    has = Counts(2, 1, 1, 2, 1, 3, 5, {Verdict.ALLOW: 4, Verdict.DENY: 1})
    assert catalog([district()], {district().slug: has}, 120) == (
        "example: Example Public Schools, policy 100: An Example (revised 2023-04-11)\n"
        "  2 trees, 3 questions, 5 paths (4 allow, 1 deny); silent on 1 topic; 2 clauses, 1 cited, 1 set aside\n"
        "  student-images: Student images\n"
        "  logo: Logo\n"
    )


def test_a_register_shows_every_clause_and_why_one_is_set_aside() -> None:
    policy = replace(district().policy, note="The text names no district.")
    source = Source("logo.yaml", ())
    cited_by = {CLAUSE: [Citation(CLAUSE, TopicSlug("logo"), Citing.QUESTION, id_, (), source) for id_ in "aab"]}
    assert register(policy, cited_by, 100) == (
        "Example Public Schools, policy 100: An Example (revised 2023-04-11)\n"
        "The text names no district.\n"
        "  I ¶1 (prohibition): An example of a clause.\n"
        "    cited by logo: a, b\n"
        "  II.B ¶2 s1 (obligation): Another example.\n"
        "    set aside: Only an aim.\n"
    )
    assert "names no district" not in register(district().policy, {})
