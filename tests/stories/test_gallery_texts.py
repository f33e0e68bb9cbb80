"""Every window, dialog and menu, with texts 40 % longer than the English ones: nothing is cut."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.display import missing_tools
from support.pseudo_language import pseudo

GALLERY = Path(__file__).resolve().parents[1] / "gallery"
PLACEHOLDERS = "cut: QLineEdit:"
"""An example in an empty line may end in dots: the line's label says what it is for."""

pytestmark = [pytest.mark.story, pytest.mark.timeout(400)]


@pytest.mark.skipif(bool(missing_tools()), reason=f"missing: {', '.join(missing_tools())}")
def test_longer_words_have_room_everywhere(tmp_path: Path) -> None:
    command = [sys.executable, str(GALLERY), str(tmp_path), "--scale", "1x"]
    command += ["--theme", "light", "--language", "pseudo"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    cut = [line for line in done.stdout.splitlines() if "cut: " in line and PLACEHOLDERS not in line]
    assert not cut
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(tmp_path.glob("*.light.1x.pseudo.png"))) > 100


def test_longer_words_keep_what_is_filled_in() -> None:
    assert pseudo("Upload {name} to <b>&Films</b>: %n file(s)", "", 2) == (
        "[Ûplöâd {name} tö <b>&Fîlms</b>: %n fîlés ~~~~~~~ ~~~~~]"
    )
    assert pseudo("") == ""
