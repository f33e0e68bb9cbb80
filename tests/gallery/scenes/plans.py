"""What is agreed to before something starts."""

from pathlib import Path

from gallery.registry import scene
from gallery.stage import Stage
from PySide6.QtWidgets import QWidget

from fichier_gui.app.views import (
    AlreadyThere,
    DownloadPlan,
    LargeUpload,
    PlannedDownload,
    PlannedUpload,
    Renamed,
    Skipped,
    UploadPlan,
)
from fichier_gui.domain.errors import DiskDenied, EmptyFile, NotAFile, NotFound, PasswordNeeded, TooLarge
from fichier_gui.domain.ids import ROOT, FileUrl, FolderId
from fichier_gui.domain.queue_list import Entry, EntryState, Found
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.domain.transfers import Direction, TwinRule
from fichier_gui.domain.upload_window import Fit, Verdict
from fichier_gui.ui.dialogs.download_plan import DownloadReview
from fichier_gui.ui.dialogs.import_list import ImportList
from fichier_gui.ui.dialogs.plan_view import PlanView
from fichier_gui.ui.dialogs.upload_plan import UploadReview

HERE = Path("/home/camille/Trip")


def planned(name: str, size: int, folder: str = "Trip") -> PlannedUpload:
    return PlannedUpload(str(HERE / name), name, size, folder, 0)


@scene(UploadReview, PlanView)
async def upload_plan(stage: Stage) -> QWidget:
    files = tuple(planned(f"picture {n}.jpg", 4_300_000 + n) for n in range(140))
    there = AlreadyThere(
        files[3], RemoteFile(FileUrl("https://1fichier.com/?a"), "old.jpg", 4_300_003), "/Pictures"
    )
    plan = UploadPlan(
        FolderId(1),
        "/Pictures",
        ("Trip", "Trip/Day 1"),
        files,
        skipped=(
            Skipped(str(HERE / "empty.txt"), EmptyFile()),
            Skipped(str(HERE / "socket"), NotAFile()),
            Skipped(str(HERE / "private.key"), DiskDenied()),
        ),
        renamed=(Renamed('Was it "2024"?.jpg', "Was it ＂2024＂?.jpg"),),
        twins=files[:2],
        there=(there,),
    )
    return await stage.opened(UploadReview, UploadReview(stage.window, plan).run())


@scene(UploadReview)
async def upload_plan_replacing(stage: Stage) -> QWidget:
    files = tuple(planned(f"report {n}.pdf", 1_000_000 * n, "") for n in range(1, 6))
    plan = UploadPlan(ROOT, "/", (), files, twins=files[:3])
    return await stage.opened(UploadReview, UploadReview(stage.window, plan, TwinRule.REPLACE).run())


@scene(UploadReview)
async def upload_plan_too_large(stage: Stage) -> QWidget:
    large = planned("disk.img", 400_000_000_000, "")
    slow = planned("film.mkv", 90_000_000_000, "")
    plan = UploadPlan(
        ROOT,
        "/",
        (),
        (slow,),
        skipped=(Skipped(large.path, TooLarge()),),
        too_large=(LargeUpload(large, Verdict(Fit.TOO_LARGE, None, 4)),),
        slow=(LargeUpload(slow, Verdict(Fit.CUT, 18_000.0, 2)),),
        part_size=100_000_000_000,
    )
    return await stage.opened(UploadReview, UploadReview(stage.window, plan).run())


@scene(UploadReview)
async def upload_plan_nothing(stage: Stage) -> QWidget:
    plan = UploadPlan(ROOT, "/", (), (), skipped=(Skipped(str(HERE / "empty.txt"), EmptyFile()),))
    return await stage.opened(UploadReview, UploadReview(stage.window, plan).run())


@scene(DownloadReview)
async def download_plan(stage: Stage) -> QWidget:
    files = tuple(
        PlannedDownload(
            FileUrl(f"https://1fichier.com/?{n}"), f"picture {n}.jpg", 4_300_000, str(HERE), "/Trip"
        )
        for n in range(140)
    )
    plan = DownloadPlan(
        HERE,
        files,
        skipped=(Skipped("/Trip/gone.jpg", NotFound()),),
        renamed=(Renamed("a:b.txt", "a_b.txt"),),
        locked=(Skipped("https://1fichier.com/?locked", PasswordNeeded()),),
    )
    return await stage.opened(DownloadReview, DownloadReview(stage.window, plan).run())


@scene(ImportList)
async def import_list(stage: Stage) -> QWidget:
    entry = Entry(Direction.DOWNLOAD, "Spring.mkv", 700_000_000, "/home/camille/Downloads", "/Films")
    upload = Entry(Direction.UPLOAD, "letter.odt", 40_000, "", "/Documents", path="/home/camille/letter.odt")
    found = [
        Found("Spring.mkv", entry, EntryState.NEW),
        Found("letter.odt", upload, EntryState.LISTED),
        Found("?", None, EntryState.UNUSABLE, NotFound()),
    ]
    return await stage.opened(ImportList, ImportList(stage.window, "transfers.json", found).run())
