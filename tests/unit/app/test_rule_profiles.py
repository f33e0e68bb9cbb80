"""Rules of links that are kept under names."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichier_gui.app.kept_by_name import KeptByName
from fichier_gui.app.rule_profiles import RuleProfile, RuleProfiles, read_profile
from fichier_gui.app.workers import Workers
from fichier_gui.domain.sharing import AccessList
from fichier_gui.system.text_file import AtomicText

TEXTS = st.lists(st.text(max_size=5), max_size=2).map(tuple)
FLAGS = st.none() | st.booleans()
PROFILES = st.builds(
    RuleProfile,
    st.text(min_size=1, max_size=5),
    FLAGS,
    st.none() | st.builds(AccessList, TEXTS, TEXTS, TEXTS, st.booleans()),
    FLAGS,
    FLAGS,
    st.none() | st.text(max_size=5),
)


FRIENDS = RuleProfile("Friends", True, AccessList(("192.0.2.0/24",), ("FR",), ("a@example.org",), True))


def kept_in(path: Path, disk: Workers) -> RuleProfiles:
    return KeptByName(AtomicText(path), disk, read_profile)


@given(PROFILES)
def test_what_is_written_is_read_again(profile: RuleProfile) -> None:
    assert read_profile(json.loads(json.dumps(asdict(profile)))) == profile


async def test_rules_are_kept_renamed_and_dropped(tmp_path: Path) -> None:
    disk, path = Workers("disk"), tmp_path / "link_rules.json"
    try:
        kept = kept_in(path, disk)
        assert await kept.all() == ()
        await kept.put(FRIENDS.named("écoles"))
        await kept.put(RuleProfile("Work", description="old"))
        await kept.put(RuleProfile("Work", description="new"))
        await kept.put(FRIENDS)
        again = kept_in(path, disk)
        work = RuleProfile("Work", description="new")
        assert await again.all() == (FRIENDS, work, FRIENDS.named("écoles"))
        await again.rename("Friends", "Work")
        await again.rename("nobody", "Work")
        assert await kept_in(path, disk).all() == (FRIENDS.named("Work"), FRIENDS.named("écoles"))
        await again.drop("Work")
        assert await kept_in(path, disk).all() == (FRIENDS.named("écoles"),)
    finally:
        await disk.close()


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"name": "x"}]', "null", '[{"name": "x", "access": 3}]'])
async def test_a_damaged_file_of_rules_holds_none(tmp_path: Path, text: str) -> None:
    disk, path = Workers("disk"), tmp_path / "link_rules.json"
    path.write_text(text, encoding="utf-8")
    try:
        kept = kept_in(path, disk)
        assert await kept.all() == ()
        await kept.put(FRIENDS)
        assert await kept_in(path, disk).all() == (FRIENDS,)
    finally:
        await disk.close()
