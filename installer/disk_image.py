"""The disk image for macOS: the application, and a link to the folder that it is dragged to.

``CODESIGN_IDENTITY`` names the certificate that signs it ("Developer ID Application: …"), ``NOTARY_PROFILE``
the credentials that ``xcrun notarytool store-credentials`` has kept. Without the first it is signed for this
machine alone, and others have to allow it (System Settings, Privacy & Security); without the second Apple has
not seen it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import archive
import bundle
from environment import ROOT, telling_line
from problem import Problem, say
from target import Target, program, system

from fichier_gui import identity

WORK = ROOT / "build" / "dmg"
ENTITLEMENTS = ROOT / "installer" / "macos" / "entitlements.plist"


def artefact(output: Path) -> Path:
    """Where the image is."""
    return output / f"{archive.STEM}.dmg"


def signing(app: Path, certificate: str) -> list[str]:
    """The call that signs the application with all that is in it. No certificate: for this machine."""
    trusted = ["--timestamp", "--options", "runtime"] if certificate else []
    allowed = ["--entitlements", str(ENTITLEMENTS)] if certificate else []
    return ["codesign", "--force", "--deep", *trusted, *allowed, "--sign", certificate or "-", str(app)]


def imaging(folder: Path, image: Path) -> list[str]:
    """The call that makes an image of a folder."""
    made = ["-fs", "HFS+", "-format", "UDZO", "-ov"]
    return ["hdiutil", "create", "-volname", identity.NAME, "-srcfolder", str(folder), *made, str(image)]


def notarising(image: Path, profile: str) -> Iterator[list[str]]:
    """The calls that let Apple look at the image, and put its answer into it."""
    yield ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
    yield ["xcrun", "stapler", "staple", str(image)]


def build(output: Path) -> Path:
    """Sign, put into an image, sign that, have it notarised. Raises ``Problem``."""
    certificate, profile = os.environ.get("CODESIGN_IDENTITY", ""), os.environ.get("NOTARY_PROFILE", "")
    app, image = WORK / bundle.artefact(output).name, artefact(output)
    shutil.rmtree(WORK, ignore_errors=True)
    # What was built stays as it is: a signature holds a time.
    shutil.copytree(bundle.artefact(output), app, symlinks=True)
    _call(signing(app, certificate))
    _call(["codesign", "--verify", "--deep", "--strict", str(app)])
    (WORK / "Applications").symlink_to("/Applications")
    _call(imaging(WORK, image))
    if not certificate:
        say("note: CODESIGN_IDENTITY is not set: other machines have to be told that they may open it.")
        return image
    _call(["codesign", "--timestamp", "--sign", certificate, str(image)])
    if profile:
        for call in notarising(image, profile):
            _call(call)
    else:
        say("note: NOTARY_PROFILE is not set: Apple has not seen it.")
    return image


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"{' '.join(command[:3])} failed: {telling_line(done.stdout + done.stderr)}")


TARGET = Target(
    "dmg",
    "the disk image for macOS",
    build,
    (system("darwin"), program("codesign", "Xcode's command line tools"), program("hdiutil", "macOS")),
    after=("bundle",),
    comes_out_the_same=False,
)
