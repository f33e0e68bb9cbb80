"""Rows dragged with a real mouse within the window: moved, with Ctrl copied, refused on what takes none."""

import pytest
from support.display import desktop, missing_tools, until
from support.simulator import Service, simulator
from support.window_story import window

MISSING = missing_tools("wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]


@pytest.mark.timeout(300)
def test_rows_are_dragged_onto_folders(tmp_path):
    service = Service(seed=1)
    for folder in ("/Films", "/Music"):
        service.add_folder(folder)
    for name in ("one.mkv", "two.mkv"):
        service.add_file(f"/{name}", name.encode())

    def names(path):
        return {file.name for file in running.service.files_at(path)}

    with (
        simulator(service) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url) as shown,
    ):
        seen = shown.until(
            "the rows", rows=lambda rows: set(rows) == {"Films", "Music", "one.mkv", "two.mkv"}
        )
        at = {name: tuple(place) for name, place in seen["rows"].items()}
        row = (at["Films"][0] - 40, at["Films"][1] - 10, 30, 20)
        before, lit = screen.pixel(*row), []

        def look():
            lit.append(sum(a != b for a, b in zip(before, screen.pixel(*row), strict=True)))

        screen.drag(at["one.mkv"], at["Films"], hover=look)
        assert lit[0] > 300, "the folder under the pointer lights up"
        until(lambda: names("/Films") == {"one.mkv"}, "the move")
        seen = shown.until("the move in the list", files=["Films", "Music", "two.mkv"])
        assert names("/") == {"two.mkv"}

        at = {name: tuple(place) for name, place in seen["rows"].items()}
        screen.drag(at["two.mkv"], at["Music"], key="ctrl")
        until(lambda: names("/Music") == {"two.mkv"}, "the copy")
        assert names("/") == {"two.mkv"}

        screen.drag(at["Music"], at["two.mkv"])  # onto a file
        screen.drag(at["Films"], at["Music"])
        seen = shown.until("the last move in the list", files=["Music", "two.mkv"])
        until(lambda: {file.name for file in running.service.files_at("/Music/Films")} == {"one.mkv"}, "it")
        assert names("/Music") == {"two.mkv"} and names("/") == {"two.mkv"}
