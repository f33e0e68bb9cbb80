"""Rows are dragged into a real file manager: files come where they are here or small, else a word why not."""

import pytest
from support.display import desktop, missing_tools, until
from support.simulator import Service, simulator
from support.window_story import file_manager, window

MISSING = missing_tools("pcmanfm", "wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]
MANAGER = (930, 30, 440, 400)
INSIDE = (MANAGER[0] + 220, MANAGER[1] + 250)
"""Of pcmanfm's window, below its icons."""


@pytest.mark.timeout(300)
def test_files_come_out_as_files(tmp_path):
    service = Service(seed=1)
    small, large = "été 1.txt", "large.bin"
    service.add_file(f"/{small}", b"Dear reader\n" * 40)
    service.add_file(f"/{large}", b"la" * 4_000_000)
    target = tmp_path / "from outside"
    target.mkdir()
    with (
        simulator(service) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url) as shown,
        file_manager(screen, target, place=MANAGER),
    ):
        seen = shown.until("the rows", rows=lambda rows: {small, large} <= set(rows))
        screen.drag(tuple(seen["rows"][small]), INSIDE)
        until(lambda: (target / small).exists(), "the small file, fetched during the drag")
        until(lambda: (target / small).read_bytes() == b"Dear reader\n" * 40, "all of it")
        assert {file.name for file in service.files_at("/")} == {small, large}, "it was not moved"

        screen.drag(tuple(seen["rows"][large]), INSIDE)
        shown.until("the offer", notice=lambda words: "Only small files" in words)
        assert [path.name for path in target.iterdir()] == [small]

        screen.run("xdotool", "mousemove", *map(str, seen["rows"][large]), "click", "--repeat", "2", "1")
        shown.until("the download", seconds=60, transfers=lambda rows: [row[0] for row in rows] == [large])
        shown.until("its end", seconds=60, transfers=lambda rows: rows[0][1].startswith("Done"))
        screen.drag(tuple(seen["rows"][large]), INSIDE)
        until(lambda: (target / large).exists(), "the large file, which is on this computer now")
        until(lambda: (target / large).read_bytes() == b"la" * 4_000_000, "all of it")
