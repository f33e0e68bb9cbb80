"""The key and the links in other programs, through the window and the whole core."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from support.click_n_load_peer import Peer, listening
from support.core_window import CoreWindow
from support.file_chooser import choose
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.elsewhere import PLACE, Handed, RcloneRemotes, Tool, snippet
from fichier_gui.domain.secret import Secret
from fichier_gui.system import click_n_load
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.elsewhere import ElsewhereDialog
from fichier_gui.ui.dialogs.key_entry import KeyDialog
from fichier_gui.ui.dialogs.rclone_import import RcloneImport
from fichier_gui.ui.dialogs.send_links import SendLinks
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.wording import elsewhere as words

OTHER = "simulated-key-of-the-other-user_"
Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]


def opened_dialog(kind: type[Any]) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


def texts(root: QWidget) -> list[str]:
    """All that is written in a window."""
    found = []
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QLabel | QLineEdit | QAbstractButton):
            found.append(widget.text())
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    return found


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=False, switches=quiet_switches())
    made.add_file("/Films/one.bin", b"1" * 900)
    made.add_file("/two.bin", b"2" * 1900)
    made.add_file("/three.bin", b"3" * 1900)
    made.add_user("camille@example.org", OTHER)
    return partial(core_window.open, made)


async def test_the_key_goes_to_the_clipboard_and_nowhere_else(window: Any, tmp_path: Path) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        board, api = QApplication.clipboard(), running.base_url
        shell.actions[ActionId.ELSEWHERE].trigger()
        dialog = await until(lambda: opened_dialog(ElsewhereDialog))
        for tool, page in dialog.pages.items():
            dialog.tabs.setCurrentWidget(page)
            board.setText("before")
            page.plain.click()
            assert board.text() == snippet(tool, api=api)
            assert PLACE in board.text()
            page.with_key.click()
            await until(lambda tool=tool: board.text() == snippet(tool, DEFAULT_KEY, api))
            data = board.mimeData()
            assert data.data("x-kde-passwordManagerHint").data() == b"secret"
            hint = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
            assert data.hasFormat(hint)
            assert "histories are told" in dialog.said.label.text()
            for seen in (dialog, shell.window):
                assert not [text for text in texts(seen) if DEFAULT_KEY in text]
        dialog.accept()
        await until(lambda: opened_dialog(ElsewhereDialog) is None)
        board.clear()

    await window(play)
    for file in (tmp_path / "profile").rglob("*"):
        assert not file.is_file() or DEFAULT_KEY.encode() not in file.read_bytes(), file


async def test_without_a_key_there_is_nothing_to_copy(window: Any) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        QApplication.clipboard().setText("before")
        await shell.seam.call(lambda p: p.session.forget_key())
        shell.actions[ActionId.ELSEWHERE].trigger()
        dialog = await until(lambda: opened_dialog(ElsewhereDialog))
        dialog.pages[Tool.CURL].with_key.click()
        await until(lambda: "key" in dialog.said.label.text() and "Whoever" not in dialog.said.label.text())
        assert QApplication.clipboard().text() == "before"
        dialog.reject()
        await until(lambda: opened_dialog(ElsewhereDialog) is None)

    await window(play)


@pytest.fixture
def peer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Peer]:
    with listening() as made:
        monkeypatch.setattr(click_n_load, "PORT", made.port)
        yield made


async def test_links_go_to_jdownloader_or_into_a_file(window: Any, peer: Peer, tmp_path: Path) -> None:
    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        table = shell.window.files.table
        assert not shell.actions[ActionId.TO_JDOWNLOADER].isEnabled()
        _films, *files = sorted(shell.window.files.model.rows, key=lambda row: hasattr(row, "url"))
        table.select([file.url for file in files])
        links = [row.url for row in table.chosen_rows()]
        assert len(links) == 2
        shell.actions[ActionId.TO_JDOWNLOADER].trigger()
        dialog = await until(lambda: opened_dialog(SendLinks))

        peer.answer = "failed denied\r\n"
        dialog.send.click()
        await until(lambda: dialog.said.label.text() == words.handed_words(Handed.REFUSED))
        peer.answer = "success\r\n"
        dialog.send.click()
        await until(lambda: opened_dialog(SendLinks) is None)
        assert [form["urls"] for form in peer.forms] == [["\n".join(links)]] * 2
        await until(lambda: shell.window.notice_bar.sentence == "JDownloader has taken the links.")

        peer.is_jdownloader = False
        shell.actions[ActionId.TO_JDOWNLOADER].trigger()
        dialog = await until(lambda: opened_dialog(SendLinks))
        dialog.send.click()
        await until(lambda: dialog.said.label.text() == words.handed_words(Handed.ABSENT))
        dialog.write.click()
        target = tmp_path / "list.txt"
        await choose(target)
        await until(lambda: opened_dialog(SendLinks) is None)
        assert target.read_text(encoding="utf-8").splitlines() == links
        await until(lambda: "2 links written to list.txt" in shell.window.notice_bar.sentence)

    await window(play)


async def test_the_key_of_rclone_is_used(
    window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "rclone.conf"
    config.write_text(
        f"[drive]\ntype = drive\n\n[wrong]\ntype = fichier\napi_key = {'x' * 32}\n\n"
        f"[mine]\ntype = fichier\napi_key = {OTHER}\n",
        encoding="utf-8",
    )
    before = config.read_bytes()
    monkeypatch.setenv("RCLONE_CONFIG", str(config))

    async def play(shell: Shell, _running: ThreadedSimulator) -> None:
        shell.actions[ActionId.ENTER_KEY].trigger()
        key_dialog = await until(lambda: opened_dialog(KeyDialog))
        key_dialog.rclone.click()
        dialog = await until(lambda: opened_dialog(RcloneImport))
        await until(lambda: dialog.list.count() == 2)
        assert "2 1fichier accounts" in dialog.words.text()
        dialog.use.click()
        await until(lambda: dialog.problem.isVisible())
        assert "refused" in dialog.problem.label.text()
        dialog.list.setCurrentRow(1)
        assert dialog.list.currentItem().text() == "mine"
        for seen in (dialog, key_dialog, shell.window):
            assert not [text for text in texts(seen) if OTHER in text]
        dialog.use.click()
        await until(lambda: opened_dialog(KeyDialog) is None)

        async def key_in_use(program: Any) -> Any:
            return await program.elsewhere.with_key(Tool.JDOWNLOADER)

        assert await shell.seam.call(key_in_use) == Secret(OTHER)
        assert shell.seam.program.session.state.refused is None

    await window(play)
    assert config.read_bytes() == before


def test_what_rclone_has_in_words() -> None:
    assert "no configuration here: /x" in words.rclone_words(RcloneRemotes("/x", is_there=False))
    assert "protected by a password" in words.rclone_words(RcloneRemotes("/x", is_encrypted=True))
    assert "No 1fichier account" in words.rclone_words(RcloneRemotes("/x"))
