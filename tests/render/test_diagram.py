"""Pictures: every question, outcome and option is drawn, and no text breaks the language."""

import re

import pytest

from advisor.render.diagram import FORMATS, dot, mermaid
from tests.render.samples import hostile, logo
from tests.support.trees import tiny_tree

MERMAID_LINE = re.compile(r'  n\d+(\["[^"]*"\]|\(\["[^"]*"\]\)| -->\|"[^"]*"\| n\d+)')
QUOTED = r'"(?:[^"\\]|\\.)*"'
DOT_LINE = re.compile(rf"  (label={QUOTED}|node \[shape=box\]|n\d+ (-> n\d+ )?\[label={QUOTED}(, style=rounded)?\]);")


def test_mermaid_draws_every_question_outcome_and_option() -> None:
    assert mermaid(logo()) == (
        "flowchart TD\n"
        '  n1["public: Public?"]\n'
        '  n2["permitted: Permitted?"]\n'
        '  n3(["SILENT unsaid: It does not speak of logos. #91;I ¶1#93;"])\n'
        '  n4(["ALLOW fine: Because of fine. #91;I ¶1#93;"])\n'
        '  n5(["DENY refused: Because of refused. #91;I ¶1#93;"])\n'
        '  n1 -->|"Yes"| n3\n'
        '  n1 -->|"No"| n2\n'
        '  n2 -->|"Yes"| n4\n'
        '  n2 -->|"No"| n5\n'
    )


def test_dot_draws_every_question_outcome_and_option() -> None:
    assert dot(logo()).splitlines()[3:] == [
        '  n1 [label="public: Public?"];',
        '  n2 [label="permitted: Permitted?"];',
        '  n3 [label="SILENT unsaid: It does not speak of logos. [I ¶1]", style=rounded];',
        '  n4 [label="ALLOW fine: Because of fine. [I ¶1]", style=rounded];',
        '  n5 [label="DENY refused: Because of refused. [I ¶1]", style=rounded];',
        '  n1 -> n3 [label="Yes"];',
        '  n1 -> n2 [label="No"];',
        '  n2 -> n4 [label="Yes"];',
        '  n2 -> n5 [label="No"];',
        "}",
    ]


def test_two_options_to_one_place_are_two_arrows() -> None:
    tree = tiny_tree({"who": {"staff": "fine", "coach": "fine"}}, {"fine": "allow"})
    assert mermaid(tree).count("--> ".strip()) == dot(tree).count("->") == 2


@pytest.mark.parametrize(("language", "line"), [("mermaid", MERMAID_LINE), ("dot", DOT_LINE)])
def test_no_text_breaks_the_syntax(language: str, line: re.Pattern[str]) -> None:
    body = [each for each in FORMATS[language](hostile()).splitlines() if each.startswith(" ")]
    assert body
    assert [each for each in body if not line.fullmatch(each)] == []
