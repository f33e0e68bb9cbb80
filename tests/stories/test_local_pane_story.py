"""Rows are dragged with the mouse from the local pane to the account and back."""

import pytest
from support.display import desktop, missing_tools, until
from support.simulator import Service, simulator
from support.window_story import window

from fichier_gui.simulator.content import read_all

MISSING = missing_tools("wmctrl")
pytestmark = [
    pytest.mark.story,
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
]


@pytest.mark.timeout(300)
def test_rows_go_from_one_side_to_the_other(tmp_path):
    service = Service(seed=1)
    service.add_folder("/Films")
    service.add_file("/song.bin", b"la" * 4000)
    with simulator(service) as running, desktop() as screen:
        here = screen.home
        (here / "letter.txt").write_bytes(b"Dear reader\n" * 40)
        (here / "Inbox").mkdir()
        with window(screen, tmp_path, running.base_url) as shown:
            shown.until("the account", files=lambda names: {"Films", "song.bin"} <= set(names))
            screen.run("xdotool", "key", "F3")
            seen = shown.until("the local pane", local=lambda rows: {"Inbox", "letter.txt"} <= set(rows))
            screen.drag(tuple(seen["local"]["letter.txt"]), tuple(seen["folders"]["Films"]))
            until(lambda: service.files_at("/Films"), "the letter in the account")
            (letter,) = service.files_at("/Films")
            assert read_all(letter.content) == (here / "letter.txt").read_bytes()
            seen = shown.look()
            # Nothing comes of a drag that stays on its side.
            screen.drag(tuple(seen["local"]["letter.txt"]), tuple(seen["local"]["Inbox"]))
            screen.drag(tuple(seen["rows"]["song.bin"]), tuple(seen["local"]["Inbox"]))
            song = here / "Inbox" / "song.bin"
            until(lambda: song.exists() and song.read_bytes() == b"la" * 4000, "the song on this computer")
            assert (here / "letter.txt").exists()
            assert [path.name for path in song.parent.iterdir()] == ["song.bin"]
            assert [file.name for file in service.files_at("/")] == ["song.bin"], "it was not moved"
