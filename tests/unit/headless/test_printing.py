import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fichier_gui.app.jobs.job import Job, Kind, Report, Verb
from fichier_gui.domain.errors import EmptyFile, KeyringLocked
from fichier_gui.headless.printing import JsonPrinter, Lines, TextPrinter
from fichier_gui.headless.running import job_of

PROGRESS = Report(
    Kind.PROGRESS, {"done": 50, "total": 100, "speed": 10.0, "seconds_left": 5.0, "active": 1, "waiting": 0}
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(*reports: Report, err: io.StringIO | None = None, quiet: bool = False) -> tuple[str, str]:
    out, err = io.StringIO(), err or io.StringIO()
    printer = TextPrinter(Lines(out), Lines(err), quiet, lambda: 1_700_000_000.0)
    for report in reports:
        printer.tell(report)
    return out.getvalue(), err.getvalue()


def test_an_upload_is_its_link_and_name() -> None:
    out, err = printed(Report(Kind.UPLOADED, {"link": "https://1fichier.com/?abc", "name": "a b.txt"}))
    assert out == "https://1fichier.com/?abc\ta b.txt\n"
    assert err == ""


def test_an_hour_in_which_nothing_moves_is_told() -> None:
    out, err = printed(Report(Kind.OFF, {"until": 1_700_003_600.0}), Report(Kind.OFF, {"until": None}))
    assert out == ""
    assert re.fullmatch(r"The schedule lets nothing move until \d\d:\d\d\.\n.*\.\n", err)


def test_a_halt_of_the_reading_of_folders_is_told() -> None:
    out, err = printed(Report(Kind.HALTED))
    assert (out, err) == ("", "Paused: the rest of the folders is looked at when you resume.\n")


def test_what_is_wrong_goes_to_standard_error_in_words() -> None:
    out, err = printed(
        Report(Kind.SKIPPED, {"name": "/x/empty.txt"}, EmptyFile(path="/x/empty.txt")),
        Report(Kind.ENDED, {"code": 3}, KeyringLocked()),
    )
    assert out == ""
    assert err.startswith("/x/empty.txt: ")
    assert "EmptyFile" not in err
    assert len(err.splitlines()) == 2


def test_progress_is_for_terminals() -> None:
    assert printed(PROGRESS)[1] == ""
    assert printed(PROGRESS, err=Terminal(), quiet=True)[1] == ""
    done = Report(Kind.DOWNLOADED, {"local_path": "/x"})
    _, err = printed(PROGRESS, PROGRESS, done, err=Terminal())
    assert err.count("50 %") == 2
    assert err.endswith("\r"), "the line is wiped before anything else is said"


@pytest.mark.parametrize("name", ["né.txt", "\udcff"])
def test_json_is_plain_ascii(name: str) -> None:
    out = io.StringIO()
    printer = JsonPrinter(Lines(out))
    printer.tell(Report(Kind.FILE, {"name": name}))
    printer.tell(PROGRESS)
    assert out.getvalue().isascii()
    assert json.loads(out.getvalue()) == {"kind": "file", "name": name}


def test_a_reader_that_left_ends_nothing() -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    lines = Lines(Gone())
    lines.write("a")
    lines.write("b")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows break in another way")
def test_a_reader_that_left_is_not_complained_of(tmp_path: Path) -> None:
    """As in ``fichier-gui queue | head -0``: the interpreter flushes its streams once more at its end."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "fichier_gui", "queue", "--json", "--profile", str(tmp_path)]
    environment = os.environ | {"PYTHONUNBUFFERED": ""}
    with os.fdopen(writer, "wb") as gone:
        done = subprocess.run(
            command, stdout=gone, stderr=subprocess.PIPE, text=True, env=environment, check=False
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_local_paths_travel_absolute() -> None:
    from fichier_gui.__main__ import build_parser

    parser = build_parser()
    job = job_of(parser.parse_args(["upload", "a.txt", "/b.txt", "--to", "/F"]), False)
    assert job.verb is Verb.UPLOAD
    assert all(word.startswith("/") for word in job.words)
    assert job.to == "/F"
    job = job_of(parser.parse_args(["download", "/F/a", "--max-pause", "3"]), True)
    assert job == Job(Verb.DOWNLOAD, ("/F/a",), max_pause=3.0, wants_progress=True)
    assert job_of(parser.parse_args(["queue", "pause", "3", "04"]), False).words == ("3", "4")
    job = job_of(parser.parse_args(["queue", "export", "list.json"]), False)
    assert job.words == (str(Path("list.json").absolute()),)
