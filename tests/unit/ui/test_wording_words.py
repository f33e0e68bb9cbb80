"""States, settings, accounts and rows in words."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from fichier_gui.domain import errors
from fichier_gui.domain.account import Account, KeyStorage, Plan
from fichier_gui.domain.ids import BatchId, FileUrl, FolderId, TransferId
from fichier_gui.domain.kinds import FileKind
from fichier_gui.domain.remote import ROOT_FOLDER, RemoteFile, RemoteFolder
from fichier_gui.domain.settings import Page, Unit, describe
from fichier_gui.domain.transfers import (
    ConflictRule,
    Direction,
    QueueCounts,
    QueueSummary,
    State,
    Transfer,
    Verification,
)
from fichier_gui.ui import wording

NOW = 1_760_000_000.0
ROW = Transfer(
    TransferId(1),
    BatchId(1),
    Direction.DOWNLOAD,
    State.QUEUED,
    "film.mkv",
    10,
    "/d/film.mkv",
    "/Films",
    NOW,
    1,
)


def row(**changes: Any) -> Transfer:
    return replace(ROW, **changes)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("direction", Direction)
def test_every_state_has_words(state: State, direction: Direction) -> None:
    assert wording.state_words(row(state=state, direction=direction), NOW)
    assert wording.live_state_words(state, direction)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": State.MOVING}, "Downloading"),
        ({"state": State.MOVING, "direction": Direction.UPLOAD}, "Uploading"),
        ({"state": State.FINISHING, "direction": Direction.UPLOAD}, "Finishing on the server"),
        ({"state": State.FAILED, "error": errors.DiskFull()}, "Failed: disk full"),
        ({"state": State.NEEDS_ANSWER, "error": errors.TargetExists()}, "Needs your answer: already there"),
        ({"state": State.RETRYING, "error": errors.NetworkUnavailable()}, "Waiting for network"),
        (
            {"state": State.RETRYING, "error": errors.ServiceOverloaded(), "retry_at": NOW - 1},
            "Waiting 0:00: server busy",
        ),
        (
            {"state": State.RETRYING, "error": errors.OneLocation(), "retry_at": NOW + 65},
            "Waiting 1:05: used elsewhere",
        ),
        ({"state": State.DONE, "verification": Verification.VERIFIED, "local_checksum": "aa"}, "Done"),
        ({"state": State.DONE, "verification": Verification.VERIFIED}, "Already here"),
        (
            {"state": State.DONE, "verification": Verification.OFF, "conflict": ConflictRule.SKIP},
            "Skipped",
        ),
        (
            {
                "state": State.DONE,
                "verification": Verification.VERIFIED,
                "direction": Direction.UPLOAD,
            },
            "Done",
        ),
        ({"state": State.DONE, "verification": Verification.UNAVAILABLE}, "Done (not verified)"),
        ({"state": State.DONE, "verification": Verification.DIFFERS}, "Done (checksum differs)"),
    ],
)
def test_states_say_why(changes: dict[str, Any], words: str) -> None:
    assert wording.state_words(row(**changes), NOW) == words


def test_what_was_not_fetched_says_so() -> None:
    done = row(state=State.DONE, verification=Verification.VERIFIED)
    assert wording.state_sentence(done).endswith("was not fetched again.")
    left = replace(done, verification=Verification.OFF, conflict=ConflictRule.SKIP)
    assert wording.state_sentence(left).endswith("stayed as it was.")


def test_cooling_down_names_the_time() -> None:
    busy = row(state=State.RETRYING, error=errors.ServiceOverloaded(), retry_at=NOW + 60)
    assert wording.state_words(busy, NOW).startswith("Cooling down until ")


@pytest.mark.parametrize("description", describe(), ids=lambda d: d.name)
def test_every_setting_has_a_label_and_a_line_of_help(description: Any) -> None:
    words = wording.setting_words(description.name)
    assert words.label
    assert words.help.endswith(".")
    assert words.label[0].isupper() or words.label.startswith("1fichier")
    if issubclass(description.kind, StrEnum):
        named = [wording.choice_words(choice) for choice in description.kind]
        assert len(set(named)) == len(named)
        assert not set(named) & {choice.value for choice in description.kind}


def test_pages_and_units_have_words() -> None:
    assert all(wording.page_words(page) for page in Page)
    assert wording.unit_words(Unit.SECONDS) == "seconds"
    assert wording.language_words("fr") == "Français"


def account(**changes: Any) -> Account:
    return replace(Account("me@example.org", Plan.PREMIUM, NOW, NOW + 212.5 * 86400), **changes)


def test_account_words() -> None:
    say = wording.account_words
    assert say(account(), signed_in=True, now=NOW) == "me@example.org · Premium, 212 days"
    free = account(plan=Plan.FREE, subscription_end=None)
    assert say(free, signed_in=True, now=NOW) == "me@example.org · Free"
    assert say(None, signed_in=True, now=NOW) == "Key in use, account not read yet"
    assert say(None, signed_in=False, now=NOW) == "No key entered"


def test_a_key_that_lives_for_this_run_only_says_why() -> None:
    words = {
        wording.storage_words(KeyStorage.RUN_ONLY, problem())
        for problem in (errors.KeyringMissing, errors.KeyringLocked, errors.KeyringDenied)
    }
    assert len(words) == 3
    assert all("until the program ends" in sentence for sentence in words)


def test_queue_words() -> None:
    summary = QueueSummary(QueueCounts(active=3, waiting=214, attention=1, done=57))
    assert wording.queue_words(summary) == "3 running, 214 waiting, 1 needs you"
    assert wording.queue_words(QueueSummary(QueueCounts(done=4))) == "Nothing to transfer"


def file(**changes: Any) -> RemoteFile:
    return replace(
        RemoteFile(FileUrl("https://1fichier.com/?abc"), "film.mkv", 4_200_000_000, NOW), **changes
    )


def test_selection_says_at_least_when_folders_are_in_it() -> None:
    assert wording.selection_words(3, 0, 6_100_000_000) == "3 selected, 6.1 GB"
    assert wording.selection_words(1, 1, 6_100_000_000) == "2 selected, at least 6.1 GB"
    assert wording.selection_words(0, 2, 0) == "2 selected"
    assert wording.items_words(1) == "1 item"
    assert wording.items_words(5000, is_complete=False) == "at least 5,000 items"


def test_rows_are_spoken_as_one_sentence() -> None:
    assert wording.spoken_row(file()).startswith("Video film.mkv, 4.2 GB, added ")
    assert wording.spoken_row(RemoteFolder(FolderId(3), "Films")) == "Folder Films"
    assert wording.folder_name(ROOT_FOLDER) == "Account"


def test_kinds() -> None:
    assert all(wording.kind_words(kind) for kind in FileKind)
    assert wording.file_kind_words(file(name="model.blend")) == "BLEND file"
    assert wording.file_kind_words(file(name="LICENSE")) == "File"


def test_who_can_open_a_link() -> None:
    sentences = {
        wording.access_words(file(has_password=p, has_acl=a)) for p in (True, False) for a in (True, False)
    }
    assert len(sentences) == 4
