"""The package for Debian and Ubuntu: the frozen program, and what desktops and shells want to know of it."""

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
import textwrap
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import bundle
import clean_root
import desktop_files
import elf
from desktop import changes
from environment import ROOT, telling_line
from problem import Problem, say
from source_date import source_date
from target import Target, program, system

from fichier_gui import identity
from fichier_gui.domain.parts import Part
from fichier_gui.system.parts import read_parts

NAME = identity.NAME
HOME = Path("usr/lib") / NAME
"""Where the frozen program lies in the package."""
DOCUMENTS = Path("usr/share/doc") / NAME
WORK = ROOT / "build" / "deb"
LINTIAN_LOG = WORK / "lintian.log"

MAINTAINER = f"{identity.AUTHORS} <{NAME}@localhost>"
"""The field must hold an address, and the project has none."""

RECOMMENDS = (
    "ca-certificates",
    "default-dbus-session-bus | dbus-session-bus",
    "gnome-keyring | libkf5wallet-bin | keepassxc",
    "xdg-utils",
)
"""Whom to trust, beside a list of its own; a bus and a key ring on it, without which the key lives until the
program ends; a way to the browser."""

OVERRIDES = {
    "the frozen program brings the libraries of Python and Qt as their makers built them": (
        f"embedded-library * [{HOME}/_internal/*]",
    ),
    "the field must hold an address, and the project has none": (
        "bogus-mail-host Maintainer *",
        "bogus-mail-host-in-debian-changelog *",
    ),
    "the program that starts the frozen one comes ready-made with PyInstaller": (
        f"hardening-no-pie [{HOME}/{NAME}]",
    ),
    "some parts of Python and ICU's data call nothing of the C library": (
        f"library-not-linked-against-libc [{HOME}/_internal/*]",
        f"shared-library-lacks-prerequisites [{HOME}/_internal/*]",
    ),
}
"""Why a remark of lintian does not hold here, and which."""


def artefact(output: Path) -> Path:
    """Where the package is."""
    return output / f"{NAME}_{identity.VERSION}_{_architecture()}.deb"


def build(output: Path) -> Path:
    """The package, of the frozen program that is in ``output``. Raises ``Problem``."""
    date = source_date()
    root = WORK / "root"
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(bundle.artefact(output), root / HOME, symlinks=True)
    desktop_files.write(WORK / "desktop")
    shutil.copytree(WORK / "desktop" / "share", root / "usr/share")
    (root / "usr/bin").mkdir()
    (root / "usr/bin" / NAME).symlink_to(Path("../lib") / NAME / NAME)
    _write_documents(root, date)
    _squeeze(root / "usr/share/man/man1" / f"{NAME}.1")
    about = (WORK / "desktop" / "about.txt").read_text(encoding="utf-8")
    _write_control(root, about)
    _smooth(root, date)
    path = artefact(output)
    _run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(path), date=date)
    _judge(path)
    return path


def _write_documents(root: Path, date: int) -> None:
    """Change log, licence, and what lintian is told."""
    folder = root / DOCUMENTS
    folder.mkdir(parents=True)
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    log = folder / "changelog"
    log.write_text("\n".join(_changelog(changes.releases(text, date))), encoding="utf-8")
    _squeeze(log)
    brought = read_parts(root / HOME / "_internal" / "fichier_gui" / "_resources")
    (folder / "copyright").write_text(_copyright(brought), encoding="utf-8")
    texts = folder / "licences"
    texts.write_text("\n\n".join(f"==== {each.name}\n\n{each.text}" for each in brought), encoding="utf-8")
    _squeeze(texts)
    overrides = root / "usr/share/lintian/overrides" / NAME
    overrides.parent.mkdir(parents=True)
    lines = [
        line for why, tags in OVERRIDES.items() for line in (f"# {why}", *(f"{NAME}: {tag}" for tag in tags))
    ]
    overrides.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _changelog(releases: Sequence[changes.Release]) -> Iterator[str]:
    for release in releases:
        yield f"{NAME} ({release.version}) unstable; urgency=medium\n"
        for item in release.items:
            yield textwrap.fill(item, 78, initial_indent="  * ", subsequent_indent="    ")
        when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(release.date))
        yield f"\n -- {MAINTAINER}  {when}\n"


def _copyright(brought: Sequence[Part]) -> str:
    """The program's own licence in full, those of others by their names."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    holder = next(line for line in licence.splitlines() if line.startswith("Copyright"))
    text = licence.partition(holder)[2].strip()
    lines = [f" {line}" if line.strip() else " ." for line in text.splitlines()]
    return "\n".join(
        [
            "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
            f"Upstream-Name: {NAME}",
            "",
            "Files: *",
            f"Copyright: {holder.removeprefix('Copyright (c) ')}",
            "License: Expat",
            *lines,
            "",
            f"Files: {HOME}/_internal/*",
            "Copyright: those whom the licences name",
            "License: various",
            " The frozen program brings the work of others, each part under its own licence:",
            " .",
            *(f"  {each.name} {each.version}: {each.licence}" for each in brought),
            " .",
            f" The texts are in /{DOCUMENTS}/licences.gz.",
            "",
        ]
    )


def _write_control(root: Path, about: str) -> None:
    folder = root / "DEBIAN"
    folder.mkdir()
    files = sorted(each for each in root.rglob("*") if each.is_file() and not each.is_symlink())
    size = sum((each.stat().st_size + 1023) // 1024 for each in files)
    values = {
        "Package": NAME,
        "Version": identity.VERSION,
        "Architecture": _architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": _depends(root / HOME),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "net",
        "Priority": "optional",
        "Homepage": identity.HOMEPAGE,
        "Description": f"{identity.SUMMARY}\n{_description(about)}",
    }
    control = "".join(f"{name}: {value}\n" for name, value in values.items() if value)
    (folder / "control").write_text(control, encoding="utf-8")
    sums = [f"{hashlib.md5(each.read_bytes()).hexdigest()}  {each.relative_to(root)}\n" for each in files]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _description(about: str) -> str:
    """Paragraphs and items as the control file has them."""
    found: list[str] = []
    for line in about.splitlines():
        is_item = line.startswith("- ")
        first, further = ("  ", "    ") if is_item else (" ", " ")
        wrapped = textwrap.wrap(line, 76, initial_indent=first, subsequent_indent=further)
        found += wrapped or [" ."]
    return "\n".join(found)


def _depends(program_folder: Path) -> str:
    """The packages that the frozen program's own libraries need, each in the version they need."""
    binaries = [path for path in sorted(program_folder.rglob("*")) if elf.is_elf(path)]
    brought = {path.name for path in binaries}
    wanted = {name for path in binaries for name in elf.needed(path.read_bytes())}
    excluded = _packages_of(brought & wanted) - _packages_of(wanted - brought)
    with tempfile.TemporaryDirectory() as place:
        control = Path(place, "debian", "control")
        control.parent.mkdir()
        control.write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8")
        private = sorted({f"-l{path.parent}" for path in binaries})
        options = ["--ignore-missing-info", "-O", *private, *(f"-x{name}" for name in sorted(excluded))]
        told = _run("dpkg-shlibdeps", *options, *map(str, binaries), folder=Path(place))
    _, _, packages = told.strip().rpartition("shlibs:Depends=")
    return f"{packages}, tzdata"  # the service tells times of Paris


def _packages_of(libraries: Collection[str]) -> set[str]:
    """The packages of this machine that hold these libraries; nothing for those that are in none."""
    if not libraries:
        return set()
    patterns = [f"*/{name}" for name in sorted(libraries)]
    done = subprocess.run(["dpkg", "-S", *patterns], capture_output=True, text=True, check=False)
    return {line.partition(":")[0] for line in done.stdout.splitlines() if not line.startswith("diversion")}


def _squeeze(path: Path) -> None:
    """As Debian keeps documents; with no name and no time in it."""
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    path.unlink()


def _smooth(root: Path, date: int) -> None:
    """The same permissions and times, wherever and whenever it is built."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path == root / HOME / NAME
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)


def _architecture() -> str:
    return _run("dpkg", "--print-architecture").strip()


def _judge(path: Path) -> None:
    """What lintian says of it, where there is one. Raises ``Problem`` for errors and warnings."""
    if not shutil.which("lintian"):
        say("lintian is not here: nobody has looked at the package.")
        return
    command = ["lintian", "--no-cfg", "--allow-root", "--fail-on", "error,warning", "--info", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    LINTIAN_LOG.write_text(done.stdout + done.stderr, encoding="utf-8")
    remarks = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]
    if done.returncode or remarks:
        raise Problem(f"lintian has {len(remarks)} remarks: {remarks[:1]} (all of it is in {LINTIAN_LOG})")
    say("lintian: no errors, no warnings")


def _run(*command: str, date: int | None = None, folder: Path | None = None) -> str:
    environ: Mapping[str, str] = os.environ | ({} if date is None else {"SOURCE_DATE_EPOCH": str(date)})
    done = subprocess.run(command, env=environ, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"{command[0]} failed: {telling_line(done.stderr)}")
    return done.stdout


TARGET = Target(
    "deb",
    "the package for Debian 12, Ubuntu 24.04 and newer",
    build,
    (system("linux"), program("dpkg-deb", "dpkg"), program("dpkg-shlibdeps", "dpkg-dev")),
    after=("bundle",),
    attempt=lambda output: clean_root.attempt(artefact(output)),
)
