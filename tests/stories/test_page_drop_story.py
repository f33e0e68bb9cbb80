"""Another program gives a link that is dragged and a picture that was copied."""

import sys

import pytest
from PySide6.QtGui import QColor, QImage
from support import page_peer
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
def test_a_link_is_dropped_and_a_picture_pasted(tmp_path):
    service = Service(seed=1)
    service.add_folder("/Films")
    link = "https://1fichier.com/?abcdefghij0123456789"
    x, y, width, height = page_peer.AREA
    with (
        simulator(service) as running,
        desktop() as screen,
        window(screen, tmp_path, running.base_url) as shown,
    ):
        screen.start([sys.executable, page_peer.__file__, link])
        until(lambda: screen.windows(name="page"), "the page")
        seen = shown.until("the account", files=["Films"])
        screen.drag((x + width // 2, y + height // 2), tuple(seen["panel"]))
        shown.until("the links", dialogs=lambda found: [d["title"] for d in found] == ["Paste links"])
        shown.press("Cancel")
        shown.until("the window alone", dialogs=[])

        screen.run("xdotool", "windowactivate", "--sync", str(seen["window"][0]))
        screen.run("xdotool", "mousemove", *map(str, seen["list"]), "click", "1", "key", "ctrl+v")
        shown.until("the picture", dialogs=lambda found: [d["title"] for d in found] == ["Upload a picture"])
        shown.press("Upload")
        (file,) = until(lambda: service.files_at("/"), "the picture in the account")
        assert file.name.startswith("Picture 20") and file.name.endswith(".png")
        image = QImage.fromData(read_all(file.content))
        assert (image.width(), image.height()) == (320, 200) and image.pixelColor(5, 5) == QColor("teal")
