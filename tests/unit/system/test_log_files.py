"""The log is read while it is written and put aside."""

from pathlib import Path

import pytest

from fichier_gui.domain.log import Level, read_lines
from fichier_gui.system import log_files
from fichier_gui.system.log_files import read_log


def test_only_whole_lines_are_read_and_each_once(tmp_path: Path) -> None:
    path = tmp_path / "x.log"
    assert read_log(path) == ("", None)
    path.write_text("one\ntw")
    text, position = read_log(path)
    assert text == "one\n"
    path.write_text("one\ntwo\n")
    text, position = read_log(path, position)
    assert text == "two\n"
    assert read_log(path, position) == ("", position)


def test_what_was_put_aside_meanwhile_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "x.log"
    path.write_text("one\n")
    _, position = read_log(path)
    with path.open("a") as file:
        file.write("two\n")
    path.rename(tmp_path / "x.log.1")
    path.write_text("three\n")
    text, position = read_log(path, position)
    assert text == "two\nthree\n"
    path.unlink()
    path.with_name("x.log.1").unlink()
    path.write_text("4\n")
    assert read_log(path, position)[0] in ("4\n", "")


def test_a_new_reader_gets_the_end_of_a_long_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_files, "FIRST_BYTES", 10)
    path = tmp_path / "x.log"
    path.write_text("".join(f"line {n}\n" for n in range(9)))
    assert read_log(path)[0].splitlines()[-1] == "line 8"
    assert len(read_log(path)[0]) == 10


def test_records_keep_their_tracebacks() -> None:
    text = (
        "rest of a record\n"
        "2026-01-02 03:04:05.678 WARNING core fichier_gui.app.x: hello: you\n"
        "2026-01-02 03:04:06.678 ERROR   disk_0 fichier_gui.y: broke\nTraceback:\n  File x\n"
    )
    one, two = read_lines(text)
    assert (one.level, one.thread, one.place, one.text) == (
        Level.WARNING,
        "core",
        "fichier_gui.app.x",
        "hello: you",
    )
    assert two.text == "broke\nTraceback:\n  File x"
    assert two.whole.startswith("2026-01-02 03:04:06 ERROR   disk_0 fichier_gui.y: broke")
