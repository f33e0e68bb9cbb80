"""Pictures from the clipboard lie in a folder of the program as long as the list of transfers has them."""

from pathlib import Path

import pytest

from fichier_gui.app.pasted_pictures import PastedPictures
from fichier_gui.app.workers import Workers
from fichier_gui.domain.errors import DiskProblem


class World:
    """Two runs of the program over one folder and one list."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.listed: set[str] = set()

    def run(self) -> PastedPictures:
        async def queued(paths):
            return {(path, None) for path in paths if path in self.listed}

        return PastedPictures(self.folder, queued, Workers("disk"))


async def test_two_of_one_name_do_not_meet(tmp_path):
    pictures = World(tmp_path / "pasted").run()
    first, second = await pictures.place("a.png"), await pictures.place("a.png")
    assert first.name == second.name == "a.png" and first != second
    assert first.parent.is_dir() and second.parent.is_dir()


async def test_what_the_list_has_no_more_is_deleted_by_the_next_run(tmp_path):
    world = World(tmp_path / "pasted")
    pictures = world.run()
    sent, cancelled = await pictures.place("sent.png"), await pictures.place("cancelled.png")
    for path in (sent, cancelled):
        path.write_bytes(b"png")
    await pictures.place("third.png")
    assert sent.exists() and cancelled.exists(), "they may be on their way to the list"
    world.listed.add(str(sent))
    await world.run().place("fourth.png")
    assert sent.exists() and not cancelled.parent.exists()


async def test_a_disk_that_refuses_says_so(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DiskProblem):
        await World(tmp_path / "file" / "pasted").run().place("a.png")
