"""What a drag of rows gives other programs: files that are here or small, else links."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QAbstractButton, QApplication
from support.core_window import CoreWindow, alone, shows
from support.quick_rules import QUICK
from support.simulator import Service, quiet_switches
from support.waiting import until

from fichier_gui.app.local_copies import SMALL
from fichier_gui.simulator.faults import Fault
from fichier_gui.ui import carrying_out
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.brought import local_paths
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.row_carrying import Outcome

Play = Callable[[Shell], Awaitable[None]]
Window = Callable[[Play], Awaitable[None]]
TAKEN, REFUSED, INSIDE = Outcome(True, True), Outcome(False, True), Outcome(True, False)
GONE = '{"status": "KO", "message": "Resource not found #469"}'


@pytest.fixture
def service() -> Service:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file("/large.bin", b"la" * SMALL)
    made.add_file("/one été.txt", b"one")
    made.add_file("/two.txt", b"two")
    made.add_folder("/Films")
    return made


@pytest.fixture
def window(core_window: CoreWindow, service: Service) -> Window:
    return lambda play: core_window.open(service, alone(play), ready=shows("large.bin"), budget_rules=QUICK)


def choose(shell: Shell, *names: str) -> list:
    rows = [row for row in shell.window.files.model.rows if row.name in names]
    shell.window.files.table.select([getattr(row, "url", None) or row.id for row in rows])
    return rows


def dragged(shell: Shell) -> QMimeData:
    table = shell.window.files.table
    return table.data_of(table.chosen_rows())[0]


def paths(data: QMimeData) -> list[Path]:
    assert all(url.isLocalFile() for url in data.urls())
    return [Path(url.toLocalFile()) for url in data.urls()]


async def test_a_file_on_this_computer_comes_as_that_file(window: Window) -> None:
    async def play(shell: Shell) -> None:
        out = shell.desk.carrying_out
        choose(shell, "large.bin")
        assert not dragged(shell).hasUrls()
        shell.actions[ActionId.DOWNLOAD].trigger()
        await until(lambda: out.paths)
        data = dragged(shell)
        (path,) = paths(data)
        assert path.read_bytes() == b"la" * SMALL and path.parent.name == "Downloads"
        assert data.text().startswith("https://1fichier.com/?"), "an editor still gets the link"
        path.write_bytes(b"other")
        choose(shell)
        choose(shell, "large.bin")
        await until(lambda: not out._is_asking and not out.paths)

    await window(play)


async def test_small_files_are_fetched_when_another_program_asks(window: Window, service: Service) -> None:
    async def play(shell: Shell) -> None:
        choose(shell, "one été.txt", "two.txt")
        data = dragged(shell)
        assert data.hasUrls() and not shell.seam.options.profile.dragged.exists()
        files = paths(data)
        assert [path.name for path in files] == ["one été.txt", "two.txt"]
        assert [path.read_bytes() for path in files] == [b"one", b"two"]
        assert paths(dragged(shell)) == files, "what was fetched is not fetched again"
        choose(shell, "one été.txt")
        await until(lambda: shell.desk.carrying_out.paths)
        assert paths(dragged(shell)) == files[:1]

    await window(play)


async def test_what_cannot_be_fetched_comes_as_nothing_and_says_why(window: Window, service: Service) -> None:
    async def play(shell: Shell) -> None:
        choose(shell, "one été.txt")
        service.faults.add(Fault("download/get_token", "answer", status=404, body=GONE))
        assert dragged(shell).urls() == []
        bar = shell.window.notice_bar
        await until(lambda: "no longer on 1fichier" in bar.sentence)
        assert "Download to…" in [button.text() for button in bar.findChildren(QAbstractButton)]

    await window(play)


async def test_what_takes_long_comes_as_nothing_this_time(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(shell: Shell) -> None:
        monkeypatch.setattr(carrying_out, "PATIENCE", 0.0)
        choose(shell, "one été.txt")
        assert dragged(shell).urls() == []
        await until(lambda: "takes too long" in shell.window.notice_bar.sentence)
        await until(lambda: shell.seam.is_idle)
        monkeypatch.undo()
        assert [path.read_bytes() for path in paths(dragged(shell))] == [b"one"], "it has come meanwhile"

    await window(play)


async def test_large_files_and_folders_are_links_and_offered_as_downloads(window: Window) -> None:
    async def play(shell: Shell) -> None:
        for names in (("large.bin",), ("Films", "two.txt")):
            (link,) = [row.url for row in choose(shell, *names) if hasattr(row, "url")]
            data = dragged(shell)
            assert data.text() == link and not data.hasUrls()
            named = bytes(data.data("text/x-moz-url").data()).decode("utf-16-le")
            assert named == f"{link}\n{names[-1]}"
        table, bar = shell.window.files.table, shell.window.notice_bar
        shell.window.notice_bar.withdraw("demo")
        for outcome in (TAKEN, INSIDE):
            table.carried.emit(table.chosen_rows(), outcome)
            assert "small files" not in bar.sentence
        table.carried.emit(table.chosen_rows(), REFUSED)
        assert "Only small files" in bar.sentence

    await window(play)


async def test_rows_that_are_copied_are_files_for_file_managers_where_they_are_here(window: Window) -> None:
    async def play(shell: Shell) -> None:
        def copied(action: ActionId) -> QMimeData:
            shell.actions[action].trigger()
            return QApplication.clipboard().mimeData()

        choose(shell, "large.bin")
        assert not copied(ActionId.COPY_ITEMS).hasUrls()
        shell.actions[ActionId.DOWNLOAD].trigger()
        await until(lambda: shell.desk.carrying_out.paths)
        (path,) = paths(copied(ActionId.COPY_ITEMS))
        text = bytes(QApplication.clipboard().mimeData().data("x-special/gnome-copied-files").data())
        assert text.decode() == f"copy\n{path.as_uri()}"
        assert local_paths(QApplication.clipboard().mimeData()) == [], "pasting here copies on the server"
        assert not copied(ActionId.CUT).hasUrls(), "a file manager would move the local file"

    await window(play)
