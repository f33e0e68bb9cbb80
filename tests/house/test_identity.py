"""The program has one set of names, and an installer can read it."""

import json
import subprocess
import sys
import tomllib

from package_source import PACKAGE, ROOT

from fichier_gui import identity
from fichier_gui.ui.wording.desktop import part_words


def test_the_package_has_the_same_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["name"] == identity.NAME
    assert project["project"]["description"] == identity.SUMMARY == part_words("").about
    assert project["project"]["license"] == identity.LICENCE
    assert identity.NAME in project["project"]["scripts"]
    assert identity.AUTHORS in (ROOT / "LICENSE").read_text(encoding="utf-8")
    own = project.get("tool", {}).get("hatch", {})["version"]["path"]
    assert f'__version__ = "{identity.VERSION}"' in (ROOT / own).read_text(encoding="utf-8")


def test_any_python_reads_it() -> None:
    """Without what is installed, and without the rest of the program."""
    code = (
        "import json, sys; sys.path.insert(0, sys.argv[1])\n"
        "from fichier_gui import identity\n"
        "print(json.dumps([identity.VERSION, sorted(m for m in sys.modules if m.startswith('fichier_gui'))]))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [identity.VERSION, ["fichier_gui", "fichier_gui.identity"]]


def test_no_other_module_writes_the_identifiers_again() -> None:
    unique = {identity.APP_ID, identity.BUNDLE_ID, identity.LOGIN_AGENT, identity.WINDOWS_CLASS}
    found = [
        (path.relative_to(ROOT).as_posix(), text)
        for folder in (PACKAGE, ROOT / "installer")
        for path in folder.rglob("*.py")
        for text in unique
        if path.name != "identity.py" and text in path.read_text(encoding="utf-8")
    ]
    assert not found


def test_packages_find_their_way_through_each_system() -> None:
    """AppStream and Flatpak want three parts and no hyphen, macOS no underscore."""
    assert identity.APP_ID.count(".") >= 2 and "-" not in identity.APP_ID
    assert "_" not in identity.BUNDLE_ID
