"""``advisor compare``: the same facts, put to every district."""

import json

from tests.cli.conftest import Advisor


def test_each_district_gives_its_verdict_its_clause_and_why(advisor: Advisor) -> None:
    ran = advisor("compare", "logo", "permitted=yes", "brand=no")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Example Public Schools, policy 100\n"
        "  YES ✓ allow [I ¶1]\n"
        "  Permitted.\n"
        "  Turns on: permitted\n"
        "\n"
        "Example Public Schools, policy 100\n"
        "  NO ✗ deny [I ¶1]\n"
        "  Not permitted.\n"
        "  Turns on: brand\n"
        "\n"
        "They part on:\n"
        "  permitted: it turns the verdict in example; not asked in other\n"
        "  brand: it turns the verdict in other; not asked in example\n"
    )


def test_what_a_district_asks_more_is_named_and_the_exit_code_says_so(advisor: Advisor) -> None:
    ran = advisor("compare", "logo", "permitted=yes")
    assert ran.code == 3
    assert "  It asks more:\n    brand (yes, no): Was it permitted?\n" in ran.out
    assert ran.out.endswith("All that decided say the same (1 of 2).\n")


def test_a_silent_district_says_near_which_clause(advisor: Advisor) -> None:
    ran = advisor("compare", "photos", "medium=paper")
    assert "  NOT YET ? silent near [I ¶1]\n" in ran.out
    assert "  NOT YET ? silent\n" in ran.out


def test_as_json_a_district_that_asks_more_has_no_verdict(advisor: Advisor) -> None:
    ran = advisor("compare", "logo", "permitted=no", "--json")
    assert ran.code == 3
    record = json.loads(ran.out)
    assert (record["agree"], record["parts_on"]) == (True, [])
    assert [
        (each["district"], each["verdict"], each["allowed"], each["turns_on"], each["missing"])
        for each in record["districts"]
    ] == [("example", "deny", False, ["permitted"], []), ("other", None, None, [], ["brand"])]


def test_a_fact_or_an_answer_that_no_district_knows_is_a_usage_error(advisor: Advisor) -> None:
    unknown = advisor("compare", "logo", "permited=yes")
    assert (unknown.code, unknown.out) == (2, "")
    assert 'there is no fact "permited" — did you mean "permitted"?' in unknown.err
    assert advisor("compare", "logo", "permitted=maybe").code == 2
    assert advisor("compare", "permitted=yes").code == 2
    assert advisor("compare", "nothing").code == 2


def test_a_fact_of_the_first_screen_is_no_error(advisor: Advisor) -> None:
    assert advisor("compare", "logo", "permitted=yes", "brand=yes", "shows-students=yes").code == 0
