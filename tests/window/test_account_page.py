"""The account page through the window and the whole core, against the simulated service."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.api.pacing import BudgetRules
from fichier_gui.domain.account import Account, AccountChanges, ChangesReport, Plan
from fichier_gui.domain.errors import RequestRejected
from fichier_gui.domain.settings import Page
from fichier_gui.ui import wording
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs import account_page
from fichier_gui.ui.dialogs.account_form import AccountForm
from fichier_gui.ui.dialogs.account_page import AccountPage
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.settings_dialog import SettingsDialog
from fichier_gui.ui.dialogs.storage_bar import Storage, over_color
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.wording import account_page as words

TERABYTE = 10**12
NOW = 1_750_000_000.0
ME = Account(
    "me@example.org",
    Plan.GOLD,
    NOW - 60,
    NOW + 40.5 * 86400,
    cdn_credit_gb=12.5,
    hot_storage=TERABYTE,
    cold_storage=2 * TERABYTE,
    allowed_cold_storage=5 * TERABYTE,
    available_storage=3 * TERABYTE,
    stats_at=NOW - 3600,
)
OFTEN = BudgetRules(
    windows=((200, 1.0),), refusal_gaps=(), account_every=0.2, account_every_address=0.1, background_gap=0.0
)
Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]


def opened_dialog(kind: type[Any]) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def window(core_window: CoreWindow) -> Any:
    async def opened(play: Play, *, limits: bool, forbidden: int = 0, **changes: Any) -> None:
        made = Service(limits=limits, switches=quiet_switches())
        made.main_user.upload_forbidden = forbidden
        made.add_file("/FTP/a.bin", b"1" * 900)
        made.main_user.cdn_credits = 50.0
        await core_window.open(made, play, **changes)

    return opened


def set_by(running: ThreadedSimulator) -> list[dict[str, Any]]:
    return [dict(record.payload) for record in running.requests.all("user/info") if record.payload]


def asked(running: ThreadedSimulator) -> int:
    return running.requests.endpoints().count("user/info")


async def test_changes_are_saved_together_and_confirmed(window: Any) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        shell.actions[ActionId.ACCOUNT].trigger()
        page = await until(lambda: opened_dialog(AccountPage))
        assert page.email.text() == "me@example.org"
        assert "50.0 GB" in page.credits.label.text() and "not spent" in page.credits.label.text()
        assert not page.save.isEnabled()

        page.form.fields["spends_cdn"].box.click()
        page.form.fields["page_limit"].box.setValue(40)
        page.form.fields["default_domain"].box.setCurrentIndex(2)
        page.form.fields["default_domain"].box.activated.emit(2)
        page.form.fields["ftp_folder"].button.click()
        chooser = await until(lambda: opened_dialog(RemoteFolderDialog))
        (folder,) = shell.window.files.model.rows
        await until(lambda: chooser.model.index_of(folder.id).isValid())
        chooser.tree.setCurrentIndex(chooser.model.index_of(folder.id))
        chooser.choose.click()
        await until(lambda: page.form.fields["ftp_folder"].line.text() == "/FTP")
        page.form.fields["ftp_folder"].button.click()
        chooser = await until(lambda: opened_dialog(RemoteFolderDialog))
        await until(lambda: chooser.folder == folder)  # not at the root again
        chooser.reject()
        await until(lambda: opened_dialog(RemoteFolderDialog) is None)
        page.save.click()
        await until(lambda: "has taken" in page.outcome.label.text())
        assert set_by(running) == [
            {"use_cdn": 1, "page_limit": 40, "default_domain": 2, "ftp_did": int(folder.id)}
        ]
        assert "being spent" in page.credits.label.text()
        assert not page.save.isEnabled()
        page.reject()
        await until(lambda: opened_dialog(AccountPage) is None)

    await window(play, limits=False, budget_rules=OFTEN)


async def test_nothing_is_asked_more_often_than_allowed(window: Any) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        before = asked(running)
        shell.actions[ActionId.ACCOUNT].trigger()
        page = await until(lambda: opened_dialog(AccountPage))
        assert page.age.text().startswith("Read just now. Again in ")
        assert not page.again.isEnabled()
        page.form.fields["ftp_is_manual"].box.activated.emit(1)
        page.save.click()
        await until(lambda: "1 change will be sent in " in page.outcome.label.text())
        # Closed, it still waits; opened again it is shown as it is to become.
        page.reject()
        await until(lambda: opened_dialog(AccountPage) is None)
        shell.desk.remedies.open_settings(Page.ACCOUNT)
        settings = await until(lambda: opened_dialog(SettingsDialog))
        settings._account.details.click()
        page = await until(lambda: opened_dialog(AccountPage))
        assert page.form.fields["ftp_is_manual"].box.currentIndex() == 1
        page.drop.click()
        await until(lambda: page.form.fields["ftp_is_manual"].box.currentIndex() == 0)
        assert not page.outcome.isVisible()
        page.reject()
        settings.reject()
        await until(lambda: opened_dialog(SettingsDialog) is None)
        assert asked(running) == before

    await window(play, limits=True)


async def test_what_is_refused_stays_in_its_field(window: Any) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        shell.actions[ActionId.ACCOUNT].trigger()
        page = await until(lambda: opened_dialog(AccountPage))
        page.form.edited.emit("default_domain", 99)
        page.form.fields["page_limit"].box.setValue(7)
        page.save.click()
        await until(lambda: "default_domain" in page.outcome.label.text())
        assert "“Domain of new links”" in page.outcome.label.text()
        assert page.form.fields["page_limit"].box.value() == 7
        page.form.edited.emit("default_domain", 1)
        assert page.save.isEnabled()
        # Closing asks what is to become of it.
        page.reject()
        question = await until(lambda: opened_dialog(Question))
        button = next(b for b in question.findChildren(type(page.again)) if b.text() == "Save")
        button.click()
        await until(lambda: opened_dialog(AccountPage) is None)
        await until(lambda: "has taken" in shell.window.notice_bar.sentence)
        assert set_by(running)[-1] == {"default_domain": 1, "page_limit": 7}

    await window(play, limits=False, budget_rules=OFTEN)


async def test_an_account_that_may_send_nothing_says_so_at_once(window: Any) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        await until(lambda: "takes no uploads" in shell.window.notice_bar.sentence)
        shell.actions[ActionId.ACCOUNT].trigger()
        page = await until(lambda: opened_dialog(AccountPage))
        assert page.alarms[0].isVisible() and not page.alarms[1].isVisible()
        page.reject()
        await until(lambda: opened_dialog(AccountPage) is None)

    await window(play, limits=True, forbidden=1)


async def test_a_program_that_ends_asks_nothing(window: Any, caplog: pytest.LogCaptureFixture) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        shell.actions[ActionId.ACCOUNT].trigger()
        page = await until(lambda: opened_dialog(AccountPage))
        page.form.fields["page_limit"].box.setValue(7)
        page.reject()
        await until(lambda: opened_dialog(Question))

    await window(play, limits=True)
    assert opened_dialog(Question) is None
    assert not [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]


def test_the_bar_and_its_words(qtbot: QtBot) -> None:
    storage = Storage(None)
    qtbot.addWidget(storage)
    storage.show_account(ME, NOW)
    assert [size for size, _ in storage.bar.parts] == [TERABYTE, 2 * TERABYTE, 3 * TERABYTE]
    assert (storage.hot.text(), storage.cold.text(), storage.free.text()) == (
        "1.0 TB",
        "2.0 TB of 5.0 TB",
        "3.0 TB",
    )
    assert storage.computed.text().endswith("an hour ago.")
    over = Account("a", Plan.FREE, NOW, hot_storage=1, cold_storage=9, available_storage=-4)
    storage.show_account(over, NOW)
    assert storage.bar.parts[1] == (9, over_color) and storage.free.text() == "0 B"
    storage.bar.resize(400, 16)
    assert storage.bar.grab().toImage().pixelColor(200, 8) == over_color(storage.palette())


def test_what_is_wrong_is_said_loudly() -> None:
    assert words.alarms(ME) == []
    bad = Account(
        "a", Plan.FREE, NOW, available_storage=-2_500_000_000, is_over_quota=True, upload_forbidden="1"
    )
    assert words.alarms(bad) == [
        "1fichier takes no uploads for this account.",
        "The storage is over its limit by 2.5 GB.",
    ]
    told = Account("a", Plan.FREE, NOW, upload_forbidden="unpaid invoice", is_over_quota=True)
    assert words.alarms(told) == [
        "1fichier takes no uploads for this account. It says: unpaid invoice",
        "The storage is over its limit.",
    ]


def test_ages_and_changes_in_words() -> None:
    assert words.plan_sentence(ME, NOW).startswith("Gold, 40 days left, until ")
    assert words.read_words(ME, NOW, None, is_reading=False) == "Read a minute ago. Again in 4:00."
    assert words.read_words(ME, NOW + 360, None, is_reading=False) == "Read 7 minutes ago."
    assert words.read_words(ME, NOW, NOW + 90, is_reading=True) == "1fichier lets it be read in 1:30."
    page = AccountChanges(page_limit=3)
    left = ChangesReport(refused=page)
    assert words.changes_words(left, NOW) == ("1fichier left as it was: “Files on a page of the web site”")
    refused = ChangesReport(page, NOW + 61, refused=page, refusal=RequestRejected("no such page #12"))
    assert words.changes_words(refused, NOW).splitlines() == [
        "1fichier did not take “Files on a page of the web site”: no such page #12",
        "1 change will be sent in 1:01. 1fichier takes changes every five minutes.",
    ]


def test_every_setting_that_can_be_written_has_a_field_and_a_sentence(qtbot: QtBot) -> None:
    form = AccountForm(lambda _chosen: None, str, None)
    qtbot.addWidget(form)
    assert set(form.fields) == set(AccountChanges.names())
    for name, field in form.fields.items():
        sentence = words.account_setting_words(name)
        assert sentence.help.endswith(".") and field.widget.accessibleDescription() == sentence.help


def test_the_service_wants_five_minutes() -> None:
    assert account_page.ALLOWED_EVERY == 300
    assert wording.countdown(300) == "5:00"
