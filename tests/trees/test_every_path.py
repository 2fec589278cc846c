"""Every path of every shipped tree is on record: one outline a tree, reviewed with white space hidden."""

import pytest
from syrupy.assertion import SnapshotAssertion

from advisor.analysis.paths import every_path
from advisor.render.outline import outline
from tests.support.snapshots import TextFile
from tests.trees.shipped import TREES, draft, tree_draft


@pytest.mark.parametrize(("district", "topic"), TREES)
def test_the_outline_of_a_tree_is_the_one_on_record(district: str, topic: str, snapshot: SnapshotAssertion) -> None:
    tree = tree_draft(district, topic).tree
    recorded = snapshot(name=f"paths/{district}/{topic}", extension_class=TextFile)
    assert outline(tree, draft(district).policy, list(every_path(tree))) == recorded
