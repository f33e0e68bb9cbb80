"""Questions: one sentence, what follows, and the ways to answer."""

from pathlib import Path
from typing import Any

from gallery.registry import scene
from gallery.scenes.account import with_sub_accounts
from gallery.stage import Stage
from PySide6.QtWidgets import QWidget
from support.fake_seam import transfer

from fichier_gui.domain.account import AccountChanges
from fichier_gui.domain.after_queue import AfterQueue
from fichier_gui.domain.errors import PasswordNeeded, PasswordWrong, SettingsDamaged, TargetExists
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.local_files import LocalEntry
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.transfers import Answer, QueueCounts, QueueSummary, State, Transfer
from fichier_gui.simulator.service import DEFAULT_EMAIL
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.dialogs.account_page import AccountPage
from fichier_gui.ui.dialogs.ask import Question
from fichier_gui.ui.dialogs.conflict import decide
from fichier_gui.ui.dialogs.conflict_panel import ConflictPanel
from fichier_gui.ui.dialogs.countdown import Countdown
from fichier_gui.ui.dialogs.frame import shown
from fichier_gui.ui.dialogs.ftp_access import FtpAccess
from fichier_gui.ui.dialogs.own_limit import OwnLimit
from fichier_gui.ui.dialogs.password import (
    PasswordDialog,
    PasswordLine,
    PasswordQuestion,
    ask_preview_password,
)
from fichier_gui.ui.dialogs.quit import may_quit
from fichier_gui.ui.dialogs.recently_deleted import RecentlyDeleted
from fichier_gui.ui.dialogs.remove_account import may_remove
from fichier_gui.ui.dialogs.vouchers import VouchersDialog
from fichier_gui.ui.organising import OrganisingDesk
from fichier_gui.ui.remedies import Remedies
from fichier_gui.ui.seen_first import tell_fatal
from fichier_gui.ui.sharing import SharingDesk
from fichier_gui.ui.thumbnailing import ThumbnailDesk
from fichier_gui.ui.wording import ErrorAction
from fichier_gui.ui.wording.organising import items_named


async def asked(stage: Stage, work: Any) -> QWidget:
    """The question that opens."""
    return await stage.opened(Question, work)


def in_the_way(number: int, name: str, size: int) -> Transfer:
    path = str(Path("/home/camille/Downloads") / name)
    return transfer(
        number, state=State.NEEDS_ANSWER, error=TargetExists(), name=name, local_path=path, size=size
    )


@scene(Question, decide)
async def question_conflict(stage: Stage) -> QWidget:
    row = in_the_way(1, "The long road home.mkv", 4_200_000_000)
    return await asked(stage, decide(stage.shell.seam, stage.window, row, [row]))


@scene(ConflictPanel)
async def conflicts_of_a_batch(stage: Stage) -> QWidget:
    names = ("The long road home.mkv", "Holidays 2024 – the whole album.zip", "budget.csv", "Cover.jpg")
    sizes = (4_200_000_000, 812_000_000, 34_000, 2_100_000)
    rows = [in_the_way(n, name, size) for n, (name, size) in enumerate(zip(names, sizes, strict=True), 1)]
    panel = ConflictPanel(stage.shell.seam, stage.window, rows)
    await stage.opened(ConflictPanel, panel.run())
    now = stage.shell.seam.options.clock.time()
    panel.model.learn(
        LocalEntry(row.name, row.local_path, is_folder=False, size=row.size // n, changed_at=now - n * 4e6)
        for n, row in enumerate(rows, 1)
    )
    panel.model.decide([2], Answer.REPLACE)
    return panel


@scene(may_quit)
async def question_quit(stage: Stage) -> QWidget:
    await stage.prefer(confirm_quit=True)
    stage.later(lambda: stage.prefer(confirm_quit=False))
    summary = QueueSummary(QueueCounts(3, 12, 0, 0, 4))
    return await asked(stage, may_quit(stage.shell.seam, stage.window, summary))


@scene(may_remove)
async def question_remove_account(stage: Stage) -> QWidget:
    summary = QueueSummary(QueueCounts(3, 12, 0, 0, 4))
    return await asked(stage, may_remove(stage.window, "Studio", summary))


@scene(OrganisingDesk._may_delete)
async def question_delete(stage: Stage) -> QWidget:
    await stage.at("/")
    await stage.choose("Films", "Music")
    return await asked(stage, ActionId.DELETE)


@scene(OrganisingDesk.may_leave)
async def question_leave_while_a_deletion_waits(stage: Stage) -> QWidget:
    desk = stage.shell.desk.organising
    desk._told.hold(99, "3 files", 3600.0)
    stage.later(lambda: desk._told.release(99))
    return await asked(stage, desk.may_leave())


@scene()
async def notice_of_a_deletion(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    desk = stage.shell.desk.organising
    desk._told.hold(98, items_named(await stage.choose("budget.csv")), 9.6)
    stage.later(lambda: desk._told.release(98))
    return stage.window


@scene()
async def notice_of_a_move(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("budget.csv")
    name = "budget 2025.csv"
    placed = stage.shell.desk.organising.chosen()[0]
    stage.shell.desk.organising.rename([(placed, name)])
    await stage.until(lambda: name in stage.window.notice_bar.sentence)
    return stage.window


@scene(SharingDesk._scan)
async def question_scan(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    return await asked(stage, ActionId.SCAN_FILE)


@scene(ThumbnailDesk._may_fetch)
async def question_thumbnails(stage: Stage) -> QWidget:
    url = FileUrl("https://1fichier.com/?a")
    pictures = [RemoteFile(url, f"{n}.jpg", 3_000_000) for n in range(150)]
    return await asked(stage, stage.shell.desk.thumbnailing._may_fetch(pictures))


@scene(tell_fatal)
async def question_cannot_start(stage: Stage) -> QWidget:
    return await asked(stage, tell_fatal(stage.window, SettingsDamaged()))


@scene(Remedies.explain)
async def explanation_of_limits(stage: Stage) -> QWidget:
    stage.shell.desk.remedies.explain(ErrorAction.EXPLAIN_LIMITS)
    return await asked(stage, None)


@scene()
async def explanation_of_addresses(stage: Stage) -> QWidget:
    stage.shell.desk.remedies.explain(ErrorAction.EXPLAIN_ADDRESS)
    return await asked(stage, None)


@scene()
async def explanation_of_pauses(stage: Stage) -> QWidget:
    stage.shell.desk.remedies.explain(ErrorAction.EXPLAIN_PAUSE)
    return await asked(stage, None)


@scene()
async def explanation_of_locations(stage: Stage) -> QWidget:
    stage.shell.desk.remedies.explain(ErrorAction.EXPLAIN_LOCATION)
    return await asked(stage, None)


@scene(VouchersDialog._use)
async def question_voucher(stage: Stage) -> QWidget:
    dialog = VouchersDialog(stage.shell.seam, stage.window, DEFAULT_EMAIL)
    await stage.opened(VouchersDialog, dialog.run())
    dialog.email.setText(DEFAULT_EMAIL)
    return await asked(stage, dialog._use())


@scene(AccountPage._ask_and_close)
async def question_account_changes(stage: Stage) -> QWidget:
    dialog = await stage.opened(AccountPage, ActionId.ACCOUNT)
    dialog._on_form_edited("page_limit", 50)
    question = await asked(stage, dialog._ask_and_close())
    dialog._edits = AccountChanges()  # once it is taken the page closes without asking
    return question


@scene(RecentlyDeleted._clear)
async def question_clear_deleted(stage: Stage) -> QWidget:
    dialog = await stage.opened(RecentlyDeleted, ActionId.RECENTLY_DELETED)
    return await asked(stage, dialog._clear())


@scene(FtpAccess._remove)
async def question_ftp(stage: Stage) -> QWidget:
    await with_sub_accounts(stage)
    dialog = await stage.opened(FtpAccess, ActionId.FTP_ACCESS)
    await stage.until(lambda: dialog.tree.topLevelItemCount())
    dialog.tree.setCurrentIndex(dialog.tree.model().index(0, 0))
    return await asked(stage, dialog._remove())


@scene(PasswordDialog, PasswordLine)
async def password(stage: Stage) -> QWidget:
    row = transfer(1, name="coffre.txt", state=State.NEEDS_ANSWER, error=PasswordNeeded())
    return await stage.opened(PasswordDialog, PasswordDialog(stage.window, row).run())


@scene()
async def password_wrong(stage: Stage) -> QWidget:
    name = "A name that is rather long, to be sure of it.txt"
    row = transfer(1, name=name, state=State.NEEDS_ANSWER, error=PasswordWrong())
    return await stage.opened(PasswordDialog, PasswordDialog(stage.window, row).run())


@scene(PasswordQuestion)
async def password_of_preview(stage: Stage) -> QWidget:
    return await stage.opened(
        PasswordQuestion, ask_preview_password(stage.window, "coffre.txt", was_wrong=False)
    )


@scene(OwnLimit)
async def own_limit(stage: Stage) -> QWidget:
    dialog = OwnLimit(stage.window, 3, 500_000)
    return await stage.opened(OwnLimit, shown(dialog))


@scene(Countdown)
async def countdown_to_shut_down(stage: Stage) -> QWidget:
    dialog = Countdown(stage.window, AfterQueue.SHUT_DOWN, is_real=False)
    return await stage.opened(Countdown, shown(dialog))
