"""The main window and what covers a part of it."""

import math

from gallery.registry import scene
from gallery.stage import NOON, Stage
from PySide6.QtWidgets import QWidget

from fichier_gui.domain.errors import (
    AccountsDamaged,
    CreditsNeeded,
    FloodLocked,
    KeyRefused,
    NetworkUnavailable,
    ServiceOverloaded,
)
from fichier_gui.domain.events import (
    CreditsAsked,
    KeyWasRefused,
    NetworkFound,
    NetworkLost,
    ServicePaused,
    UnexpectedHappened,
)
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.remote import ROOT_FOLDER, FolderListing, RemoteFile
from fichier_gui.ui.actions import ActionId
from fichier_gui.ui.ring import RingLook, TrayState
from fichier_gui.ui.views.breadcrumb import Breadcrumb
from fichier_gui.ui.views.command_palette import CommandPalette, PaletteLine
from fichier_gui.ui.views.details import Details
from fichier_gui.ui.views.drop_target import DropOverlay
from fichier_gui.ui.views.empty_state import EmptyState, Skeleton
from fichier_gui.ui.views.file_list import FileList
from fichier_gui.ui.views.file_table import FileTable
from fichier_gui.ui.views.floating_target import FloatingTarget
from fichier_gui.ui.views.lines import GivingLabel, Hairline, MutedLabel, ThinSplitter, WrappedLabel
from fichier_gui.ui.views.list_footer import ListFooter
from fichier_gui.ui.views.list_table import ListTable
from fichier_gui.ui.views.main_window import LEAST_SIZE, MainWindow
from fichier_gui.ui.views.notice_bar import NoticeBar, NoticeButton
from fichier_gui.ui.views.path_bar import PathBar
from fichier_gui.ui.views.place_links import PlaceLinks
from fichier_gui.ui.views.places import Places
from fichier_gui.ui.views.popover import Popover
from fichier_gui.ui.views.request_gauge import RequestGauge, RequestPopover
from fichier_gui.ui.views.search_field import SearchField
from fichier_gui.ui.views.speed_graph import SpeedGraph, SpeedPopover
from fichier_gui.ui.views.status_bar import Badge, SpeedLabel, StatusBar
from fichier_gui.ui.views.stepping_back import SteppingBack
from fichier_gui.ui.views.text_tabs import TextTabs
from fichier_gui.ui.views.toolbar import Toolbar
from fichier_gui.ui.views.transfers_empty import EmptyTransfers
from fichier_gui.ui.views.transfers_panel import TransfersPanel
from fichier_gui.ui.wording import tr

MANY = 100_000


@scene(
    *(
        MainWindow,
        Toolbar,
        Breadcrumb,
        SearchField,
        Places,
        PlaceLinks,
        FileList,
        FileTable,
        StatusBar,
        SpeedLabel,
    ),
    *(RequestGauge, TransfersPanel, EmptyTransfers, Details, TextTabs, ThinSplitter, SteppingBack),
    *(GivingLabel, MutedLabel, PathBar, ListTable, ListFooter, SpeedGraph),
)
async def window(stage: Stage) -> QWidget:
    await stage.at("/")
    return stage.window


@scene(WrappedLabel)
async def window_folder(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf")
    return stage.window


@scene()
async def window_several_chosen(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    await stage.choose("Contrat signé.pdf", "budget.csv", "coffre.txt")
    return stage.window


@scene()
async def window_odd_names(stage: Stage) -> QWidget:
    await stage.at("/Odd names")
    return stage.window


@scene(EmptyState)
async def window_empty_folder(stage: Stage) -> QWidget:
    await stage.at("/Empty folder")
    return stage.window


@scene(Skeleton)
async def window_loading(stage: Stage) -> QWidget:
    stage.window.files.show_loading()
    stage.window.files.show_age("")
    return stage.window


@scene()
async def window_folder_failed(stage: Stage) -> QWidget:
    actions = stage.shell.actions
    stage.window.files.show_error(ServiceOverloaded(), actions[ActionId.REFRESH], actions[ActionId.ENTER_KEY])
    stage.window.files.show_age("")
    return stage.window


@scene()
async def window_many_rows(stage: Stage) -> QWidget:
    await stage.at("/Films")
    files = tuple(
        RemoteFile(FileUrl(f"https://1fichier.com/?m{n:019}"), f"photo {n:06}.jpg", 2_000_000 + n, NOON)
        for n in range(MANY)
    )
    stage.window.files.show_rows(FolderListing(ROOT_FOLDER, (), files, NOON), files)
    return stage.window


@scene()
async def window_smallest(stage: Stage) -> QWidget:
    await stage.at("/Pictures")
    before = stage.window.size()
    stage.window.resize(*LEAST_SIZE)
    await stage.until(lambda: stage.window.width() == LEAST_SIZE[0])
    stage.later(lambda: stage.window.resize(before))
    return stage.window


@scene()
async def window_bare(stage: Stage) -> QWidget:
    """Neither details, places nor transfers."""
    await stage.at("/Pictures")
    for action in (ActionId.TOGGLE_DETAILS, ActionId.TOGGLE_PLACES, ActionId.TOGGLE_TRANSFERS):
        stage.act(action)
        stage.later(stage.shell.actions[action].trigger)
    return stage.window


@scene()
async def window_thumbnails(stage: Stage) -> QWidget:
    pictures = await stage.files("/Pictures")
    stage.act(ActionId.SHOW_THUMBNAILS)
    small = stage.shell.desk.thumbnailing.thumbnails.small
    await stage.until(lambda: all([small(each) is not None for each in pictures]))
    return stage.window


@scene()
async def window_offline(stage: Stage) -> QWidget:
    await stage.at("/Pictures")
    stage.shell.seam.happened.emit(NetworkLost(NetworkUnavailable()))
    stage.shell.desk.notices.tell_error(NetworkUnavailable())
    stage.later(lambda: stage.shell.seam.happened.emit(NetworkFound()))
    return stage.window


@scene()
async def window_filtered(stage: Stage) -> QWidget:
    await stage.at("/Odd names")
    stage.act(ActionId.FILTER)
    stage.window.toolbar.search.setText("été")
    stage.later(stage.window.toolbar.search.clear)
    await stage.until(lambda: len(stage.window.files.model.rows) < 5)
    return stage.window


@scene()
async def window_filter_without_match(stage: Stage) -> QWidget:
    await stage.at("/Odd names")
    stage.act(ActionId.FILTER)
    stage.window.toolbar.search.setText("zebra")
    stage.later(stage.window.toolbar.search.clear)
    await stage.until(lambda: stage.window.files.message.isVisible())
    return stage.window


@scene()
async def window_search(stage: Stage) -> QWidget:
    for path in ("/Films/2024", "/Pictures/Alpes", "/Documents", "/Odd names", "/"):
        await stage.at(path)
    stage.act(ActionId.SEARCH)
    stage.window.toolbar.search.setText("e size>1")
    stage.later(stage.shell.desk.searching.end)
    await stage.until(lambda: stage.shell.desk.searching.is_on and len(stage.window.files.model.rows) > 5)
    return stage.window


@scene()
async def window_search_without_match(stage: Stage) -> QWidget:
    await stage.at("/")
    stage.act(ActionId.SEARCH)
    stage.window.toolbar.search.setText("zebra type:video")
    stage.later(stage.shell.desk.searching.end)
    await stage.until(lambda: stage.window.files.message.isVisible())
    return stage.window


@scene()
async def window_path_edited(stage: Stage) -> QWidget:
    await stage.at("/Films/2024")
    stage.act(ActionId.EDIT_PATH)
    stage.later(stage.window.files.table.setFocus)
    return stage.window


@scene(CommandPalette, PaletteLine, Hairline)
async def palette(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    stage.act(ActionId.FIND_COMMAND)
    stage.window.commands.line.setText("re")
    return stage.window


@scene()
async def palette_path(stage: Stage) -> QWidget:
    await stage.at("/Documents")
    stage.act(ActionId.FIND_COMMAND)
    stage.window.commands.line.setText("/fil")
    await stage.until(lambda: stage.window.commands.model.rows)
    return stage.window


@scene()
async def palette_without_match(stage: Stage) -> QWidget:
    stage.act(ActionId.FIND_COMMAND)
    stage.window.commands.line.setText("zzzzz")
    return stage.window


@scene(DropOverlay)
async def drop_on_list(stage: Stage) -> QWidget:
    await stage.at("/Pictures")
    (overlay,) = stage.window.files.table.findChildren(DropOverlay)
    overlay.say(tr("Drop to upload to {folder}", folder="Pictures"))
    stage.later(overlay.hide)
    return stage.window


@scene(RequestPopover)
async def requests_explained(stage: Stage) -> QWidget:
    stage.act(ActionId.EXPLAIN_REQUESTS)
    return await stage.opened(RequestPopover)


@scene(Popover, SpeedPopover)
async def speeds_explained(stage: Stage) -> QWidget:
    history = stage.window.status.graph.history
    stage.later(history.down.clear)
    stage.later(history.up.clear)
    for second in range(240):
        down = 9e6 + 3e6 * math.sin(second / 17) + 4e5 * math.sin(second * 1.9)
        history.add(down if second > 40 else 0.0, 1.2e6 if 90 < second < 200 else 0.0)
    stage.act(ActionId.EXPLAIN_SPEEDS)
    return await stage.opened(SpeedPopover)


@scene(FloatingTarget)
async def drop_target(stage: Stage) -> QWidget:
    stage.act(ActionId.TOGGLE_DROP_TARGET)
    stage.later(stage.shell.actions[ActionId.TOGGLE_DROP_TARGET].trigger)
    target = await stage.opened(FloatingTarget)
    target.show_look(RingLook.of(TrayState.ACTIVE, 0.62, target.palette()))
    return target


@scene(NoticeBar, Badge)
async def notice_of_the_demo(stage: Stage) -> QWidget:
    badge = stage.window.status.badge
    badge.show()
    stage.later(badge.hide)
    await stage.at("/")
    stage.shell.desk.notices.tell_demo(NoticeButton(tr("Leave the demo"), lambda: None))
    return stage.window


@scene()
async def notice_key_refused(stage: Stage) -> QWidget:
    stage.shell.desk.notices.on_seam_happened(KeyWasRefused(KeyRefused()))
    return stage.window


@scene()
async def notice_accounts_damaged(stage: Stage) -> QWidget:
    kept = "/home/me/.config/fichier-gui/accounts.damaged.json"
    stage.shell.desk.notices.on_seam_happened(UnexpectedHappened(AccountsDamaged(kept=kept)))
    return stage.window


@scene()
async def notice_pause(stage: Stage) -> QWidget:
    now = stage.shell.seam.options.clock.time()
    stage.shell.desk.notices.on_seam_happened(ServicePaused(now + 272.5, FloodLocked()))
    return stage.window


@scene()
async def notice_credits(stage: Stage) -> QWidget:
    stage.shell.desk.notices.on_seam_happened(
        CreditsAsked(CreditsNeeded(cost=4_200_000_000, credits=42_500_000_000))
    )
    return stage.window


@scene()
async def notice_network(stage: Stage) -> QWidget:
    stage.shell.desk.notices.tell_error(NetworkUnavailable())
    return stage.window
