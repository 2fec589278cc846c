"""``advisor ask``: the same consultation in lines."""

import json
from pathlib import Path

import pytest

from advisor.cli.main import run
from advisor.domain.policy import DistrictSlug, Locator
from advisor.storage.official_words import OfficialWords, Passage, keep
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
    ran = advisor("ask", lines=["b", "1", "2", "1, 2", "paper", "y"])
    assert ran.code == 0
    assert (
        "Which district?\n1 Example Public Schools\n2 Example Public Schools\nThis is the first question.\n" in ran.out
    )
    assert (
        "\nWhat would you like to do? Type a number, or say it in your own words.\n1 Post something\n2 See all topics\n"
        in ran.out
    )
    assert "1 Photos of students\n2 The logo\n" in ran.out
    assert "By topic:\n  Photos of students: NOT YET ?" in ran.out


def test_only_what_it_is_about_is_asked_for_where_the_district_is_named(advisor: Advisor) -> None:
    ran = advisor("ask", "other", "brand=yes", lines=["9", "?", "2", "3", "2"])
    assert ran.code == 0
    assert "Which district?" not in ran.out
    assert '"9" is none of the choices. Type a number from 1 to 2.\nType a number from 1 to 2.\n' in ran.out
    assert '"3" is none of the choices. Type a number from 1 to 2.\n' in ran.out


def test_ones_own_words_find_topics_to_choose_from(advisor: Advisor) -> None:
    ran = advisor("ask", "example", lines=["zz zz", "", "b", "logo", "b", "pictures of a studnet", "1", "paper", "y"])
    assert ran.code == 0
    assert 'No topic speaks of "zz zz". Try other words or a number, or ask your supervisor.\n' in ran.out
    found = "\nWhat is it about? Several numbers may be given, such as 1 2.\n1 "
    assert f"{found}The logo\n\nWhat would you like" in ran.out
    assert f"{found}Photos of students\nAnswer" in ran.out


def test_topics_that_are_always_asked_come_with_the_chosen_ones(advisor: Advisor) -> None:
    record = json.loads(advisor("ask", "example", "--json", lines=["2", "1", "paper", "y"]).out)
    assert [topic["topic"] for topic in record["topics"]] == ["photos", "logo"]


def test_what_fits_is_ticked_in_one_list_and_brings_its_topics(advisor: Advisor) -> None:
    ran = advisor("ask", "example", lines=["post", "1", "paper", "y"])
    assert ran.code == 0
    assert (
        "\nWhat is it about? Type the numbers of all that fit, such as 1 4; put ? behind one you are not sure of, "
        "such as 2?. An empty line: none.\n1 It shows students\nAnswer with a number." in ran.out
    )
    assert "  It shows students\n    Yes\n" in ran.out


@pytest.mark.parametrize("reply", ["1?", "1 ?", ", 1 ?", "shows-students?"])
def test_a_mark_behind_a_number_means_not_sure(advisor: Advisor, reply: str) -> None:
    record = json.loads(advisor("ask", "example", "--json", lines=["1", reply, "1", "2", "y"]).out)
    assert (record["verdict"], [each["fact"] for each in record["find_out"]]) == ("depends", ["shows-students"])


@pytest.mark.parametrize("reply", ["2", "1 2", "?", "1 x", ","])
def test_a_tick_that_means_nothing_is_asked_for_again(advisor: Advisor, reply: str) -> None:
    ran = advisor("ask", "example", "--json", lines=["1", reply, "1", "paper", "y"])
    assert ran.code == 0
    assert ran.err.count("Type the numbers of all that fit, such as 1 4;") == 2


@pytest.mark.parametrize("reply", ["", "0"])
def test_where_nothing_fits_it_says_whom_to_ask_and_is_no_yes(advisor: Advisor, reply: str) -> None:
    ran = advisor("ask", "example", "shows-students=no", lines=["1", reply])
    assert (ran.code, ran.err) == (3, "")
    assert ran.out.endswith("\nNone of them: this policy may have nothing on it. Ask your supervisor.\n")
    as_json = advisor("ask", "example", "--json", lines=["1", reply])
    assert (as_json.code, json.loads(as_json.out)) == (3, {"missing": []})


def test_back_leads_from_a_list_to_the_menu_and_from_the_first_question_to_the_list(advisor: Advisor) -> None:
    ran = advisor("ask", "example", lines=["1", "b", "2", "b", "1", "1?", "b", "", "b", "1", "b", "b", "paper", "y"])
    assert ran.code == 0
    assert ran.out.count("What would you like to do?") == 3
    assert ran.out.count("Now: 1?. An empty line keeps that; 0: none.\n") == 2
    assert ran.out.count("Now: 1. An empty line keeps that; 0: none.\n") == 1
    assert "  It shows students\n    Yes\n" in ran.out


def test_what_it_is_about_cannot_be_emptied_on_the_way(advisor: Advisor) -> None:
    ran = advisor("ask", "example", lines=["1", "1", "b", "0", "r", "1", "n", "paper", "y"])
    assert ran.code == 0
    assert ran.out.count("None of them: this policy may have nothing on it. Ask your supervisor.\n") == 2
    assert "  It shows students\n    Yes\n" in ran.out


def test_other_topics_can_be_chosen_before_the_first_question(advisor: Advisor) -> None:
    ran = advisor("ask", "example", lines=["2", "1", "b", "b", "r", "1", "2", "y"])
    assert ran.code == 0
    assert "\n1 Other topics\nType a number to change" in ran.out
    assert ran.out.count("Several numbers may be given, such as 1 2.") == 3
    assert "By topic:" not in ran.out


def test_a_fact_of_the_first_screen_on_the_command_line_needs_no_menu(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "shows-students=yes", lines=["paper"])
    assert ran.code == 3
    assert "What would you like to do?" not in ran.out
    assert "  advisor ask example shows-students=yes medium=paper permitted=yes\n" in ran.err


def test_a_misspelt_fact_is_named_before_anything_is_asked(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "permited=yes")
    assert (ran.code, ran.out) == (2, "")
    assert 'did you mean "permitted"?' in ran.err


def test_a_topic_begins_with_its_title_its_place_and_what_is_left(advisor: Advisor) -> None:
    out = advisor("ask", "example", "photos", "logo", lines=["1", "1", "1"]).out
    assert "\n\nPhotos of students (1 of 2), at most 3 more questions\n\nWhere would it appear?\n" in out
    assert "\n\nThe logo (2 of 2), at most 1 more question\n\nWas it permitted?\n" in out
    assert out.count("Photos of students (1 of 2)") == 1
    assert "\n\nPhotos of students, at most 2 more questions\n" in advisor("ask", "example", "photos", lines=["1"]).out


def test_a_question_that_stands_on_one_answer_to_what_is_not_known_says_so(advisor: Advisor) -> None:
    out = advisor("ask", "example", "photos", lines=["unsure"]).out
    assert "\n\nOnly if: Where would it appear? On a network\nDid a parent agree?\n1 Yes\n" in out


def test_a_topic_that_may_not_apply_says_so_once_under_its_title(advisor: Advisor) -> None:
    out = advisor("ask", "example", "shows-students=unsure", lines=["1"]).out
    title = "\nPhotos of students (1 of 2), at most 3 more questions\nOnly if: It shows students: Yes\n\nWhere would"
    assert title in out
    assert out.count("Only if:") == 1


def test_a_no_is_said_once_and_stopping_shows_it(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", "logo", lines=["1", "s", "2", "b", "2", "s"])
    assert ran.code == 0
    assert ran.out.count("It cannot be said yet: the answers that are missing can still decide it.\n") == 1
    assert ran.out.count("Already NO: ") == 1
    assert (
        "\n\nAlready NO: Photos of students: Nobody agreed. "
        "Go on to see the other topics, or type s to stop here.\n\nThe logo (2 of 2)" in ran.out
    )
    assert "By topic:" not in ran.out
    assert ran.out.split("Was it permitted?")[-1].startswith("\n1 Yes\n2 No\n3 Not sure\n\nNO ✗\n\nNobody agreed.\n")


def test_stopping_at_a_certain_no_is_a_decision_in_json_too(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", "logo", "--json", lines=["1", "2", "S"])
    record = json.loads(ran.out)
    assert (ran.code, record["verdict"], record["because"]) == (0, "deny", "Nobody agreed.")


def test_a_review_numbers_every_answer_under_its_topic_and_changes_one(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", "logo", lines=["1", "1", "r", "1", "", "r", "1", "2", "r", "", "y"])
    assert ran.code == 0
    assert (
        "\nPhotos of students\n1 Where would it appear? On a network\n2 Did a parent agree? Yes\n"
        "Type a number to change that answer; an empty line changes nothing.\n" in ran.out
    )
    assert "You answered: On a network. An empty line keeps it.\n" in ran.out
    assert "\nPhotos of students\n1 Where would it appear? On paper\nType a number" in ran.out
    assert "  Photos of students: NOT YET ?" in ran.out


def test_after_a_change_only_what_it_brings_up_is_asked(advisor: Advisor) -> None:
    ran = advisor(
        "ask", "example", "photos", "logo", lines=["2", "r", "medium", "1", "2", "r", "2", "?", "x", "1", "1"]
    )
    assert ran.code == 0
    assert "YES, IF" in ran.out
    assert ran.out.count("Did a parent agree?\n1 Yes") == 2
    assert ran.out.count("Was it permitted?\n1 Yes") == 3
    assert "Written, not spoken.\n" in ran.out


def test_a_review_can_be_left_and_a_change_too(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["1", "r", "7", "b", "r", "1", "b", "2"])
    assert ran.code == 0
    assert '"7" is none of the choices. Type a number from 1 to 1.\n' in ran.out
    assert "NO ✗" in ran.out


def test_a_review_leads_to_the_list_of_what_it_is_about(advisor: Advisor) -> None:
    ran = advisor("ask", "example", lines=["1", "1", "paper", "r", "3", "1?", "y"])
    assert ran.code == 0
    assert (
        "\nWhat it is about\n1 It shows students: Yes\nPhotos of students\n2 Where would it appear? On paper\n"
        "3 Something else fits, or one of these does not\n" in ran.out
    )
    assert "Now: 1. An empty line keeps that; 0: none.\n" in ran.out
    assert "  It shows students\n    Not sure\n" in ran.out


def test_from_a_pipe_the_run_ends_with_the_decision(advisor: Advisor) -> None:
    out = advisor("ask", "example", "photos", lines=["1", "2", "w 1", "r"]).out
    assert "what if" not in out
    assert out.rstrip().endswith("I ¶1: No photo without consent.")


def test_at_a_terminal_other_answers_can_be_supposed_and_the_decision_stays(at_terminal: Advisor) -> None:
    ran = at_terminal("ask", "example", "photos", lines=["1", "2", "w 2", "w1", "w", "w 9", "x", "q"])
    assert ran.code == 0
    assert "\nr: review, w and an answer's number: what if, o (and a note): keep on record, q: quit.\n" in ran.out
    assert (
        "\nWhat if, instead of: Did a parent agree? No\nYes: NO ✗ → YES, IF ✓… A parent agreed.\n"
        "Not sure: NO ✗ → NOT YET ? It depends on this: Did a parent agree?\n" in ran.out
    )
    assert "\nOn paper: NO ✗ → NOT YET ? It does not speak of paper.\n" in ran.out
    assert ran.out.count("Type w and an answer's number from 1 to 2; r shows them.\n") == 2
    assert ran.out.count("You answered:") == 1


def test_at_a_terminal_a_changed_answer_is_decided_anew(at_terminal: Advisor) -> None:
    ran = at_terminal("ask", "example", "photos", lines=["1", "2", "r", "w 2", "2", "1", "r", "", "q"])
    assert ran.code == 0
    assert "or w and a number for what if; an empty line changes nothing.\n" in ran.out
    assert [line for line in ran.out.splitlines() if line in {"NO ✗", "YES, IF ✓…"}] == ["NO ✗", "YES, IF ✓…"]


def test_at_a_terminal_a_change_that_is_not_seen_through_leaves_answers_missing(at_terminal: Advisor) -> None:
    ran = at_terminal("ask", "example", "photos", lines=["2", "r", "1", "1", "q"])
    assert ran.code == 3
    assert "  advisor ask example photos medium=network consent=yes\n" in ran.err


def test_at_a_terminal_one_may_go_on_after_stopping(at_terminal: Advisor) -> None:
    ran = at_terminal("ask", "example", "photos", "logo", lines=["1", "2", "s", "g", "n", "g", "q"])
    assert ran.code == 0
    assert ran.out.count("\ng: go on with the questions that are left, r: review") == 1
    assert "  The logo: NO ✗ Not permitted.\n" in ran.out


def test_supposing_away_all_that_it_is_about_is_no_yes(at_terminal: Advisor) -> None:
    ran = at_terminal("ask", "example", lines=["1", "1", "paper", "y", "w 1"])
    assert ran.code == 0
    assert "\nNo: nothing is left that it is about.\nNot sure: NOT YET ? → NOT YET ? " in ran.out


def test_with_json_nothing_is_offered_at_the_end(at_terminal: Advisor) -> None:
    ran = at_terminal("ask", "example", "photos", "--json", lines=["1", "2", "w 1"])
    assert (ran.code, json.loads(ran.out)["verdict"]) == (0, "deny")
    assert "what if" not in ran.err


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


def test_the_policys_own_words_are_quoted_where_they_were_imported(advisor: Advisor, trees: Path) -> None:
    official = OfficialWords(DistrictSlug("example"), "100", {Locator("I ¶1"): Passage("d1", "No photo shall be.")})
    policy = trees / "example" / "policy.yaml"
    text = policy.read_text(encoding="utf-8")
    lines = text.replace("gist: No photo", "opens: No photo, words: 4, digest: d1, gist: No photo")
    policy.write_text(lines, encoding="utf-8")
    keep(official)
    ran = advisor("ask", "example", "photos", lines=["1", "?", "2"])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("    In the policy's own words: “No photo shall be.”\n") == 2
    assert "own words: “No" in advisor("decide", "example", "photos", "medium=network", "consent=no").out


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


def test_m_shows_the_map_and_asks_again(advisor: Advisor) -> None:
    ran = advisor("ask", "example", "photos", lines=["network", "M", "no"])
    assert ran.code == 0
    assert (
        "Map: Photos of students\n"
        "From here: 1 way to YES, IF · 1 to NO\n"
        "● your way   ▸ you are here   ○ still ahead   - ruled out by your answers\n"
        "\n"
        "● Where would it appear? [YES, IF · NO]\n"
        "  ▸ On a network → Did a parent agree? [YES, IF · NO]\n"
    ) in ran.out
    assert "NO ✗" in ran.out


def test_a_deny_says_what_would_change_it_or_that_nothing_does(advisor: Advisor) -> None:
    shown = advisor("ask", "example", "photos", lines=["network", "no"])
    assert "\nNo change this tree knows of would allow it.\n" in shown.out
    assert json.loads(advisor("ask", "example", "photos", "--json", lines=["network", "no"]).out)["remedy"] == []
