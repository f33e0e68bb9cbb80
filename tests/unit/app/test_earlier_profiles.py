"""Profiles that earlier versions left open in this one, with all that is in them; a newer one is refused.

``earlier_profiles`` holds what these versions really wrote, after uploads, downloads, a failure and two
``kill -9``: one profile for each version of the journal, and among them one for each of the catalogue.
"""

import os
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.catalogue import schema as catalogue_schema
from fichier_gui.domain.ids import ROOT, TransferId
from fichier_gui.transfers import schema as journal_schema

ROOT_FOLDER = Path(__file__).resolve().parents[3]
KEPT = Path(__file__).with_name("earlier_profiles")
VERSIONS = sorted(folder.name for folder in KEPT.iterdir())
NOBODY = "http://127.0.0.1:9/v1"
LAST = VERSIONS[-1]
NAMES = {"journal": journal_schema.VERSION, "catalogue": catalogue_schema.VERSION}

Rows = list[tuple[object, ...]]


def put_back(kept: str, profile: Path) -> Path:
    """The files as the earlier version left them."""
    profile.mkdir(parents=True)
    for name in ("journal", "catalogue"):
        with closing(sqlite3.connect(profile / f"{name}.db", isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.create_function("folded", 1, str.casefold, deterministic=True)
            db.executescript((KEPT / kept / f"{name}.sql").read_text(encoding="utf-8"))
    (profile / "settings.toml").write_bytes((KEPT / kept / "settings.toml").read_bytes())
    return profile


def rows(path: Path, statement: str) -> Rows:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(statement).fetchall()


def version_of(path: Path) -> int:
    return int(str(rows(path, "PRAGMA user_version")[0][0]))


def everything(path: Path) -> dict[str, Rows]:
    tables = [str(row[0]) for row in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: rows(path, f"SELECT * FROM {table}") for table in tables}


def columns(path: Path, table: str) -> list[str]:
    return [str(row[1]) for row in rows(path, f"PRAGMA table_info({table})")]


async def opened_once(profile: Path) -> None:
    program = await Program.open(options_for(profile, NOBODY, keychain=False))
    await program.close()


def test_there_is_one_of_each_version_that_ever_was() -> None:
    tables = {name: [(KEPT / kept / f"{name}.sql").read_text() for kept in VERSIONS] for name in NAMES}
    for name, newest in NAMES.items():
        found = {text.split("As version ")[1].split()[0] for text in tables[name]}
        missing = {str(version) for version in range(1, newest)} - found
        assert missing == set(), f"{KEPT.name} lacks what version {missing} of the {name} wrote"


@pytest.mark.parametrize("kept", VERSIONS)
async def test_every_transfer_is_there_and_the_old_journal_too(kept: str, tmp_path: Path) -> None:
    profile = put_back(kept, tmp_path / "profile")
    path = profile / "journal.db"
    version, before = version_of(path), everything(path)
    known = ", ".join(c for c in columns(path, "transfers") if c not in ("position", "stored_name"))
    transfers = rows(path, f"SELECT {known} FROM transfers ORDER BY position")
    batches = rows(path, "SELECT id, added_at FROM batches")
    assert len(transfers) >= 7 and len(batches) >= 5

    program = await Program.open(options_for(profile, NOBODY, keychain=False))
    shown = await program.transfers.rows([TransferId(row[0]) for row in transfers])
    assert [row.state.value for row in shown] == [row[known.split(", ").index("state")] for row in transfers]
    await program.close()

    assert rows(path, f"SELECT {known} FROM transfers ORDER BY position") == transfers
    assert rows(path, "SELECT id, added_at FROM batches") == batches
    assert version_of(path) == journal_schema.VERSION
    backup = profile / "journal-copies" / f"version-{version}.db"
    if version == journal_schema.VERSION:
        assert not backup.exists()
    else:
        assert everything(backup) == before
        assert version_of(backup) == version


@pytest.mark.parametrize("kept", VERSIONS)
async def test_what_is_known_of_the_account_is_not_asked_again(kept: str, tmp_path: Path) -> None:
    profile = put_back(kept, tmp_path / "profile")
    path = profile / "catalogue.db"
    told = {
        "folders": f"SELECT parent, {catalogue_schema.FOLDER_COLUMNS} FROM folders ORDER BY id",
        "listings": "SELECT folder, fetched_at, is_complete FROM listings ORDER BY folder",
        "facts": "SELECT name, value FROM facts ORDER BY name",
        "files": "SELECT folder, url, name, size, added_at, mime, has_password, has_acl, is_cdn,"
        " lower(iif(typeof(checksum) = 'blob', hex(checksum), checksum)) FROM files ORDER BY folder, row",
    }
    before = {table: rows(path, statement) for table, statement in told.items()}
    assert len(before["files"]) >= 5 and len(before["listings"]) >= 4

    program = await Program.open(options_for(profile, NOBODY, keychain=False))
    listing = await program.browse.known_listing(ROOT)
    assert listing is not None
    assert {folder.name for folder in listing.folders} >= {"Films", "Music", "Reports"}
    await program.close()

    assert {table: rows(path, statement) for table, statement in told.items()} == before
    assert version_of(path) == catalogue_schema.VERSION
    assert rows(path, "SELECT count(*) FROM names WHERE names MATCH 'rep'") == [(1,)]
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO names (names) VALUES ('integrity-check')")
    assert [p.name for p in profile.glob("catalogue*")] == ["catalogue.db"]


@pytest.mark.parametrize("kept", VERSIONS)
async def test_every_setting_is_in_force(kept: str, tmp_path: Path) -> None:
    profile = put_back(kept, tmp_path / "profile")
    document = tomllib.loads((profile / "settings.toml").read_text())
    wishes = {name: value for table in document.values() for name, value in table.items()}
    assert len(wishes) >= 10
    program = await Program.open(options_for(profile, NOBODY, keychain=False))
    settings = program.preferences.current
    assert {name: getattr(settings, name) for name in wishes} == wishes
    await program.preferences.change("confirm_quit", True)
    await program.close()
    assert tomllib.loads((profile / "settings.toml").read_text()) == {
        page: {name: value for name, value in table.items() if name != "confirm_quit"}
        for page, table in document.items()
    }


async def test_a_backup_of_the_version_before_stays_until_the_next_upgrade(tmp_path: Path) -> None:
    profile = put_back(VERSIONS[0], tmp_path / "profile")
    copies = profile / "journal-copies"
    copies.mkdir()
    (copies / "version-0.db").write_bytes(b"of an earlier upgrade")
    await opened_once(profile)
    await opened_once(profile)
    assert [p.name for p in copies.glob("version-*")] == ["version-1.db"]


async def test_a_catalogue_of_a_newer_version_is_taken_over_as_far_as_it_goes(tmp_path: Path) -> None:
    profile = put_back(LAST, tmp_path / "profile")
    await opened_once(profile)
    path = profile / "catalogue.db"
    files = rows(path, "SELECT count(*) FROM files")
    newer(
        path, catalogue_schema.VERSION + 1, "ALTER TABLE files ADD COLUMN colour TEXT; CREATE TABLE tags (t)"
    )
    await opened_once(profile)
    assert version_of(path) == catalogue_schema.VERSION
    assert rows(path, "SELECT count(*) FROM files") == files
    assert "colour" not in columns(path, "files")


async def test_a_catalogue_that_says_nothing_to_this_version_starts_anew(tmp_path: Path) -> None:
    profile = put_back(LAST, tmp_path / "profile")
    await opened_once(profile)
    path = profile / "catalogue.db"
    newer(path, catalogue_schema.VERSION + 1, "ALTER TABLE folders RENAME COLUMN name TO title")
    await opened_once(profile)
    assert version_of(path) == catalogue_schema.VERSION
    assert rows(path, "SELECT count(*) FROM files") == [(0,)]


def newer(path: Path, version: int, change: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(f"{change}; PRAGMA user_version = {version};")


def contents(profile: Path) -> dict[str, bytes]:
    """Of all that may not change when a start is refused: not of the log, the lock and the window's place."""
    own = ("logs", "crashes", "instance", "window.ini")
    files = {p.relative_to(profile).as_posix(): p for p in profile.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(own)}


@pytest.fixture
def written_by_newer(tmp_path: Path) -> Iterator[Path]:
    """A profile whose journal a newer version has changed, and whose catalogue is of an earlier one."""
    profile = put_back(LAST, tmp_path / "profile")
    newer(profile / "journal.db", journal_schema.VERSION + 1, "CREATE TABLE of_tomorrow (x)")
    before = contents(profile)
    assert set(before) == {"journal.db", "catalogue.db", "settings.toml"}
    yield profile
    assert contents(profile) == before


def run_python(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT_FOLDER), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=90
    )


@pytest.mark.parametrize("command", [["queue"], ["upload", "README.md"], ["ls", "--cached"], ["key", "show"]])
def test_a_command_refuses_what_a_newer_version_wrote(written_by_newer: Path, command: list[str]) -> None:
    options = ["--profile", str(written_by_newer), "--service", NOBODY, "--no-key-ring"]
    done = run_python(written_by_newer, "-m", "fichier_gui", *options, *command)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "newer version" in done.stderr and "Traceback" not in done.stderr
    assert "another profile" in done.stderr


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from fichier_gui.app.options import options_for
from fichier_gui.ui import boot
from fichier_gui.ui.dialogs.ask import Question

make_application = boot.make_application

def answered():
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, Question) and shown.isVisible():
            print(shown.windowTitle(), "|", shown.accessibleDescription(), flush=True)
            shown.reject()

def watched_application():
    app = make_application()
    watch = QTimer(app)
    watch.timeout.connect(answered)
    watch.start(20)
    return app

boot.make_application = watched_application
print("code", boot.run(options_for(Path(sys.argv[1]), "http://127.0.0.1:9/v1", keychain=False)))
"""


def test_the_window_refuses_what_a_newer_version_wrote(written_by_newer: Path) -> None:
    done = run_python(written_by_newer, "-c", WINDOW, str(written_by_newer))
    assert done.stdout.splitlines()[-1:] == ["code 1"], done.stderr
    assert "cannot start" in done.stdout and "newer version" in done.stdout
