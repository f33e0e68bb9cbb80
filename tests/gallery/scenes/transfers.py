"""The transfers panel with rows in every state, and at the end the window without an account."""

from collections.abc import Callable
from typing import Any

from gallery.registry import scene
from gallery.stage import Stage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.transfers import ACTIVE, ConflictRule, Priority, QueueFilter, State
from fichier_gui.simulator.sample import DEAD_LINK
from fichier_gui.simulator.service import DEFAULT_KEY
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.models.transfer_columns import STATUS
from fichier_gui.ui.views.answer_bar import AnswerBar
from fichier_gui.ui.views.causes_bar import CauseLine, CausesBar
from fichier_gui.ui.views.folded_line import FoldedLine
from fichier_gui.ui.views.main_window import LEAST_SIZE
from fichier_gui.ui.views.queue_strip import QueueStrip
from fichier_gui.ui.views.transfers_view import TransfersView

SLOW = 400_000
ROOM = 420
"""Pixels for the panel: enough for all states."""


async def fill(stage: Stage) -> None:
    """Rows in every state, by real transfers with the simulated service, unless there are any."""
    if stage.shell.seam.summary.counts.total:
        return
    await stage.prefer(download_folder=str(stage.folder / "Downloads"), limit_download=SLOW)
    stage.window.halves.setSizes([stage.window.height() - ROOM, ROOM])
    stage.simulator.switches.owner_needs_password = True
    await _sent(stage)
    films = [await _row(stage, "/Films", "2024")]
    await _fetch(stage, films)
    await _fetch(stage, [await _row(stage, "/Documents", "coffre.txt")])
    gone = [RemoteFile(FileUrl(f"{DEAD_LINK}{n}"), f"gone {n}.iso", 5_000_000 * n) for n in (1, 2)]
    await _fetch(stage, gone)
    place = stage.folder / "Downloads" / "README.txt"
    place.parent.mkdir(exist_ok=True)
    place.write_text("written by somebody else")
    await _fetch(stage, [await _row(stage, "/", "README.txt")], ConflictRule.ASK)
    await _fetch(stage, [await _row(stage, "/Films", "Bande-annonce.mp4")])
    await _fetch(stage, [await _row(stage, "/Backups", "2024-12 maison.tar.gz")])
    counts = await stage.until(
        lambda: (c := stage.shell.seam.summary.counts).attention > 1 and c.failed and c
    )
    assert counts
    await stage.until(stage.window.transfers.causes.bar.isVisible)
    waiting = await stage.call(lambda p: p.transfers.order(QueueFilter.WAITING))
    await stage.call(lambda p: p.transfers.pause(list(waiting)[-1:]))


async def _sent(stage: Stage) -> None:
    folder = stage.folder / "Letters"
    folder.mkdir()
    for name in ("Letter to the bank.odt", "Letter to the mayor.odt"):
        (folder / name).write_bytes(name.encode() * 2000)
    await stage.at("/Documents")
    stage.shell.desk.sending.send([str(folder)])
    await stage.until(lambda: stage.shell.seam.summary.counts.done == 2)


async def _row(stage: Stage, path: str, name: str) -> Any:
    await stage.at(path)
    return next(row for row in stage.window.files.model.rows if row.name == name)


async def _fetch(stage: Stage, rows: Any, rule: ConflictRule | None = None) -> None:
    plan = await stage.call(lambda p: p.transfers.plan_download(rows))
    await stage.call(lambda p: p.transfers.start_download(plan, rule))


async def _listed(stage: Stage, tab: QueueFilter) -> QWidget:
    await fill(stage)
    panel = stage.window.transfers
    model = panel.model
    panel.show_tab(tab)
    answers: list[bool] = []  # until the first one it shows the rows of the tab before
    model.refresh_order()
    model.ordered.connect(lambda: answers.append(True), Qt.ConnectionType.SingleShotConnection)
    await stage.until(lambda: answers)
    await stage.until(lambda: model.rowCount() > 0)
    await stage.until(
        lambda: all(model.index(row, STATUS).data() is not None for row in range(model.rowCount()))
    )
    return stage.window


async def _chosen(stage: Stage, fits: Callable[[Any], bool]) -> None:
    ids = await stage.call(lambda p: p.transfers.order(QueueFilter.ALL))
    rows = await stage.call(lambda p: p.transfers.rows(list(ids)))
    wanted = next(row for row in rows if fits(row))
    view = stage.window.transfers.view
    await stage.until(lambda: view.select(wanted.id))


@scene(TransfersView, CausesBar)
async def transfers(stage: Stage) -> QWidget:
    return await _listed(stage, QueueFilter.ALL)


@scene(CauseLine)
async def transfers_unfolded(stage: Stage) -> QWidget:
    await fill(stage)
    panel = stage.window.transfers
    panel.causes.bar.set_folded(False)
    stage.later(lambda: panel.causes.bar.set_folded(True))
    await stage.until(panel.model.batches_shown)
    folded = panel.model.rowCount()
    for batch in panel.model.batches_shown():
        panel.model.fold(batch, True)
    await stage.until(lambda: panel.model.rowCount() > folded)
    return await _listed(stage, QueueFilter.ALL)


@scene()
async def transfers_each_by_itself(stage: Stage) -> QWidget:
    stage.act(ActionId.GROUP_BATCHES)
    stage.later(stage.shell.actions[ActionId.GROUP_BATCHES].trigger)
    return await _listed(stage, QueueFilter.ALL)


@scene(QueueStrip)
async def transfers_smallest(stage: Stage) -> QWidget:
    """Where the tabs are long, the commands beside them keep their pictures only."""
    await _listed(stage, QueueFilter.ALL)
    before = stage.window.size()
    stage.window.resize(*LEAST_SIZE)
    await stage.until(lambda: stage.window.width() == LEAST_SIZE[0])
    stage.later(lambda: stage.window.resize(before))
    return stage.window


@scene()
async def transfers_active(stage: Stage) -> QWidget:
    return await _listed(stage, QueueFilter.ACTIVE)


@scene()
async def transfers_waiting(stage: Stage) -> QWidget:
    return await _listed(stage, QueueFilter.WAITING)


@scene(AnswerBar)
async def transfers_attention(stage: Stage) -> QWidget:
    await _listed(stage, QueueFilter.ATTENTION)
    await _chosen(stage, lambda row: row.state is State.NEEDS_ANSWER)
    return stage.window


@scene(AnswerBar)
async def transfers_failed(stage: Stage) -> QWidget:
    await _listed(stage, QueueFilter.FAILED)
    await _chosen(stage, lambda row: row.state is State.FAILED)
    return stage.window


@scene()
async def transfers_done(stage: Stage) -> QWidget:
    return await _listed(stage, QueueFilter.DONE)


@scene()
async def transfers_already_here(stage: Stage) -> QWidget:
    """Two downloads that brought nothing: one file was the same, the other was to be left as it is."""
    await fill(stage)
    before = stage.shell.seam.summary.counts.done
    for name, rule in (
        ("Letter to the bank.odt", ConflictRule.SKIP_SAME),
        ("Letter to the mayor.odt", ConflictRule.SKIP),
    ):
        stage.folder.joinpath("Downloads", name).write_bytes(name.encode() * 2000)
        await _fetch(stage, [await _row(stage, "/Documents/Letters", name)], rule)
    waiting = await stage.call(lambda p: p.transfers.order(QueueFilter.WAITING))
    await stage.call(lambda p: p.transfers.prioritise(list(waiting)[-2:], Priority.NOW))
    await stage.until(lambda: stage.shell.seam.summary.counts.done == before + 2)
    return await _listed(stage, QueueFilter.DONE)


@scene()
async def transfers_paused(stage: Stage) -> QWidget:
    await _listed(stage, QueueFilter.ALL)
    stage.act(ActionId.PAUSE_ALL)
    await stage.until(lambda: stage.shell.seam.summary.is_paused)
    stage.later(stage.shell.actions[ActionId.RESUME_ALL].trigger)
    shelf = stage.window.transfers.model.shelf  # is read again a moment after its rows
    await stage.until(lambda: all((batch := shelf.get(each)) and not batch.count(*ACTIVE) for each in shelf))
    return stage.window


@scene(FoldedLine)
async def transfers_folded(stage: Stage) -> QWidget:
    stage.act(ActionId.TOGGLE_TRANSFERS)
    stage.later(stage.shell.actions[ActionId.TOGGLE_TRANSFERS].trigger)
    return stage.window


@scene()
async def transfers_slow_limits(stage: Stage) -> QWidget:
    stage.act(ActionId.SLOW_LIMITS)
    stage.later(stage.shell.actions[ActionId.SLOW_LIMITS].trigger)
    return await _listed(stage, QueueFilter.ALL)


@scene()
async def menu_of_transfers(stage: Stage) -> QWidget:
    await _listed(stage, QueueFilter.FAILED)
    await _chosen(stage, lambda row: row.state is State.FAILED)
    menu = stage.window.transfers.menu()
    menu.popup(stage.window.mapToGlobal(QPoint(300, 100)))
    return await stage.menu()


@scene()
async def menu_of_transfer_columns(stage: Stage) -> QWidget:
    view = stage.window.transfers.view
    view.header().customContextMenuRequested.emit(QPoint(300, 10))
    return await stage.menu()


@scene()
async def menu_of_the_tray_while_files_move(stage: Stage) -> QWidget:
    tray = stage.shell.tray
    assert tray is not None
    await tray._show_running()
    tray.menu.popup(stage.window.mapToGlobal(QPoint(300, 100)))
    return await stage.menu()


@scene()
async def window_without_account(stage: Stage) -> QWidget:
    await stage.call(lambda p: p.session.forget_key())
    await stage.until(lambda: not stage.shell.desk.session.signed_in)
    stage.later(lambda: stage.call(lambda p: p.session.enter_key(Secret(DEFAULT_KEY), keep=False)))
    return stage.window
