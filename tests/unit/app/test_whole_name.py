"""What a plan is called as a whole: the name of its batch."""

from pathlib import Path

import pytest

from fichier_gui.app.views import DownloadPlan, PlannedDownload, PlannedUpload, UploadPlan, whole_name
from fichier_gui.domain.ids import ROOT, FileUrl


def up(path: str, folder: str, offset: int | None = None) -> PlannedUpload:
    return PlannedUpload(path, Path(path).name, 5, folder, 0, part_offset=offset)


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ([up("/d/Trip/a", "Trip"), up("/d/Trip/Day 1/b", "Trip/Day 1")], "Trip"),
        ([up("/d/Trip/a", "Trip"), up("/d/Scans/b", "Scans")], ""),
        ([up("/d/Trip/a", "Trip"), up("/d/b", "")], ""),
        ([up("/d/a", ""), up("/d/b", "")], ""),
        ([up("/d/a", "")], ""),
        ([up("/d/film.mkv", "", 0), up("/d/film.mkv", "", 5)], "film.mkv"),
        ([], ""),
    ],
)
def test_uploads(files: list[PlannedUpload], name: str) -> None:
    assert whole_name(UploadPlan(ROOT, "/", (), tuple(files))) == name


@pytest.mark.parametrize(
    ("folders", "name"),
    [
        (["Trip", "Trip/Day 1"], "Trip"),
        (["Trip", ""], ""),
        (["", ""], ""),
        (["Trip", "../elsewhere"], ""),
        ([], ""),
    ],
)
def test_downloads(tmp_path: Path, folders: list[str], name: str) -> None:
    files = tuple(
        PlannedDownload(FileUrl(f"https://1fichier.com/?{n}"), "a", 1, str((tmp_path / folder).resolve()))
        for n, folder in enumerate(folders)
    )
    assert whole_name(DownloadPlan(tmp_path.resolve(), files)) == name
