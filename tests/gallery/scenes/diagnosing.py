"""The log, the report, and the words after a fault."""

import logging

from gallery.registry import scene
from gallery.scenes.questions import asked
from gallery.stage import NOON, Stage
from PySide6.QtWidgets import QWidget
from support.fake_seam import transfer

from fichier_gui.domain.desktop import DesktopPart
from fichier_gui.domain.history import Step
from fichier_gui.domain.transfers import QueueCounts, QueueSummary, State, Verification
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.diagnosing import DiagnosticDesk
from fichier_gui.ui.dialogs.forget_everything import ForgetEverything
from fichier_gui.ui.dialogs.log_view import LogView
from fichier_gui.ui.dialogs.report import Report
from fichier_gui.ui.dialogs.transfer_history import TransferHistory


@scene(LogView)
async def log(stage: Stage) -> QWidget:
    logger = logging.getLogger("fichier_gui.system.machine_signals")
    for name in ("logind", "NetworkManager"):
        logger.info("Signals of the machine: no %s", name)
    logging.getLogger("fichier_gui.api.budget").warning("the service asks for patience: flood, 300 s")
    logging.getLogger("fichier_gui.transfers.lanes").error("a connection of transfer 12\nTraceback: …")
    dialog = await stage.opened(LogView, ActionId.LOG)
    await stage.until(lambda: dialog.model.rowCount() > 3)
    dialog.table.setCurrentIndex(dialog.model.index(dialog.model.rowCount() - 1, 0))
    return dialog


@scene(TransferHistory)
async def transfer_history(stage: Stage) -> QWidget:
    row = transfer(12, state=State.DONE, name="The long road home.mkv", added_at=NOON)
    steps = [
        Step(NOON + 1, State.STARTING),
        Step(NOON + 3, State.RETRYING, code="NetworkUnavailable", retry_at=NOON + 63),
        Step(NOON + 63, State.MOVING),
        Step(NOON + 260, State.FINISHING),
        Step(NOON + 262, State.VERIFYING),
        Step(NOON + 262, State.DONE, Verification.VERIFIED),
    ]
    return await stage.opened(TransferHistory, TransferHistory(stage.window, row, steps).run())


@scene(Report)
async def report(stage: Stage) -> QWidget:
    dialog = await stage.opened(Report, ActionId.REPORT)
    await stage.until(dialog.text.toPlainText)
    return dialog


@scene(ForgetEverything)
async def forget_everything(stage: Stage) -> QWidget:
    summary = QueueSummary(QueueCounts(3, 12, 0, 0, 4))
    places = (DesktopPart.MENU, DesktopPart.LOGIN)
    dialog = ForgetEverything(stage.window, 2, summary, places)
    return await stage.opened(ForgetEverything, dialog.run())


@scene(DiagnosticDesk._offer)
async def question_fault(stage: Stage) -> QWidget:
    return await asked(stage, stage.shell.desk.diagnosing._tell_fault())


@scene()
async def question_crash(stage: Stage) -> QWidget:
    crashes = stage.shell.seam.options.profile.crashes
    crashes.mkdir(exist_ok=True)
    (crashes / "untold.txt").write_text("Fatal Python error: Segmentation fault\n")
    return await asked(stage, stage.shell.desk.diagnosing._look_back())
