"""An AppImage: one file that runs on any Linux with the C library of Debian 12 or a newer one.

The folder is laid out here; ``appimagetool`` (github.com/AppImage/appimagetool) makes the file of it, and
brings the part that mounts it.
"""

import os
import shutil
import subprocess
from pathlib import Path

import archive
import bundle
import desktop_files
from environment import ROOT, telling_line
from problem import Problem
from source_date import source_date
from target import Target, program, system

from fichier_gui import identity

WORK = ROOT / "build" / "appimage"
FOLDER = WORK / f"{identity.NAME}.AppDir"
RUN = f"""#!/bin/sh
# What the file does when it is started. $APPDIR is where it is mounted.
exec "${{APPDIR:-$(dirname "$(readlink -f "$0")")}}/usr/lib/{identity.NAME}/{identity.NAME}" "$@"
"""


def artefact(output: Path) -> Path:
    """Where the file is."""
    return output / f"{archive.STEM}.AppImage"


def lay_out(output: Path, folder: Path) -> None:
    """The folder as the AppImage specification wants it. Raises ``Problem``."""
    desktop_files.write(folder / "usr")
    for left_over in (folder / "usr").glob(f"{identity.NAME}.ic*"):
        left_over.unlink()  # of other systems
    arrange(bundle.artefact(output), folder)


def arrange(program_folder: Path, folder: Path) -> None:
    """The program, and at the top what starts it and what file managers show of it."""
    shutil.copytree(program_folder, folder / "usr" / "lib" / identity.NAME, symlinks=True)
    share = folder / "usr" / "share"
    (folder / "AppRun").write_text(RUN, encoding="utf-8")
    (folder / "AppRun").chmod(0o755)
    entry = share / "applications" / f"{identity.DESKTOP_ID}.desktop"
    shutil.copyfile(entry, folder / entry.name)
    picture = share / "icons" / "hicolor" / "256x256" / "apps" / f"{identity.NAME}.png"
    shutil.copyfile(picture, folder / picture.name)
    (folder / ".DirIcon").symlink_to(picture.name)


def build(output: Path) -> Path:
    """Lay it out and pack it. Raises ``Problem``."""
    shutil.rmtree(WORK, ignore_errors=True)
    lay_out(output, FOLDER)
    environ = os.environ | {"ARCH": archive.MACHINE, "SOURCE_DATE_EPOCH": str(source_date())}
    command = ["appimagetool", "--no-appstream", str(FOLDER), str(artefact(output))]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"appimagetool failed: {telling_line(done.stdout + done.stderr)}")
    return artefact(output)


TARGET = Target(
    "appimage",
    "one file for any newer Linux",
    build,
    (system("linux"), program("appimagetool", "github.com/AppImage/appimagetool")),
    after=("bundle",),
)
