"""The keys of a decision that other programs rely on."""

import json
from collections.abc import Mapping
from dataclasses import replace

from advisor.domain.tree import Answer, Fact, NodeId, SoundTree
from advisor.render.decision_record import decision_record
from advisor.render.json_records import JsonObject
from tests.render.samples import decide, district, logo, photos, remedies_of
from tests.support.trees import tiny_tree

CLAUSE = {"policy": "100", "clause": "I ¶1", "gist": "An example of a clause."}
OTHER = {"policy": "100", "clause": "II.B ¶2 s1", "gist": "Another example."}


def parsed(record: JsonObject) -> object:
    return json.loads(json.dumps(record))


def test_a_decision() -> None:
    decision = decide({"public": "no", "consent": "no", "permitted": "yes"}, photos(), logo())
    deny = {
        "verdict": "deny",
        "allowed": False,
        "because": "Nobody agreed.",
        "cites": [CLAUSE, OTHER],
        "conditions": [],
        "remedy": None,
        "find_out": [],
    }
    first = {"question": "public", "fact": "public", "answer": "no"}
    parted = {"question": "consent", "fact": "consent", "answer": "no"}
    assert parsed(decision_record(decision, district(), [Fact("brand")])) == {
        "district": "example",
        "policy": "100",
        **deny,
        "unused": ["brand"],
        "topics": [
            {"topic": "student-images", **deny, "outcome": "refused", "path": [first, parted], "parts_at": parted},
            {
                **deny,
                "topic": "logo",
                "verdict": "allow",
                "allowed": True,
                "because": "Because of fine.",
                "cites": [CLAUSE],
                "outcome": "fine",
                "path": [first, {"question": "permitted", "fact": "permitted", "answer": "yes"}],
                "parts_at": None,
            },
        ],
    }


def test_a_condition_keeps_the_authors_words_for_its_parts() -> None:
    decision = decide({"public": "no", "consent": "yes", "told": "no"})
    record = json.loads(json.dumps(decision_record(decision, district())))
    assert record["verdict"] == "allow-with-conditions"
    assert record["conditions"][0] == {
        "do": "Keep the signed form.",
        "who": "you",
        "when": "before",
        "cites": [CLAUSE],
    }


def changes(answers: Mapping[str, str], *trees: SoundTree) -> tuple[object, list[object]]:
    """Return the remedies of a decision, and of each topic."""
    record = decision_record(decide(answers, *trees), district(*trees), (), remedies_of(answers, *trees))
    kept = json.loads(json.dumps(record))
    return kept["remedy"], [topic["remedy"] for topic in kept["topics"]]


def test_a_remedy_says_what_to_change_what_must_prove_true_and_what_is_then_left() -> None:
    send = {"fact": "consent", "answer": "yes", "label": "Yes", "ask": "Consent?", "how": "Send the form home."}
    answers = {"public": "no", "consent": "no", "permitted": "unsure"}
    together, (alone, other) = changes(answers, photos(), logo())
    assert isinstance(together, list)
    conditions = together[0].pop("conditions")
    assert [each["do"] for each in conditions] == [
        "Keep the signed form.",
        "Leave names out.",
        "Tell the office.",
        "Ask again.",
    ]
    permitted = {"fact": "permitted", "answer": "yes", "label": "Yes", "ask": "Permitted?"}
    assert together == [{"changes": [send], "provided": [permitted], "verdict": "allow-with-conditions"}]
    assert alone == [{"changes": [send], "provided": [], "conditions": conditions, "verdict": "allow-with-conditions"}]
    assert other == [{"changes": [], "provided": [permitted], "conditions": [], "verdict": "allow"}]


def test_where_nothing_helps_the_list_is_empty_and_an_allow_has_none() -> None:
    never = tiny_tree({"right": {"yes": "refused", "no": "refused"}}, {"refused": "deny"}, "never")
    assert changes({"right": "no", "public": "yes"}, never, logo()) == ([], [[], None])


def test_a_change_has_the_label_of_the_new_answer() -> None:
    tree = tiny_tree({"place": {"site": "refused", "tool": "fine"}}, {"refused": "deny", "fine": "allow"})
    place = replace(tree.questions[NodeId("place")], obtain={Answer("tool"): "Use the tool."})
    together, _ = changes({"place": "site"}, replace(tree, questions={place.id: place}))
    assert isinstance(together, list)
    assert (together[0]["changes"][0]["label"], together[0]["changes"][0]["how"]) == ("Tool", "Use the tool.")
