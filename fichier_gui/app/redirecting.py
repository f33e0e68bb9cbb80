"""Transfers that cannot go where they should: they are queued again for another folder."""

from collections.abc import Sequence
from pathlib import Path

from fichier_gui.app.transferring import Transfers
from fichier_gui.app.views import DownloadPlan, PlannedDownload, PlannedUpload, UploadPlan
from fichier_gui.domain.causes import STANDING
from fichier_gui.domain.ids import FolderId, TransferId
from fichier_gui.domain.transfers import Direction, Transfer


async def send_elsewhere(
    transfers: Transfers, ids: Sequence[TransferId], folder_id: FolderId, folder_path: str
) -> None:
    """Upload to ``folder_id`` what the uploads among ``ids`` were to upload. The new rows come first.

    Raises what ``Transfers.start_upload`` raises; nothing has changed then.
    """
    rows = await _rows(transfers, ids, Direction.UPLOAD)
    if rows:
        plan = UploadPlan(folder_id, folder_path, (), tuple(map(_upload, rows)))
        await transfers.start_upload(plan)
        await transfers.remove([row.id for row in rows])


async def fetch_elsewhere(transfers: Transfers, ids: Sequence[TransferId], folder: Path) -> None:
    """Download into ``folder`` what the downloads among ``ids`` were to download. The new rows come first."""
    rows = await _rows(transfers, ids, Direction.DOWNLOAD)
    if rows:
        files = tuple(_download(row, str(folder)) for row in rows)
        await transfers.start_download(DownloadPlan(folder, files))
        await transfers.remove([row.id for row in rows])


async def _rows(transfers: Transfers, ids: Sequence[TransferId], direction: Direction) -> list[Transfer]:
    """As they are now: what went on meanwhile is left alone."""
    rows = await transfers.rows(ids)
    return [row for row in rows if row.direction is direction and row.state in STANDING]


def _upload(row: Transfer) -> PlannedUpload:
    return PlannedUpload(
        row.local_path,
        row.name,
        row.size,
        "",
        row.mtime_ns,
        part_offset=row.part_offset,
        source_size=row.source_size,
    )


def _download(row: Transfer, folder: str) -> PlannedDownload:
    assert row.url is not None, "a download is of a link"
    return PlannedDownload(
        url=row.url,
        name=Path(row.local_path).name or row.name,
        size=row.size,
        folder=folder,
        remote_folder_path=row.remote_folder_path,
        checksum=row.checksum,
        has_password=row.is_protected,
    )
