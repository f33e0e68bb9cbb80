"""The installer for Windows, made by Inno Setup 6.3 or newer: ``installer/windows/setup.iss``.

For one user and without an administrator. Uninstalling asks about the settings and the key. It is signed when
``WINDOWS_SIGN_COMMAND`` holds a command for it, as Inno Setup wants them (``$f`` is the file).
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import archive
import bundle
from environment import ROOT, telling_line
from problem import Problem
from target import Need, Target, system

from fichier_gui import identity

SCRIPT = ROOT / "installer" / "windows" / "setup.iss"
STEM = f"{archive.STEM}-setup"
USUAL = Path("Inno Setup 6") / "ISCC.exe"
ARCHITECTURES = {"x86_64": "x64compatible", "arm64": "arm64"}


def compiler() -> str | None:
    """Inno Setup's, on the search path or where its own installer puts it."""
    folders = [Path(os.environ[name]) for name in ("ProgramFiles(x86)", "ProgramFiles") if name in os.environ]
    usual = next((str(folder / USUAL) for folder in folders if (folder / USUAL).is_file()), None)
    return shutil.which("iscc") or usual


def names(output: Path) -> Mapping[str, str]:
    """What the script asks for as ``{#Name}``."""
    return {
        "Name": identity.NAME,
        "Version": identity.VERSION,
        "Summary": identity.SUMMARY,
        "Authors": identity.AUTHORS,
        "Machine": ARCHITECTURES.get(archive.MACHINE, archive.MACHINE),
        "Source": str(bundle.artefact(output)),
        "Licence": str(ROOT / "LICENSE"),
        "Icon": str(bundle.DESKTOP / f"{identity.NAME}.ico"),
        "Output": str(output),
        "Stem": STEM,
    }


def command(output: Path, sign: str) -> list[str]:
    """The call of the compiler. ``sign``: the command that signs a file; empty for none."""
    told = [f"/D{name}={value}" for name, value in names(output).items()]
    told += [f"/Ssigned={sign}", "/DSignTool=signed"] if sign else []
    return [compiler() or "iscc", "/Qp", *told, str(SCRIPT)]


def build(output: Path) -> Path:
    """Compile it. Raises ``Problem``."""
    done = subprocess.run(
        command(output, os.environ.get("WINDOWS_SIGN_COMMAND", "")),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Problem(f"Inno Setup failed: {telling_line(done.stdout + done.stderr)}")
    return output / f"{STEM}.exe"


TARGET = Target(
    "setup",
    "the installer for Windows, for one user",
    build,
    (system("win32"), Need("Inno Setup 6.3 or newer (jrsoftware.org)", lambda: compiler() is not None)),
    after=("bundle",),
    comes_out_the_same=False,
)
