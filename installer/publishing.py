"""The files of a release and what is told of them."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import archive
import build
import bundle
from desktop.changes import Release, first_sentence, releases
from environment import OWN, ROOT, RUNTIME, telling_line
from likeness import SHOWN, differences, digest_of
from problem import Problem, say
from sbom import sbom
from source_date import source_date

from fichier_gui import identity
from fichier_gui.domain.parts import Part
from fichier_gui.system.parts import STORED, read_parts

VERSION = identity.VERSION
SUMS = "SHA256SUMS"
FACTS = "release.json"
LIST = f"{archive.STEM}.cdx.json"
AGAIN = ROOT / "build" / "again"


def release_date() -> int:
    """Midnight of the day that CHANGELOG.md gives this version; the source's date where it gives none.

    So the same version has the same date before and after it is committed.
    """
    return this_release().date


def this_release() -> Release:
    """What CHANGELOG.md tells of this version. Raises ``Problem``."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = next((each for each in releases(text, source_date()) if each.version == VERSION), None)
    if found is None:
        raise Problem(f"CHANGELOG.md tells of no version {VERSION}.")
    return found


def publish(output: Path, *, twice: bool) -> Iterator[Path]:
    """Build all that can be built here, and write what is told of it. Raises ``Problem``."""
    names = list(build.possible())
    _make_room(output)
    built = list(build.build(names, output))
    if twice:
        _compare([name for name in names if build.TARGETS[name].comes_out_the_same], output, built)
    files = sorted(path for path in built if path.is_file())
    for name, text in told(files, output).items():
        (output / name).write_text(text, encoding="utf-8", newline="\n")
        files.append(output / name)
    yield from files


def _make_room(output: Path) -> None:
    """Take an earlier release away, and nobody's other files. Raises ``Problem``."""
    is_ours = output.parent == ROOT / "dist" or all((output / name).is_file() for name in (FACTS, SUMS))
    if not is_ours and output.exists() and not (output.is_dir() and not any(output.iterdir())):
        raise Problem(f"{output} holds something else than a release: name another folder.")
    shutil.rmtree(output, ignore_errors=True)


def told(files: Sequence[Path], output: Path) -> dict[str, str]:
    """The texts that go beside the files, by their names."""
    (output / LIST).write_text(parts_for_machines(output), encoding="utf-8", newline="\n")
    everything = [*files, output / LIST]
    return {LIST: (output / LIST).read_text(encoding="utf-8"), **facts_and_sums(everything)}


def gather(folder: Path) -> None:
    """Tell of all files in ``folder`` as of one release."""
    files = [path for path in folder.iterdir() if path.is_file() and path.name not in (SUMS, FACTS)]
    if not files:
        raise Problem(f"There are no files in {folder}.")
    for name, text in facts_and_sums(files).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def facts_and_sums(files: Sequence[Path]) -> dict[str, str]:
    """What the check for new versions reads, and what ``sha256sum --check`` does."""
    ordered = sorted(files, key=lambda path: path.name)
    return {
        FACTS: json.dumps(release_facts(ordered), indent=1, ensure_ascii=False) + "\n",
        SUMS: "".join(f"{digest_of(path)}  {path.name}\n" for path in ordered),
    }


def release_facts(files: Sequence[Path]) -> dict[str, object]:
    """What the check for new versions reads."""
    release = this_release()
    return {
        "name": identity.NAME,
        "version": VERSION,
        "date": time.strftime("%Y-%m-%d", time.gmtime(release.date)),
        "page": identity.HOMEPAGE,
        "notes": [first_sentence(item) for item in release.items[:SHOWN]],
        "files": [
            {"name": path.name, "size": path.stat().st_size, "sha256": digest_of(path)} for path in files
        ],
    }


def parts_for_machines(output: Path) -> str:
    """Of the bundle, where one was built; of what the program runs on from source otherwise."""
    within = next(bundle.artefact(output).rglob(STORED), None)
    return sbom(read_parts(within.parent) if within else _parts_of_source(), source_date())


def _parts_of_source() -> Sequence[Part]:
    """As its own environment tells them: this Python may know none of them."""
    words = "from pathlib import Path; from fichier_gui.system.parts import *; "
    words += "print(stored_text(read_parts(Path('resources'))))"
    command = [str(OWN.prepare(RUNTIME)), "-c", words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"The parts of the program could not be listed: {telling_line(done.stderr)}")
    return [Part(**part) for part in json.loads(done.stdout)]


def _compare(names: Sequence[str], output: Path, built: Sequence[Path]) -> None:
    """Build what comes out the same again. The rest of ``built`` is not looked at."""
    say("Building it again, to see that it comes out the same …")
    shutil.rmtree(AGAIN, ignore_errors=True)
    again = {path.name for path in build.build(names, AGAIN)}
    apart = {path.name for path in built} - again
    found = differences(output, AGAIN, without=apart)
    if found:
        shown = "\n".join(f"  {line}" for line in found[:SHOWN])
        raise Problem(f"Two builds of the same source differ ({len(found)}; both are kept):\n{shown}")
    shutil.rmtree(AGAIN)
    say(f"Both builds are the same, file by file: {', '.join(names)}.")
