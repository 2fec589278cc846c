"""Parsing: what the grammar accepts becomes domain values; every breach is named in an author's words and located."""

import pytest

from advisor.domain.finding import Position, Severity
from advisor.domain.policy import DistrictSlug, Locator, TopicSlug
from advisor.domain.tree import Answer, Fact, NodeId, Option
from advisor.domain.verdict import Verdict
from advisor.loading.parsing import parse_policy, parse_topics, parse_tree

DISTRICT = DistrictSlug("example")

TREE = """\
schema: 1
topic: student-images
title: Photos
start: public
questions:
  public:
    ask: Was it taken
      in public?
    yes: fine
    no: consent-asked
  consent-asked:
    fact: consent
    ask: Consent?
    cites: [IV.C p8]
    obtain: {all: Ask.}
    ask-whom: the office
    options:
      - {answer: all, label: All of them, then: fine}
      - {answer: some, label: Some of them, then: not-said}
outcomes:
  fine:
    verdict: allow
    because: It is.
    cites: [IV.C ¶8]
    conditions:
      - {do: Tell them., who: you, when: before, cites: [I], unless: {told: yes}}
  not-said:
    verdict: silent
    because: It does not say.
    ask: the office
    until_then: deny
    near: [IV.C p8]
never:
  - {verdict: allow, when: {public: no}, cites: [I]}
examples:
  - {situation: A game., answers: {public: yes}, expect: fine}
ignore:
  - {check: lone-option, at: public, reason: A draft.}
"""


def messages(text: str) -> list[tuple[int, int, str]]:
    draft, findings = parse_tree(text, "a.yaml", DISTRICT)
    assert draft is None
    return [(*finding.position, finding.message) for finding in findings]


def test_a_tree_is_read_whole() -> None:
    draft, findings = parse_tree(TREE, "a.yaml", DISTRICT)
    assert findings == ()
    assert draft is not None
    tree = draft.tree
    public, consent = tree.questions.values()
    assert public.ask == "Was it taken in public?"
    assert public.fact == "public"
    assert public.options == (
        Option(Answer("yes"), "Yes", NodeId("fine")),
        Option(Answer("no"), "No", NodeId("consent-asked")),
    )
    assert consent.fact == "consent"
    assert consent.cites == (Locator("IV.C ¶8"),)
    assert consent.obtain == {"all": "Ask."}
    assert [option.label for option in consent.options] == ["All of them", "Some of them"]
    fine, not_said = tree.outcomes.values()
    assert fine.conditions[0].unless == {Fact("told"): Answer("yes")}
    assert (not_said.until_then, not_said.near) == (Verdict.DENY, (Locator("IV.C ¶8"),))
    assert tree.never[0].verdict is Verdict.ALLOW
    assert tree.examples[0].expect == "fine"
    assert tree.accepted[0].reason == "A draft."


@pytest.mark.parametrize(
    ("place", "position"),
    [
        (("start",), (4, 8)),
        (("questions", "public"), (6, 3)),
        (("questions", "public", "options", "no"), (10, 9)),
        (("questions", "consent-asked", "options", "some"), (19, 51)),
        (("questions", "consent-asked", "cites", 0), (14, 13)),
        (("questions", "consent-asked", "obtain", "all"), (15, 19)),
        (("questions", "consent-asked", "help"), (11, 3)),
        (("outcomes", "fine", "conditions", 0, "unless", "told"), (26, 77)),
        (("never", 0, "when", "public"), (34, 37)),
        (("nothing", "of", "this"), (1, 1)),
    ],
)
def test_every_part_can_be_found_again(place: tuple[str | int, ...], position: tuple[int, int]) -> None:
    draft, _ = parse_tree(TREE, "a.yaml", DISTRICT)
    assert draft is not None
    assert draft.source.position(place) == Position(*position)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("start: public\n", "", (1, 1, 'the file needs "start"')),
        ("start: public", "strat: public", (4, 1, 'unknown key "strat" — did you mean "start"?')),
        ("topic: student-images", "topic: Student Images", (2, 8, "is no id")),
        ("  public:\n", "  Pub lic:\n", (6, 3, '"Pub lic" is no id')),
        ("ask: Consent?", "ask: [Consent?]", (13, 5, '"ask" must be a text')),
        ("ask: Consent?", "ask:", (13, 9, '"ask" is empty')),
        ("verdict: allow\n", "verdict: alow\n", (22, 14, '"verdict" cannot be "alow" — did you mean "allow"?')),
        ("when: before", "when: soon", (26, 42, '"when" cannot be "soon" — there is: before, posting, after, yearly')),
        ("answer: all", "answer: unsure", (18, 18, 'every question takes "unsure" by itself')),
        ("cites: [I], unless", "cites: I, unless", (26, 57, '"cites" must be a list')),
        ("{situation: A game.,", "{situation: A game, at home,", (36, 25, 'unknown key "at home"')),
        (
            "    fact: consent\n",
            "    fact: consent\n    yes: fine\n",
            (11, 3, "either yes and no, or options, not both"),
        ),
        ("schema: 1", "schema: 2", (1, 9, '"schema" cannot be "2"')),
        ("cites: [IV.C p8]", "cites: [IV.C p8, '']", (14, 22, 'item 2 of "cites" is empty')),
    ],
)
def test_breaches_are_named_and_located(old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert old in TREE
    problems = messages(TREE.replace(old, new, 1))
    line, column, message = expected
    assert [what for at, beside, what in problems if (at, beside) == (line, column) and message in what]


def test_prose_with_a_comma_gets_the_hint_to_quote_it() -> None:
    text = TREE.replace("{situation: A game.,", "{situation: A game, at home,", 1)
    assert "put the whole text in quotes" in messages(text)[0][2]


def test_every_breach_is_reported_in_one_run() -> None:
    text = TREE.replace("start: public", "strat: public").replace("verdict: allow\n", "verdict: alow\n")
    assert [line for line, _, _ in messages(text)] == [1, 4, 22]


def test_what_the_reader_refuses_keeps_the_tree_from_being_used() -> None:
    draft, findings = parse_tree(TREE.replace("title: Photos", "title: &x Photos"), "a.yaml", DISTRICT)
    assert draft is None
    assert [finding.check for finding in findings] == ["not-plain-yaml"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file_says_so(text: str) -> None:
    assert messages(text)[0][2] in {
        "the file is empty",
        "the file must be a mapping, with a line of its own for each entry",
    }


def test_a_warning_does_not_keep_a_policy_from_being_used() -> None:
    text = (
        "schema: 1\ndistrict: Example\npolicy: 447\ntitle: T\nadopted: 2012-05-14\nrevised: [2020-04-21]\n"
        "silent_on: {logo: {ask: the office, until_then: allow, because: Nothing is said.}}\n"
        "clauses:\n  - {id: IV.C p8, kind: prohibition, gist: No., opens: Employees may, "
        "words: 3, digest: ab, with: I p1}\n"
    )
    parsed, findings = parse_policy(text, "policy.yaml", DISTRICT)
    assert [(finding.check, finding.severity) for finding in findings] == [("retyped", Severity.WARNING)]
    assert parsed is not None
    policy, _ = parsed
    assert (policy.number, policy.adopted, policy.revised) == ("447", "2012-05-14", ("2020-04-21",))
    assert policy.clauses[0].id == "IV.C ¶8"
    assert (policy.clauses[0].words, policy.clauses[0].qualified_by) == (3, "I ¶1")
    assert policy.silent_on[TopicSlug("logo")].until_then is Verdict.ALLOW


@pytest.mark.parametrize("adopted", ["2012", "2012-13-45", "14.05.2012", "2024-W15-4", "20240411"])
def test_a_date_that_is_none_is_refused(adopted: str) -> None:
    clauses = "clauses: [{id: I, kind: context, gist: G.}]\n"
    text = f"schema: 1\ndistrict: E\npolicy: 'x'\ntitle: T\nadopted: '{adopted}'\n{clauses}"
    parsed, findings = parse_policy(text, "policy.yaml", DISTRICT)
    assert parsed is None
    assert findings[0].message == '"adopted": write a date as year-month-day, such as 2024-04-11'
    assert findings[0].position == Position(5, 10)


def test_a_policy_may_bear_no_date() -> None:
    text = "schema: 1\ndistrict: E\npolicy: 'x'\ntitle: T\nclauses: [{id: I, kind: context, gist: G.}]\n"
    parsed, findings = parse_policy(text, "policy.yaml", DISTRICT)
    assert findings == ()
    assert parsed is not None
    assert (parsed[0].adopted, parsed[0].revised) == ("", ())


def test_an_opening_of_more_than_eight_words_is_refused() -> None:
    clause = "{id: I, kind: context, gist: G., opens: one two three four five six seven eight nine}"
    text = f"schema: 1\ndistrict: E\npolicy: 'x'\ntitle: T\nadopted: 2020-01-01\nclauses: [{clause}]\n"
    parsed, findings = parse_policy(text, "policy.yaml", DISTRICT)
    assert parsed is None
    assert "8 words at most" in findings[0].message


def test_topics_apply_when_their_facts_hold_or_always() -> None:
    text = (
        "schema: 1\nfacts:\n  shows-students: {say: It shows students, obtain: {no: Crop.}}\n"
        "topics:\n  - {topic: images, title: Images, group: post, when: {shows-students: yes}, keywords: [photo]}\n"
        "  - {topic: other, title: Other, group: post, always: true}\n"
    )
    parsed, findings = parse_topics(text, "topics.yaml")
    assert findings == ()
    assert parsed is not None
    topics, _ = parsed
    assert topics.facts[0].obtain == {"no": "Crop."}
    assert [dict(topic.when) for topic in topics.topics] == [{"shows-students": "yes"}, {}]
    found = topics.find("images")
    assert found is not None
    assert found.keywords == ("photo",)
    assert topics.find("none") is None


def test_a_topic_needs_when_or_always() -> None:
    parsed, findings = parse_topics("schema: 1\ntopics:\n  - {topic: a, title: A, group: post}\n", "topics.yaml")
    assert parsed is None
    assert 'either "when" with its facts or "always: true"' in findings[0].message


def test_no_more_breaches_are_reported_than_anyone_reads() -> None:
    unknown = "".join(f"key-{number}: x\n" for number in range(2_000))
    _, findings = parse_topics(unknown, "topics.yaml")
    assert len(findings) == 1_000
