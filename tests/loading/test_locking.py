"""Locks are written into a register and nothing else is touched."""

import pytest

from advisor.domain.policy import DistrictSlug
from advisor.errors import AdvisorError
from advisor.loading.locking import Lock, with_locks
from advisor.loading.parsing import parse_policy

REGISTER = """\
# A comment.
schema: 1
district: Example
policy: "447"
title: T
adopted: 2012-05-14
clauses:
  - id: I
    kind: context
    opens: Employees   may
    gist: First.   # kept
  # Another comment.
  - id: II
    kind: context
    digest: "0000"
    opens: >-
      Staff may
      not
    words: 3
    gist: >-
      Second,
      folded.
    sets_aside: An aim.
"""
LOCKED = """\
# A comment.
schema: 1
district: Example
policy: "447"
title: T
adopted: 2012-05-14
clauses:
  - id: I
    kind: context
    opens: Employees   may
    words: 12
    digest: "12e34"
    gist: First.   # kept
  # Another comment.
  - id: II
    kind: context
    opens: >-
      Staff may
      not
    words: 7
    digest: "ab"
    gist: >-
      Second,
      folded.
    sets_aside: An aim.
"""
LOCKS = [Lock(12, "12e34"), Lock(7, "ab")]


def locked(content: str) -> str:
    parsed, findings = parse_policy(content, "policy.yaml", DistrictSlug("example"))
    assert parsed is not None, findings
    return with_locks(content, parsed[1], LOCKS[: len(parsed[0].clauses)])


def test_locks_are_filled_in_or_replaced() -> None:
    assert locked(REGISTER) == LOCKED


def test_locking_again_changes_nothing() -> None:
    assert locked(LOCKED) == LOCKED


def test_line_ends_are_kept() -> None:
    assert locked(REGISTER.replace("\n", "\r\n")) == LOCKED.replace("\n", "\r\n")


def test_what_was_written_is_read_back() -> None:
    parsed, findings = parse_policy(LOCKED, "policy.yaml", DistrictSlug("example"))
    assert parsed is not None
    assert findings == ()
    assert [(clause.words, clause.digest) for clause in parsed[0].clauses] == LOCKS


def test_a_clause_on_one_line_cannot_be_locked() -> None:
    register = REGISTER[: REGISTER.index("  - id: I\n")] + "  - {id: I, kind: context, opens: A b, gist: G.}\n"
    with pytest.raises(AdvisorError, match=r"policy\.yaml:8: write each key of this clause on a line of its own"):
        locked(register)
