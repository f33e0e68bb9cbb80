"""Tries the Debian package where nothing else is: a new Debian without Python, from installation to removal.

1. only what the package depends on   every library is found, the self-test passes without a display
2. a display and a key ring           the self-test passes again; a key goes into the key ring and opens the
                                      account of the simulated service, for commands and for the window
3. the package removed                what is left is in the user's own folder, and nothing else is missing

Needs root, for ``chroot``; each command has a place of its own for processes and mounts, which ends with it.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from environment import BUNDLE, ROOT, WORKSHOP, telling_line
from problem import Problem, say

from fichier_gui.identity import NAME, WM_CLASS
from fichier_gui.simulator.service import DEFAULT_KEY

CACHE = ROOT / "build" / "roots"
"""Where the new Debian is kept for the next time, and copied to."""
LOG = ROOT / "build" / "clean-root.log"
PERSON, NUMBER = "person", 1000
PACKAGE, CERTIFICATE = "/package.deb", "/certificate.pem"
TOOLS = ("dbus-daemon", "gnome-keyring", "libsecret-tools", "trayer", "x11-utils", "xvfb")
NO_TRAY = "There is no tray here"
NO_CHECKSUM = "This machine computes no Whirlpool"
"""What the self-test notes."""
LIMIT = 900
"""Seconds for one command."""

ENTER = """
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
root=$1 who=$2
shift 2
exec chroot --userspec="$who" --groups= "$root" "$@"
"""
"""Into the root, as somebody."""

LIBRARIES = f"""
find /usr/lib/{NAME} -type f '(' -name '*.so*' -o -name {NAME} ')' \
    -exec env LD_LIBRARY_PATH=/usr/lib/{NAME}/_internal ldd {{}} + | grep 'not found' | sort -u || true
"""

SESSION = f"""
set -e
printf a-password | gnome-keyring-daemon --unlock --components=secrets --daemonize > /dev/null
number=$XDG_RUNTIME_DIR/display
Xvfb -displayfd 3 -screen 0 1400x900x24 -noreset -nolisten tcp 3> $number > /dev/null 2>&1 & display=$!
until test -s $number; do kill -0 $display; sleep 0.1; done
export DISPLAY=:$(cat $number)
trayer > /dev/null 2>&1 & tray=$!
echo "== self-test"
{NAME} --self-test
echo "== key"
printf '%s\\n' "$KEY" | {NAME} $OPTIONS key set
test "$(secret-tool lookup service {NAME} username default)" = "$KEY"
LANG=fr_FR.UTF-8 {NAME} $OPTIONS key show
{NAME} $OPTIONS ls /
unknown="--profile $XDG_RUNTIME_DIR/other --service $SERVICE"
FICHIER_API_KEY="$KEY" {NAME} $unknown ls --max-pause 1 / 2>&1 | grep "No secure connection"
{NAME} $OPTIONS upload /etc/os-release --to /Tried
echo "== window"
{NAME} $OPTIONS & window=$!
until xwininfo -root -tree | grep -q '("{NAME}" "{WM_CLASS}")'; do kill -0 $window; sleep 0.1; done
{NAME} $OPTIONS ls /Tried
kill $window
wait $window
kill $tray $display
wait $tray $display || true
"""
"""What the person does. The last ``ls`` is done by the program whose window is open."""


class Root:
    """A Debian of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, who: str = "0:0", **variables: str) -> str:
        """Run a command there; what it says. Raises ``Problem``."""
        known = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root"}
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        environ = {**known, **proxies, "DEBIAN_FRONTEND": "noninteractive", **variables}
        enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", ENTER, "sh"]
        try:
            done = subprocess.run(
                [*enter, str(self.folder), who, *command],
                env=environ,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise _failure(f"{command[0]} had not ended after {LIMIT} s", late.stdout or b"") from late
        if done.returncode:
            raise _failure(f"{command[0]} failed", done.stdout)
        return done.stdout.decode("utf-8", "replace")

    def as_person(self, *command: str, **variables: str) -> str:
        """The same, as somebody who uses the computer."""
        own = {"HOME": f"/home/{PERSON}", "XDG_RUNTIME_DIR": f"/run/user/{NUMBER}", "USER": PERSON}
        return self.run(*command, who=f"{NUMBER}:{NUMBER}", **{**own, **variables})

    def install(self, *names: str) -> None:
        """Packages of Debian, with what they depend on and no more."""
        self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *names)

    def files(self) -> set[str]:
        """All paths, but for those that live as long as the system runs."""
        found = set()
        for folder, names, files in os.walk(self.folder):
            if Path(folder) == self.folder:
                names[:] = sorted(set(names) - {"proc", "sys", "dev", "run"})
            place = "/" + os.path.relpath(folder, self.folder)
            found |= {os.path.normpath(f"{place}/{name}") for name in (*names, *files)}
        return found


def attempt(package: Path) -> None:
    """Install, use and remove the package. Raises ``Problem`` at the first fault."""
    if not package.exists():
        raise Problem(f"{package} is not there: build it first.")
    _require()
    with _new_root() as root:
        shutil.copy(package, root.folder / PACKAGE.lstrip("/"))
        needed = _to_install(root.run("apt-get", "install", "-s", "--no-install-recommends", PACKAGE))
        root.install(*needed)
        _with_its_dependencies_alone(root, len(needed))
        root.install(*TOOLS)
        (root.folder / CERTIFICATE.lstrip("/")).touch()
        before = root.files()
        started = time.monotonic()
        root.run("dpkg", "-i", PACKAGE)
        say(f"Installed in {time.monotonic() - started:.1f} s.")
        _used_by_a_person(root)
        _without_python(root)
        root.run("dpkg", "-P", NAME)
        _only_the_users_data(before, root.files())


def _require() -> None:
    if os.geteuid() != 0:
        raise Problem("A clean root takes root's rights: run this with sudo.")
    for tool, package in (("debootstrap", "debootstrap"), ("openssl", "openssl"), ("unshare", "util-linux")):
        if not shutil.which(tool):
            raise Problem(f"Missing on this system: {tool}; install the package {package}.")


@contextmanager
def _new_root() -> Iterator[Root]:
    """A copy of a new Debian like this one, with one user; gone afterwards."""
    base = CACHE / _release()
    if not (base / "etc" / "debian_version").exists():
        _make(base)
    with tempfile.TemporaryDirectory(prefix="tried-", dir=CACHE) as folder:
        subprocess.run(["cp", "-a", "--reflink=auto", f"{base}/.", folder], check=True)
        Path(folder).chmod(0o755)
        root = Root(Path(folder))
        shutil.copy("/etc/resolv.conf", root.folder / "etc" / "resolv.conf")
        root.run("apt-get", "update", "-qq")
        root.run("useradd", "-m", "-u", str(NUMBER), PERSON)
        for place in (f"/run/user/{NUMBER}", "/tmp/.X11-unix"):
            root.run("install", "-d", "-m", "1777", place)
        root.run("install", "-d", "-m", "700", "-o", PERSON, f"/run/user/{NUMBER}")
        yield root


def _make(base: Path) -> None:
    say(f"Fetching a new Debian into {os.path.relpath(base, ROOT)} (once, some minutes) …")
    wanted = ["--format", "$(REPO_URI)", "Created-By: Packages", f"Codename: {base.name}"]
    told = subprocess.run(["apt-get", "indextargets", *wanted], capture_output=True, text=True, check=True)
    mirror = told.stdout.split()[0]
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="made-", dir=CACHE) as folder:
        made = Path(folder) / base.name
        command = ["debootstrap", "--variant=minbase", base.name, str(made), mirror]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Problem(f"debootstrap failed: {telling_line(done.stdout + done.stderr)}")
        # Under its name it is whole or not there, also where this is stopped half way.
        shutil.rmtree(base, ignore_errors=True)
        made.rename(base)


def _release() -> str:
    text = Path("/etc/os-release").read_text(encoding="utf-8")
    found = re.search(r"^VERSION_CODENAME=(\w+)", text, re.MULTILINE)
    if found is None:
        raise Problem("This system does not say which release of Debian it is.")
    return found[1]


def _to_install(simulation: str) -> list[str]:
    """What apt would install besides the package itself."""
    names = re.findall(r"^Inst (\S+)", simulation, re.MULTILINE)
    if NAME not in names:
        raise Problem(f"apt would not install the package: {_last(simulation)}")
    return [name for name in names if name != NAME]


def _with_its_dependencies_alone(root: Root, packages: int) -> None:
    """Nothing else is there that could bring what the package forgot to name."""
    root.run("dpkg", "-i", PACKAGE)
    _without_python(root)
    if lacking := root.run("sh", "-c", LIBRARIES).strip():
        raise Problem(f"The package does not name all that it needs: {lacking.splitlines()[0].strip()}")
    told = root.as_person(NAME, "--self-test", QT_QPA_PLATFORM="offscreen")
    say(f"With the {packages} packages that it depends on: {_passed(told)}.")
    root.run("dpkg", "-P", NAME)


def _without_python(root: Root) -> None:
    """There is none but the one inside the package."""
    own = f"/usr/lib/{NAME}/"
    found = pythons(path for path in root.files() if not path.startswith(own))
    if found:
        raise Problem(f"The clean root has a Python, which proves nothing: {found[0]}")


def pythons(paths: Iterable[str]) -> list[str]:
    """Those that are an interpreter, or the library of one."""
    return sorted(path for path in paths if re.search(r"/(s?bin/python|libpython)[\d.]", path))


def _used_by_a_person(root: Root) -> None:
    with _service(root) as address:
        options = f"--service {address} --ca-file {CERTIFICATE}"
        session = ("dbus-run-session", "--", "sh", "-c", SESSION)
        told = root.as_person(*session, SERVICE=address, OPTIONS=options, KEY=DEFAULT_KEY)
    steps, key, window = re.split(r"^== (?:self-test|key|window)\n", told, flags=re.MULTILINE)[1:]
    if NO_TRAY in steps:
        raise Problem(f"The self-test did not see the panel: {NO_TRAY}")
    say(f"With a display, a panel and a key ring: {_passed(steps)}.")
    english, french = key.splitlines()[:2]
    if english == french:
        raise Problem("The program does not speak French.")
    say(f"The key ring, in two languages: {english} {french}")
    say("TLS: who is known is trusted, who is not is refused.")
    say(f"The window came up, and listed for a command: {' '.join(window.splitlines()[0].split())}")


@contextmanager
def _service(root: Root) -> Iterator[str]:
    """The simulated service over TLS, run by this machine; its address. Its certificate is in the root."""
    certificate, key = root.folder / CERTIFICATE.lstrip("/"), ROOT / "build" / "clean-root.key"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Tried"]
    made += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, capture_output=True, check=True)
    command = [str(WORKSHOP.prepare(BUNDLE)), "-m", "fichier_gui.simulator", "--sample"]
    command += ["--tls-cert", str(certificate), "--tls-key", str(key)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            if not address:
                raise Problem("The simulated service did not start.")
            yield address
        finally:
            process.terminate()


def _only_the_users_data(before: Collection[str], after: Collection[str]) -> None:
    # The bus of the session ends with the session, and may not get to take its socket away.
    left = sorted(path for path in set(after) - set(before) if not path.startswith("/tmp/dbus-"))
    foreign = [path for path in left if not path.startswith(f"/home/{PERSON}/")]
    if foreign:
        raise Problem(f"The package leaves something behind: {', '.join(foreign[:5])}")
    if gone := sorted(set(before) - set(after)):
        raise Problem(f"The package took away what is not its own: {', '.join(gone[:5])}")
    mine = [path for path in left if NAME in path]
    if not mine:
        raise Problem("The user's own data is gone as well.")
    say("Removed. Left, all of it the user's: " + ", ".join(_places(left)))


def _places(paths: Collection[str]) -> list[str]:
    """The folders that hold files, without those that are in another of them."""
    above = {str(parent) for path in paths for parent in PurePosixPath(path).parents}
    folders = {PurePosixPath(path).parent for path in paths if path not in above}
    return sorted(str(folder) for folder in folders if not folders & set(folder.parents))


def _passed(told: str) -> str:
    found = re.search(r"^Self-test passed: \d+ steps", told, re.MULTILINE)
    if found is None:
        raise Problem(f"The self-test did not pass: {_last(told)}")
    if NO_CHECKSUM in told:
        raise Problem(f"The self-test could not verify: {NO_CHECKSUM}")
    return found[0].lower()


def _failure(what: str, told: bytes) -> Problem:
    """With all that was said beside it, in a file."""
    text = told.decode("utf-8", "replace")
    LOG.parent.mkdir(parents=True, exist_ok=True)
    LOG.write_text(text, encoding="utf-8")
    return Problem(f"In the clean root, {what}: {_last(text)} (all of it is in {LOG})")


def _last(told: str) -> str:
    lines = [line for line in told.splitlines() if line.strip()]
    failed = [line for line in lines if line.startswith(("FAIL", "E:", "Traceback"))]
    return (failed or lines or ["nothing was said"])[-1]
