from dataclasses import dataclass
from pathlib import Path

import pytest

from fichier_gui.app.account_memory import AccountFile
from fichier_gui.app.preferences import Preferences
from fichier_gui.app.workers import Workers
from fichier_gui.domain.account import Account, Plan
from fichier_gui.domain.errors import DiskFull
from fichier_gui.domain.events import Event, SettingsChanged
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.settings import Settings
from fichier_gui.system.text_file import AtomicText

KEY = Secret("0123456789abcdef0123456789abcdef")
OTHER = Secret("fedcba9876543210fedcba9876543210")
ACCOUNT = Account("me@example.org", Plan.GOLD, 1234.5, available_storage=-5)


async def test_the_account_is_remembered_for_its_key_alone(tmp_path: Path) -> None:
    disk = Workers("disk")
    path = tmp_path / "account.json"
    memory = AccountFile(AtomicText(path), disk)
    assert await memory.load(KEY) is None
    assert not await memory.is_other(KEY)
    assert not await memory.save(KEY, ACCOUNT)
    again = AccountFile(AtomicText(path), disk)
    assert await again.load(KEY) == ACCOUNT
    assert await again.load(OTHER) is None
    assert await again.is_other(OTHER)
    assert await again.save(OTHER, Account("you@example.org", Plan.FREE, 1.0))
    assert KEY.reveal() not in path.read_text()
    await again.clear()
    assert await again.load(OTHER) is None
    assert "you@example.org" not in path.read_text()
    assert await again.save(KEY, ACCOUNT), "whose it was is still told"
    await disk.close()


@pytest.mark.parametrize(
    "text", ["", "{", '{"salt": "a"}', '{"salt":"a","key_mark":"","owner_mark":"","account":{}}']
)
async def test_a_damaged_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    disk = Workers("disk")
    path = tmp_path / "account.json"
    path.write_text(text)
    memory = AccountFile(AtomicText(path), disk)
    assert await memory.load(KEY) is None
    await memory.save(KEY, ACCOUNT)
    assert await memory.load(KEY) == ACCOUNT
    await disk.close()


@dataclass
class Keeper:
    saved: Settings | None = None
    is_full: bool = False

    def save(self, settings: Settings) -> None:
        if self.is_full:
            raise DiskFull()
        self.saved = settings


async def test_a_change_is_in_force_and_kept() -> None:
    disk, keeper, events, applied = Workers("disk"), Keeper(), list[Event](), list[Settings]()
    preferences = Preferences(Settings(), keeper, disk, applied.append, events.append)
    settings = await preferences.change("parallel_uploads", 99)
    assert settings.parallel_uploads == 4
    assert preferences.current == settings == keeper.saved
    assert events == [SettingsChanged(settings)]
    assert applied == [settings]
    await preferences.change("parallel_uploads", 4)
    assert len(events) == 1
    with pytest.raises(ValueError, match="timeout_seconds"):
        await preferences.change("timeout_seconds", "soon")
    with pytest.raises(KeyError):
        await preferences.change("nonsense", 1)
    await preferences.change("timeout_seconds", 99)
    with pytest.raises(ValueError, match="keep_awake"):
        await preferences.change_all({"parallel_uploads": 2, "keep_awake": "no"})
    assert preferences.current == Settings(timeout_seconds=99, parallel_uploads=4), "all or none"
    told = len(events)
    await preferences.change_all({"parallel_uploads": 2, "keep_awake": False})
    assert preferences.current == keeper.saved == Settings(timeout_seconds=99, keep_awake=False)
    assert len(events) == told + 1
    keeper.is_full = True
    with pytest.raises(DiskFull):
        await preferences.change("timeout_seconds", 77)
    assert preferences.current.timeout_seconds == 77
    await disk.close()
