"""Copied links through the window, against the simulated service with its limits on."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.core_window import CoreWindow
from support.simulator import Service, ThreadedSimulator, quiet_switches
from support.waiting import until

from fichier_gui.domain.events import FolderRefreshed
from fichier_gui.domain.ids import ROOT, FolderId
from fichier_gui.domain.link_text import LinkFacts, LinkFormat
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing
from fichier_gui.domain.transfers import QueueFilter
from fichier_gui.simulator.model import Acl, Share
from fichier_gui.ui.action_table import ActionId
from fichier_gui.ui.dialogs.copy_links import CopyLinks
from fichier_gui.ui.dialogs.link_rules import LinkRulesDialog
from fichier_gui.ui.dialogs.properties import Properties
from fichier_gui.ui.dialogs.qr_code import QrCode, QrPicture
from fichier_gui.ui.dialogs.share_folder import ShareFolder
from fichier_gui.ui.shell import Shell
from fichier_gui.ui.views.chosen import sorted_out

Play = Callable[[Shell, ThreadedSimulator], Awaitable[None]]


def opened_dialog(kind):
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def window(core_window: CoreWindow) -> Callable[[Play], Awaitable[None]]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_file("/one [1].bin", b"1" * 900)
    made.add_file("/two.bin", b"2" * 1900)
    for name in ("camille", "denis"):
        made.add_user(f"{name}@example.org", f"simulated-key-of-{name}".ljust(32, "_"))
    return partial(core_window.open, made)


async def test_links_are_copied_in_every_form(window: Callable[[Play], Awaitable[None]]) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        table, board = shell.window.files.table, QApplication.clipboard()
        one, two = shell.window.files.model.rows
        table.selectAll()
        asked = len(running.requests.endpoints())
        shell.actions[ActionId.COPY_LINK].trigger()
        assert board.text() == f"{one.url}\n{two.url}\n"
        shell.actions[ActionId.COPY_MARKDOWN].trigger()
        assert board.text().splitlines()[0] == rf"[one \[1\].bin]({one.url})"
        assert not shell.actions[ActionId.SHOW_QR].isEnabled()

        shell.actions[ActionId.COPY_AS].trigger()
        dialog = await until(lambda: opened_dialog(CopyLinks))
        dialog.format.setCurrentIndex(dialog.format.findData(LinkFormat.OWN))
        dialog.template.setText("{nmae}")
        assert "{nmae}" in dialog.help.text() and dialog.help.text().startswith("Unknown")
        dialog.template.setText("{number}. {folder}{name} {bytes}")
        assert dialog.preview.toPlainText() == "1. /one [1].bin 900\n2. /two.bin 1900\n"
        dialog.keep.setChecked(True)
        dialog.copy_button.click()
        await until(lambda: shell.seam.program.preferences.current.link_format is LinkFormat.OWN)
        assert board.text() == "1. /one [1].bin 900\n2. /two.bin 1900\n"
        # Kept: every copied link is written so from now on.
        table.select([two.url])
        shell.actions[ActionId.COPY_LINK].trigger()
        assert board.text() == "1. /two.bin 1900"
        assert len(running.requests.endpoints()) == asked, "copying links asks the service nothing"

    await window(play)


async def test_the_links_of_an_upload_are_recent_ones(
    window: Callable[[Play], Awaitable[None]], tmp_path: Path
) -> None:
    source = tmp_path / "sent.bin"
    source.write_bytes(b"s" * 1234)

    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        board = QApplication.clipboard()
        board.setText("before")
        shell.actions[ActionId.RECENT_LINKS].trigger()
        await until(lambda: "No links yet" in shell.window.notice_bar.sentence)

        async def send(program):
            return await program.transfers.start_upload(
                await program.transfers.plan_upload([str(source)], ROOT)
            )

        await shell.seam.call(lambda p: p.preferences.change("link_format", LinkFormat.HTML))
        await shell.seam.call(send)
        await until(lambda: board.text() != "before")
        # The clipboard is written once the link exists, in the form of the settings.
        stored = next(file for file in running.service.state.files.values() if file.name == "sent.bin")
        url = running.service.link(stored)
        assert board.text() == f'<a href="{url}">sent.bin</a>'

        shell.actions[ActionId.RECENT_LINKS].trigger()
        dialog = await until(lambda: opened_dialog(CopyLinks))
        assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == ["sent.bin"]
        dialog.qr.click()
        code = await until(lambda: opened_dialog(QrCode))
        code.copy_link.click()
        assert board.text() == url
        code.reject()
        dialog.format.setCurrentIndex(dialog.format.findData(LinkFormat.BBCODE))
        dialog.copy_button.click()
        await until(lambda: board.text() == f"[url={url}]sent.bin[/url]")

        shell.window.transfers.show_tab(QueueFilter.DONE)
        view = shell.window.transfers.view
        await until(lambda: view.model().rowCount() == 1)
        view.selectAll()
        await until(shell.actions[ActionId.TRANSFER_COPY_AS].isEnabled)
        shell.actions[ActionId.TRANSFER_COPY_AS].trigger()
        dialog = await until(lambda: opened_dialog(CopyLinks))
        dialog.format.setCurrentIndex(dialog.format.findData(LinkFormat.NAMED))
        assert dialog.preview.toPlainText() == f"sent.bin {url}"
        dialog.reject()

    await window(play)


def test_the_picture_is_the_code(qtbot: QtBot) -> None:
    link = LinkFacts("https://1fichier.com/?abcdefghij0123456789")
    picture = QrPicture(link.url)
    qtbot.addWidget(picture)
    image = picture.image(3)
    wanted = [list(row) for row in segno.make(link.url, error="m", micro=False).matrix_iter(border=4)]
    side = len(wanted)
    assert image.width() == image.height() == 3 * side
    seen = [
        [int(image.pixelColor(3 * x + 1, 3 * y + 1).lightness() < 128) for x in range(side)]
        for y in range(side)
    ]
    assert seen == wanted
    assert not any(seen[0]) and not any(row[0] for row in seen), "the quiet ground around it"


async def test_rules_that_keep_the_owner_out_can_still_be_changed(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        (one, _two) = shell.window.files.model.rows
        stored = next(f for f in running.service.state.files.values() if f.name == one.name)
        stored.acl = Acl(email=["camille@example.org"])
        running.switches.owner_needs_password = True
        shell.window.files.table.select([one.url])
        shell.actions[ActionId.LINK_RULES].trigger()
        dialog = await until(lambda: opened_dialog(LinkRulesDialog))
        dialog.access.setChecked(True)
        dialog.set_button.click()
        await until(lambda: "rules of 1 file are set" in shell.window.notice_bar.sentence)
        assert not stored.acl.email

    await window(play)


async def test_details_do_not_tell_the_old_rules_of_files_that_were_changed_together(
    window: Callable[[Play], Awaitable[None]],
) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        one, _two = shell.window.files.model.rows
        shell.window.files.table.selectAll()
        shell.actions[ActionId.LINK_RULES].trigger()
        dialog = await until(lambda: opened_dialog(LinkRulesDialog))
        dialog.access.setChecked(True)
        dialog.customers.setChecked(True)
        dialog.set_button.click()
        await until(lambda: "rules of 2 files are set" in shell.window.notice_bar.sentence)
        shell.window.details.show_chosen(sorted_out([one]))
        assert "Changed just now" in shell.window.details._access.text.whole
        newer = FolderListing(ROOT_FOLDER, (), (one,), running.service.clock() + 60)
        shell.seam.happened.emit(FolderRefreshed(newer))
        shell.window.details.show_chosen(sorted_out([one]))
        assert "Changed just now" not in shell.window.details._access.text.whole

    await window(play)


async def test_rules_are_set_in_the_window_and_told(window: Callable[[Play], Awaitable[None]]) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        table = shell.window.files.table
        one, two = shell.window.files.model.rows
        table.select([one.url])
        shell.actions[ActionId.LINK_RULES].trigger()
        dialog = await until(lambda: opened_dialog(LinkRulesDialog))
        assert dialog.sentence.label.text() == "Anyone with the link can open it."
        dialog.has_password.click()
        assert dialog.focusWidget() is dialog.password, "who asks for one types it next"
        assert dialog.body.indexOf(dialog.protect) >= 0 and not dialog.password.isHidden()
        assert not dialog.set_button.isEnabled() and dialog.problem.isHidden(), "nothing is typed yet"
        dialog.password.setText("open")
        assert not dialog.set_button.isEnabled() and "6 characters" in dialog.problem.label.text()
        assert dialog.layout().totalMinimumSize().height() <= 700, "a screen of 768 holds it"
        dialog.password.setText("sesame")
        dialog.networks.setText("192.0.2.0/24 nowhere")
        assert not dialog.set_button.isEnabled() and "nowhere" in dialog.problem.label.text()
        dialog.networks.setText("192.0.2.0/24")
        dialog.find_country.setText("franc")
        france = next(entry for entry in dialog._entries() if not entry.isHidden())
        france.setCheckState(Qt.CheckState.Checked)
        assert dialog.sentence.label.text() == (
            "Whoever has the link can open it only knowing the password, from the addresses 192.0.2.0/24, "
            f"from {france.text()}."
        )
        dialog.set_button.click()
        await until(lambda: "rules of 1 file are set" in shell.window.notice_bar.sentence)
        stored = next(f for f in running.service.state.files.values() if f.name == one.name)
        assert (stored.password, stored.acl.ip, stored.acl.country) == ("sesame", ["192.0.2.0/24"], ["FR"])
        # Without another look at the folder, which the service would refuse so soon.
        await until(lambda: "knowing the password" in shell.window.details._access.text.text())

        table.select([one.url])
        shell.actions[ActionId.PROPERTIES].trigger()
        shown = await until(lambda: opened_dialog(Properties))
        facts = dict(shown.facts)
        assert "knowing the password" in facts["Who can open it"] and facts["Link"] == one.url
        shown.copy_button.click()
        await until(lambda: f"Link: {one.url}" in QApplication.clipboard().text())
        shell.window.details.show_chosen(sorted_out([one]))
        assert "knowing the password" in shell.window.details._access.text.whole

        # Of several nothing is known: what is not checked stays as it is in each.
        table.select([one.url, two.url])
        shell.actions[ActionId.LINK_RULES].trigger()
        dialog = await until(lambda: opened_dialog(LinkRulesDialog))
        assert not dialog.set_button.isEnabled()
        dialog.describe.setChecked(True)
        dialog.description.setText("both")
        dialog.set_button.click()
        await until(lambda: "rules of 2 files are set" in shell.window.notice_bar.sentence)
        files = running.service.state.files.values()
        assert {f.description for f in files} == {"both"} and stored.password == "sesame"

    await window(play)


async def test_a_folder_is_shared_and_keeps_what_was_set(window: Callable[[Play], Awaitable[None]]) -> None:
    async def play(shell: Shell, running: ThreadedSimulator) -> None:
        await shell.seam.call(lambda p: p.browse.make_folder(ROOT, "Trip"))
        folder = running.service.add_folder("/Trip")
        folder.shares = [Share("camille@example.org", hide_links=1)]
        folder_id = FolderId(folder.id)
        await until(lambda: any(row.name == "Trip" for row in shell.window.files.model.rows))
        shell.window.files.table.select([folder_id])
        shell.actions[ActionId.SHARE_FOLDER].trigger()
        dialog = await until(lambda: opened_dialog(ShareFolder))
        assert not dialog.public.isChecked() and dialog.hidden.text() == "camille@example.org"
        dialog.public.setChecked(True)
        dialog.has_password.setChecked(True)
        dialog.password.setText("short")
        assert not dialog.share_button.isEnabled()
        dialog.password.setText("sesame")
        dialog.writers.setText("camille@example.org")
        assert "Named twice" in dialog.problem.label.text()
        dialog.writers.setText("denis@example.org")
        dialog.share_button.click()
        await until(lambda: "Trip is public" in shell.window.notice_bar.sentence)
        assert folder.public_id and folder.password == "sesame"
        assert {(s.email, s.rw, s.hide_links) for s in folder.shares} == {
            ("camille@example.org", 0, 1),
            ("denis@example.org", 1, 0),
        }

    await window(play)
