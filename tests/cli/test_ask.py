"""``advisor ask``: the same consultation in lines."""

import json
from pathlib import Path

import pytest

from advisor.cli.main import run
from tests.cli.conftest import Advisor


def test_answers_by_number_lead_to_the_decision(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["1", "2"])
    assert (ran.code, ran.err) == (0, "")
    assert (
        "\nWhere would it appear?\n1 On a network\n2 On paper\n3 Not sure\n"
        "\nDid a parent agree?\n1 Yes\n2 No\n3 Not sure\n\nNO ✗\n" in ran.out
    )


@pytest.mark.parametrize("reply", ["2", "no", "n", "N", " No "])
def test_an_answer_may_be_a_number_a_name_or_a_letter(advisor: Advisor, reply: str) -> None:
    assert "NO ✗" in advisor("ask", "example", "photos", lines=["network", reply]).out


def test_district_and_topics_are_asked_for_where_they_are_not_named(advisor: Advisor) -> None:
    ran = advisor("ask", lines=["1", "1, 2", "paper", "y"])
    assert ran.code == 0
    assert "Which district?\n1 Example Public Schools\n2 Example Public Schools\n" in ran.out
    assert "1 Photos of students\n2 The logo\n" in ran.out
    assert "By topic:\n  Photos of students: NOT YET ?" in ran.out


def test_only_the_topic_is_asked_for_where_the_district_is_named(advisor: Advisor) -> None:
    ran = advisor("ask", "other", "brand=yes", lines=["9", "2"])
    assert ran.code == 0
    assert "Which district?" not in ran.out
    assert '"9" is none of the choices. Type a number from 1 to 2.' in ran.out


def test_back_offers_the_answer_again_and_an_empty_line_keeps_it(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["network", "b", "", "yes"])
    assert ran.code == 0
    assert "You answered before: On a network. An empty line keeps it.\n" in ran.out
    assert "YES, IF" in ran.out


def test_back_at_the_first_question_stays_there(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["b", "paper"])
    assert ran.code == 0
    assert "This is the first question.\n" in ran.out


def test_a_question_mark_explains_with_the_clause(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["1", "?", "1"])
    assert (
        "Written, not spoken.\nNot sure? Ask the school office.\n"
        "Asked because of policy 100:\n  I ¶1: No photo without consent.\n" in ran.out
    )


def test_an_unknown_reply_is_explained_and_asked_again(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["may\x1bbe", "", "paper"])
    assert ran.code == 0
    assert '"may\\u{1b}be" is none of the choices. Type a number from 1 to 3.\nType a number from 1 to 3.\n' in ran.out


def test_with_json_standard_output_holds_the_decision_alone(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", "--json", lines=["1", "1"])
    assert json.loads(ran.out)["verdict"] == "allow-with-conditions"
    assert "Did a parent agree?" in ran.err


@pytest.mark.parametrize("last", [[], ["q"], ["Q"]])
def test_stopping_with_questions_open_names_what_is_missing(advisor: Advisor, last: list[str]) -> None:
    ran = advisor("ask", "example", "photos", "--json", lines=["network", *last])
    assert ran.code == 3
    assert [each["fact"] for each in json.loads(ran.out)["missing"]] == ["consent"]
    assert "  advisor ask --json example photos medium=network consent=yes\n" in ran.err


def test_stopping_before_a_topic_is_chosen_is_missing_too(advisor: Advisor) -> None:
    ran = advisor("ask", "--json", lines=["1"])
    assert (ran.code, json.loads(ran.out)) == (3, {"missing": []})
    text = advisor("ask", lines=["q"])
    assert text.code == 3
    assert text.err == "advisor: stopped before a district and a topic were chosen\n"


def test_not_sure_to_the_end_says_what_to_find_out(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["network", "unsure"])
    assert ran.code == 0
    assert "Find out, the first before the others:\n  Did a parent agree?" in ran.out


def test_answers_given_with_the_command_are_not_asked(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", "medium=network", lines=["y"])
    assert ran.code == 0
    assert "Where would it appear?\n1 " not in ran.out


def test_without_standard_input_nothing_is_answered(trees: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert run(["ask", "example", "photos", "--trees", str(trees)]) == 3
