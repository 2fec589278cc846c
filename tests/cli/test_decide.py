"""``advisor decide``: a verdict, or what is missing for one."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TOPICS, Advisor

NO_TOPIC = "name at least one topic, or say what it is about, such as shows-students=yes; example has: photos, logo"


def test_a_decision_stands_on_standard_output_and_nothing_else_anywhere(advisor: Advisor) -> None:
    ran = advisor("decide", "example", "photos", "medium=network", "consent=yes")
    assert ran.code == 0
    assert ran.out.startswith(
        "YES, IF ✓…\n\nA parent agreed.\n\nWhat to do:\n  Before: Tell the office (you) [II ¶1]\n"
    )
    assert ran.err == ""


def test_a_deny_is_a_successful_run(advisor: Advisor) -> None:
    ran = advisor("decide", "example", "photos", "medium=network", "consent=no", "--json")
    assert (ran.code, ran.err) == (0, "")
    record = json.loads(ran.out)
    assert (record["verdict"], record["allowed"], record["topics"][0]["outcome"]) == ("deny", False, "refused")


def test_a_missing_answer_is_named_with_the_commands_to_continue_with(advisor: Advisor) -> None:
    ran = advisor("decide", "example", "photos", "medium=network")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "advisor: 1 answer missing\n"
        "  consent: Did a parent agree?\n"
        "    yes: Yes\n"
        "    no: No\n"
        "    Not sure? Ask the school office.\n"
        "Continue with:\n"
        "  advisor decide example photos medium=network consent=yes\n"
        "  advisor decide example photos medium=network consent=no\n"
    )


def test_the_command_to_continue_with_really_continues(advisor: Advisor, trees: Path) -> None:
    ran = advisor("--trees", str(trees), "decide", "example", "photos", "--json")
    *_, line = ran.err.splitlines()
    assert line == f"  advisor decide --json --trees {trees} example photos medium=paper"
    assert advisor(*line.split()[1:]).code == 0


def test_missing_answers_as_json_name_every_topic_the_first_to_ask_at_the_front(advisor: Advisor) -> None:
    ran = advisor("decide", "example", "logo", "photos", "--json")
    assert ran.code == 3
    missing = json.loads(ran.out)["missing"]
    assert [(each["topic"], each["fact"]) for each in missing] == [("photos", "medium"), ("logo", "permitted")]
    assert missing[0]["options"] == [
        {"answer": "network", "label": "On a network"},
        {"answer": "paper", "label": "On paper"},
    ]


def test_not_sure_with_several_outcomes_depends_and_says_what_to_find_out(advisor: Advisor) -> None:
    given = ["permitted=unsure", "medium=network", "consent=unsure"]
    ran = advisor("decide", "example", "photos", "logo", *given)
    assert ran.code == 0
    assert ran.out.startswith("NOT YET ?\n\nIt depends on what is not known yet. Find out first.\n")
    assert "Find out, the first before the others:\n  Did a parent agree?" in ran.out
    decided = json.loads(advisor("decide", "example", "photos", "logo", *given, "--json").out)
    assert (decided["verdict"], decided["allowed"]) == ("depends", False)
    assert [each["fact"] for each in decided["find_out"]] == ["consent", "permitted"]
    assert [topic["outcome"] for topic in decided["topics"]] == [None, None]


def test_a_fact_of_another_district_or_branch_or_screen_is_listed_as_unused(advisor: Advisor) -> None:
    given = ["medium=paper", "consent=yes", "brand=no", "shows-students=yes"]
    ran = advisor("decide", "example", "photos", *given, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["unused"] == ["consent", "brand", "shows-students"]
    text = advisor("decide", "example", "photos", *given)
    assert text.err == "advisor: not asked here, so not used: consent, brand, shows-students\n"


def test_another_districts_trouble_is_no_trouble_here(advisor: Advisor, trees: Path) -> None:
    (trees / "other" / "logo.yaml").write_text("schema: 1\n", encoding="utf-8")
    ran = advisor("decide", "example", "logo", "permitted=yes", "brand=yes")
    assert (ran.code, ran.err) == (
        2,
        'advisor: there is no fact "brand" — there is: medium, consent, permitted, shows-students\n',
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["exmple", "photos"], 'there is no district "exmple" — did you mean "example"?'),
        (["example", "photo"], 'there is no topic "photo" in example — did you mean "photos"?'),
        (["example", "photos", "consnt=yes"], 'there is no fact "consnt" — did you mean "consent"?'),
        (["example", "photos", "consent=yess"], 'there is no answer "yess" to consent — did you mean "yes"?'),
        (["example", "photos", "brand=maybe"], 'there is no answer "maybe" to brand — there is: yes, no'),
        (["example", "logo", "consent=paper"], 'there is no answer "paper" to consent — there is: yes, no'),
        (["example", "photos", "consent=yes", "consent=no"], "consent has two answers, yes and no; keep one"),
        (["example", "photos", "=yes"], '"=yes" is no answer; write FACT=ANSWER, such as consent=yes'),
        (["example", "photos", "consent="], '"consent=" is no answer; write FACT=ANSWER, such as consent=yes'),
        (["example", "consent=yes"], NO_TOPIC),
    ],
)
def test_a_word_that_means_nothing_is_exit_two_and_one_line(advisor: Advisor, words: list[str], message: str) -> None:
    ran = advisor("decide", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"advisor: {message}\n")


def test_the_same_answer_or_topic_twice_counts_once(advisor: Advisor) -> None:
    ran = advisor("decide", "example", "logo", "logo", "permitted=yes", "permitted=yes", "--json")
    assert ran.code == 0
    assert [topic["topic"] for topic in json.loads(ran.out)["topics"]] == ["logo"]


@pytest.mark.parametrize(
    "words", [["ex\x1b[2Jmple", "photos"], ["example", "\nphotos"], ["example", "photos", "a\x9b=b"]]
)
def test_what_acts_on_a_terminal_is_not_echoed(advisor: Advisor, words: list[str]) -> None:
    ran = advisor("decide", *words)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert not {"\x1b", "\x9b"} & set(ran.err)


def test_a_fact_of_the_first_screen_says_what_it_is_about(advisor: Advisor) -> None:
    given = ["permitted=yes", "brand=yes"]
    asked = json.loads(advisor("decide", "example", "shows-students=yes", *given, "--json").out)
    assert [each["fact"] for each in asked["missing"]] == ["medium"]
    decided = json.loads(advisor("decide", "example", "shows-students=yes", "medium=paper", *given, "--json").out)
    assert [topic["topic"] for topic in decided["topics"]] == ["photos", "logo"]
    assert [step["fact"] for step in decided["topics"][0]["path"]] == ["medium"]
    assert decided["unused"] == ["brand"]


def test_not_sure_whether_it_is_about_a_topic_depends_on_that(advisor: Advisor) -> None:
    given = ["permitted=yes", "brand=yes", "medium=network", "consent=no", "shows-students=unsure"]
    decided = json.loads(advisor("decide", "example", *given, "--json").out)
    assert (decided["verdict"], [each["fact"] for each in decided["find_out"]]) == ("depends", ["shows-students"])


def test_a_fact_of_the_first_screen_that_does_not_hold_says_nothing(advisor: Advisor) -> None:
    assert advisor("decide", "example", "shows-students=no").err == f"advisor: {NO_TOPIC}\n"


def test_facts_that_bring_no_topic_are_no_yes(advisor: Advisor, trees: Path) -> None:
    needing_two = TOPICS.replace("facts:", "facts:\n  at-work: {say: In working time}").replace(
        "always: true", "when: {shows-students: yes, at-work: yes}"
    )
    (trees / "topics.yaml").write_text(needing_two, encoding="utf-8")
    ran = advisor("decide", "example", "at-work=yes", "--json")
    assert (ran.code, json.loads(ran.out)) == (3, {"missing": []})
    assert ran.err == "advisor: no topic is about this; ask your supervisor\n"


def test_a_deny_says_what_would_change_it(advisor: Advisor, trees: Path) -> None:
    photos = trees / "example" / "photos.yaml"
    text = photos.read_text(encoding="utf-8")
    photos.write_text(text.replace("ask-whom:", "obtain: {yes: Ask a parent.}\n    ask-whom:"), encoding="utf-8")
    given = ["decide", "example", "photos", "medium=network", "consent=no"]
    assert "\n\nWhat would change it:\n  Ask a parent.\n  What to do then:\n" in advisor(*given).out
    record = json.loads(advisor(*given, "--json").out)
    assert [change["how"] for change in record["remedy"][0]["changes"]] == ["Ask a parent."]
    assert record["topics"][0]["remedy"] == record["remedy"]
    assert record["topics"][0]["parts_at"] == {"question": "consent", "fact": "consent", "answer": "no"}


def test_an_allow_has_no_remedy_and_a_deny_without_one_has_an_empty_list(advisor: Advisor) -> None:
    allow = json.loads(advisor("decide", "example", "photos", "medium=network", "consent=yes", "--json").out)
    assert (allow["remedy"], allow["topics"][0]["remedy"], allow["topics"][0]["parts_at"]) == (None, None, None)
    deny = json.loads(advisor("decide", "example", "photos", "medium=network", "consent=no", "--json").out)
    assert (deny["remedy"], deny["topics"][0]["remedy"]) == ([], [])
