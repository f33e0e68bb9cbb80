"""Fetch from the web through the window, against the simulated service with its limits on."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.errors import AddressNotAllowed, NotFound
from fichier_gui.domain.events import RemoteFilesLanded, SignedOut
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.jobs import Fetch, JobId, LandedFile, RemoteItem
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import RemoteJob
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.remote_folder import RemoteFolderDialog
from fichier_gui.ui.dialogs.remote_uploads import RemoteUploadsDialog
from fichier_gui.ui.models.remote_uploads import ADDRESS, FOLDER, STATE
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.wording import fetches

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]
FILM, GONE = "https://example.org/film%20one.mkv", "https://example.org/missing.iso"
OWN = "https://1fichier.com/?abcdefghij0123456789"


def opened_dialog(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def window(qapp: QApplication, core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=True, switches=quiet_switches(remote_seconds=1e9))
    made.add_file("/Films/old.mkv", b"1" * 900)
    qapp.clipboard().clear()
    return partial(core_window.open, made)


async def opened(shell: Shell) -> RemoteUploadsDialog:
    for _ in range(2):  # two presses open one dialog
        shell.actions[ActionId.REMOTE_UPLOADS].trigger()
    dialog = await until(lambda: opened_dialog(RemoteUploadsDialog))
    await until(lambda: dialog._table.looked_at)
    return dialog


def shown(dialog: RemoteUploadsDialog, column: int) -> list[str]:
    model = dialog.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def chosen(shell: Shell) -> list[str]:
    return [row.name for row in shell.window.files.table.chosen_rows()]


def press(shell: Shell, text: str) -> None:
    buttons = shell.window.notice_bar.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text and button.isVisible()).click()


async def look_again(shell: Shell) -> None:
    """As if the half minute had gone by that the service wants between two looks."""

    async def hurry(program):
        program.remote_uploads._looked_at = None
        await program.remote_uploads.look()

    await shell.seam.call(hurry)


async def test_addresses_are_fetched_into_a_chosen_folder_and_shown_there(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        QApplication.clipboard().setText(f"Look: {FILM}!")
        dialog = await opened(shell)
        assert dialog.form.sources.urls == (FILM,), "what is on the clipboard is ready"
        assert dialog.empty.isVisible() and not dialog.view.isVisible()
        assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, RemoteUploadsDialog)]) == 1
        dialog.form.text.setPlainText(f"{FILM} and <{GONE}>, {OWN}")
        assert dialog.form.fetch.text() == "Fetch 2 files"
        assert "1 link of 1fichier" in dialog.form.found.text()

        dialog.form.target.button.click()
        chooser = await until(lambda: opened_dialog(RemoteFolderDialog))
        films = await until(lambda: next((f for f in folders(chooser) if f.name == "Films"), None))
        chooser.tree.setCurrentIndex(chooser.model.index_of(films.id))
        chooser.choose.click()
        await until(lambda: dialog.form.target.line.text() == "/Films")

        dialog.form.has_headers.setChecked(True)
        dialog.form.cookie.setText("session=verysecret")
        dialog.form.headers.setPlainText("no header")
        assert not dialog.form.fetch.isEnabled() and "no header" in dialog.form.wrong.text()
        dialog.form.headers.setPlainText("Referer: https://example.org/")
        dialog.form.fetch.click()
        await until(lambda: shown(dialog, STATE) == ["Waits at 1fichier"] * 2)
        assert shown(dialog, ADDRESS) == [FILM, GONE] and shown(dialog, FOLDER) == ["/Films"] * 2
        (job,) = running.service.main_user.jobs.values()
        assert job.headers == {"Referer": "https://example.org/", "Cookie": "session=verysecret"}
        assert not dialog.form.text.toPlainText()
        assert "2 waiting" in dialog.status.text()

        running.service.switches.remote_seconds = 0.0
        await look_again(shell)
        await until(lambda: shown(dialog, STATE) == ["Fetched", "Failed"])
        dialog.view.setCurrentIndex(dialog.model.index(1, 0))
        assert dialog.sentence.text() == "Nothing is at this address any more. (404 Not Found)"
        assert not dialog.show_button.isEnabled()
        # What failed is ready to be sent again, where it was to go to.
        dialog.form.target.put(ROOT)
        dialog.again_button.click()
        assert dialog.form.sources.urls == (GONE,) and dialog.form.target.folder_id == films.id

        dialog.view.setCurrentIndex(dialog.model.index(0, 0))
        dialog.copy_button.click()
        stored = next(f for f in running.service.state.files.values() if f.name == "film one.mkv")
        url = FileUrl(running.service.link(stored))
        assert QApplication.clipboard().text() == url
        await until(lambda: "film one.mkv" in shell.window.notice_bar.sentence)
        assert "could not fetch 1 file" in shell.window.notice_bar.sentence
        press(shell, "Show in its folder")
        await until(lambda: chosen(shell) == ["film one.mkv"])
        shell.desk.navigation.go(ROOT)
        await until(lambda: shell.desk.navigation.folder_id == ROOT and not chosen(shell))
        dialog.show_button.click()
        await until(lambda: chosen(shell) == ["film one.mkv"])
        # One that lands in the folder on the screen is chosen there by itself, unless something is.
        old = next(row for row in shell.window.files.model.rows if row.name == "old.mkv")
        event = RemoteFilesLanded((LandedFile(old.url, old.name, films.id),))
        shell.seam.happened.emit(event)
        assert chosen(shell) == ["film one.mkv"]
        shell.window.files.table.clearSelection()
        shell.seam.happened.emit(event)
        await until(lambda: chosen(shell) == ["old.mkv"])
        dialog.reject()
        await until(lambda: opened_dialog(RemoteUploadsDialog) is None)
        log = "".join(path.read_text() for path in shell.seam.options.profile.logs.glob("*"))
        assert "verysecret" not in log and "example.org" not in log

    await window(play)


def folders(chooser):
    root = chooser.model.index_of(ROOT)
    rows = range(chooser.model.rowCount(root))
    return [f for row in rows if (f := chooser.model.folder(chooser.model.index(row, 0, root)))]


async def test_what_is_not_taken_is_said_and_can_be_forgotten(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        body = '{"status":"KO","message":"Host is blocked #77"}'
        running.service.faults.add(Fault("remote/request", "answer", status=403, body=body, calls="1"))
        dialog = await opened(shell)
        dialog.form.put([FILM])
        dialog.form.fetch.click()
        await until(lambda: shown(dialog, STATE) == ["Not taken"])
        dialog.view.setCurrentIndex(dialog.model.index(0, 0))
        assert dialog.sentence.text() == "1fichier refused it: Host is blocked"
        dialog.clear_button.click()
        await until(lambda: not shown(dialog, STATE))

        # Of many, those that have not left can be taken back.
        dialog.form.put([f"https://example.org/{number}" for number in range(40)])
        dialog.form.fetch.click()
        await until(lambda: dialog.cancel_button.isVisible())
        dialog.cancel_button.click()
        await until(lambda: "Taken back" in shown(dialog, STATE) and not dialog.cancel_button.isVisible())
        await until(lambda: set(shown(dialog, STATE)) == {"Taken back", "Waits at 1fichier"})
        sent = sum(len(job.urls) for job in running.service.main_user.jobs.values())
        assert shown(dialog, STATE).count("Waits at 1fichier") == sent < 40
        dialog.reject()

    await window(play)


async def test_older_requests_are_read_when_they_are_chosen(
    window: Callable[[Play], Awaitable[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fichier_gui.app.remote_uploads.READ_AT_ONCE", 1)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        running.service.switches.remote_seconds = 0.0
        for number, url in enumerate((GONE, FILM), 1):
            running.service.main_user.jobs[number] = RemoteJob(number, 0, [url], {}, 1_700_000_000.0)
        dialog = await opened(shell)
        await until(lambda: shown(dialog, STATE) == ["Fetched", "Not read yet"])
        assert shown(dialog, ADDRESS) == [FILM, "Request 1"]
        dialog.view.setCurrentIndex(dialog.model.index(1, 0))
        await until(lambda: shown(dialog, STATE) == ["Fetched", "Failed"])
        assert shown(dialog, ADDRESS)[1] == GONE
        # The folder of what another program asked for is not known: the service is asked for it.
        dialog.view.setCurrentIndex(dialog.model.index(0, 0))
        dialog.show_button.click()
        await until(lambda: "file/info" in running.requests.endpoints())
        dialog.reject()

    await window(play)


async def test_what_an_earlier_run_asked_for_is_told_in_this_one(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def ask(shell: Shell, running: ThreadedSimulator) -> None:
        folder = FolderId(running.service.add_folder("/Never read").id)
        await shell.seam.call(lambda p: p.remote_uploads.fetch((FILM,), folder, {}))
        memory = shell.seam.options.profile.state / "remote.json"
        await until(lambda: memory.exists() and '"1' in memory.read_text(encoding="utf-8"))
        running.service.switches.remote_seconds = 0.0

    async def restart(shell: Shell, running: ThreadedSimulator) -> None:
        await until(lambda: "film one.mkv" in shell.window.notice_bar.sentence)

    await window(ask)
    await window(restart)


async def test_files_that_land_while_the_dialog_is_shut_are_told(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        shell.seam.happened.emit(RemoteFilesLanded((), 2))
        bar = shell.window.notice_bar
        await until(lambda: bar.sentence == "1fichier could not fetch 2 files.")
        press(shell, "Why?")
        dialog = await until(lambda: opened_dialog(RemoteUploadsDialog))
        dialog.reject()

    await window(play)


async def test_what_one_account_could_not_fetch_is_not_counted_for_the_next(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        bar = shell.window.notice_bar
        shell.seam.happened.emit(RemoteFilesLanded((), 2))
        await until(lambda: bar.sentence == "1fichier could not fetch 2 files.")
        shell.seam.happened.emit(SignedOut())
        shell.seam.happened.emit(RemoteFilesLanded((), 1))
        await until(lambda: bar.sentence == "1fichier could not fetch 1 file.")

    await window(play)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("404 Not Found #12", "Nothing is at this address any more. (404 Not Found)"),
        ("HTTP 403", "does not let 1fichier in"),
        ("Connection timed out", "cannot reach the server"),
        ("Internal error 502", "a problem of its own"),
        ("File too large", "larger than the account may hold"),
        ("Strange thing #3", "1fichier could not fetch it: Strange thing"),
        ("", "does not say why"),
    ],
)
def test_a_failure_is_a_sentence(message: str, said: str) -> None:
    item = RemoteItem(GONE, Fetch.FAILED, JobId(1), message=message)
    assert said in fetches.fetch_sentence(item) and "#" not in fetches.fetch_sentence(item)


def test_a_password_in_an_address_is_not_shown() -> None:
    assert fetches.source_words(RemoteItem("ftp://cam:secret1@example.org/x", Fetch.DONE)) == (
        "ftp://cam:•••@example.org/x"
    )
    refused = RemoteItem(FILM, Fetch.REFUSED, error=AddressNotAllowed("Too many URLs #4"))
    assert fetches.fetch_sentence(refused) == "1fichier refused it: Too many URLs"
    gone = RemoteItem(FILM, Fetch.REFUSED, error=NotFound())
    assert "folder" in fetches.fetch_sentence(gone)
