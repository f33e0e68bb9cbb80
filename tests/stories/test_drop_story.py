"""A real file manager drags three files into the window: they arrive, whole, where they were dropped."""

import os

import pytest
from support.display import desktop, missing_tools
from support.simulator import Service, simulator
from support.window_story import file_manager, window

from fichier_gui.simulator.content import read_all

MISSING = missing_tools("pcmanfm", "wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]

CONTENTS = {
    "a letter.txt": b"Dear reader\n" * 40,
    "b été.bin": os.urandom(300_000),
    "c big.bin": os.urandom(5_000_000),
}
MANAGER = (930, 30, 440, 400)
FIRST_ICON = (MANAGER[0] + 53, MANAGER[1] + 116)
"""Of pcmanfm's icon view without its side pane."""


@pytest.fixture
def source(tmp_path):
    """A folder with the three files."""
    folder = tmp_path / "to send"
    folder.mkdir()
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content)
    return folder


def _select_all(screen, manager):
    screen.run("xdotool", "windowactivate", "--sync", str(manager))
    screen.run("xdotool", "key", "--window", str(manager), "ctrl+a")


def _differs(one, other):
    """How many pixels of two pictures are not the same."""
    return sum(a != b for a, b in zip(one, other, strict=True))


@pytest.mark.timeout(300)
def test_files_dragged_onto_a_folder_arrive_there(tmp_path, source):
    service = Service(seed=1)
    for folder in ("/Films", "/Music"):
        service.add_folder(folder)
    with (
        simulator(service) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url) as shown,
        file_manager(screen, source, place=MANAGER) as manager,
    ):
        seen = shown.until("the folders", folders=lambda rows: {"Films", "Music"} <= set(rows))
        x, y = seen["folders"]["Films"]
        row = (x - 40, y - 10, 200, 20)
        before = screen.pixel(*row)
        lit = []
        _select_all(screen, manager)
        screen.drag(FIRST_ICON, (x, y), hover=lambda: lit.append(_differs(before, screen.pixel(*row))))
        assert lit[0] > 1000, "the folder under the pointer lights up"
        seen = shown.until(
            "three finished rows",
            seconds=90,
            transfers=_all_done,
        )
        arrived = {file.name: file for file in running.service.files_at("/Films")}
        assert set(arrived) == set(CONTENTS)
        for name, content in CONTENTS.items():
            assert read_all(arrived[name].content) == content, name
            assert (source / name).read_bytes() == content, "a drop copies, it never moves"
        assert not running.service.files_at("/") and not running.service.files_at("/Music")
        links = seen["clipboard"].split()
        assert {link.rpartition("?")[2] for link in links} == {file.id for file in arrived.values()}
        assert "3 links are on the clipboard" in seen["notice"]


@pytest.mark.timeout(300)
def test_a_large_drop_shows_its_plan_first(tmp_path, source):
    with (
        simulator(seed=2) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url, settings={"plan_over_files": 2}) as shown,
        file_manager(screen, source, place=MANAGER) as manager,
    ):
        seen = shown.until("the account", files=lambda names: names == [], is_visible=True)
        _select_all(screen, manager)
        screen.drag(FIRST_ICON, tuple(seen["panel"]))
        shown.until("the plan", dialogs=lambda dialogs: bool(dialogs))
        assert shown.look()["transfers"] == [], "nothing starts before the go-ahead"
        shown.press("Upload 3 files")
        shown.until("three finished rows", seconds=90, transfers=_all_done)
        assert {file.name for file in running.service.files_at("/")} == set(CONTENTS)


def _all_done(rows):
    """One batch, folded: the list shows what was dropped together as one row."""
    return [status for _, status in rows] == ["Done, 3 of 3"]


@pytest.mark.timeout(300)
def test_files_dragged_onto_the_floating_target_go_to_the_folder_shown(tmp_path, source):
    with (
        simulator(seed=3) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url) as shown,
        file_manager(screen, source, place=MANAGER) as manager,
    ):
        seen = shown.until("the account", files=lambda names: names == [], is_visible=True)
        screen.run("xdotool", "windowactivate", "--sync", str(seen["window"][0]))
        screen.run("xdotool", "key", "ctrl+alt+y")
        target = shown.until("the drop target", floating=bool)["floating"]
        _select_all(screen, manager)
        screen.drag(FIRST_ICON, tuple(target))
        shown.until("three finished rows", seconds=90, transfers=_all_done)
        assert {file.name for file in running.service.files_at("/")} == set(CONTENTS)
