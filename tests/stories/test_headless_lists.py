"""Comparisons, sum files and lists as people and scripts run them: real processes, exit codes and lines."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.command_line import CommandLine, environment
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

pytestmark = pytest.mark.story


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        running.service.add_file("/Trip/a.bin", b"a" * 9000)
        running.service.add_file("/Trip/b.bin", b"b" * 70)
        yield running


@pytest.fixture
def line(service: ThreadedSimulator, tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "profile", service.base_url, DEFAULT_KEY, environment(tmp_path / "home"))


def test_a_copy_is_compared_and_its_sums_are_written_and_checked(line: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "a.bin").write_bytes(b"a" * 9000)
    (copy / "b.bin").write_bytes(b"b" * 70)
    same = line.run("verify", str(copy), "--with", "/Trip")
    assert (same.code, same.lines) == (0, ["2 the same"])
    (copy / "b.bin").write_bytes(b"B" * 70)
    other = line.run("verify", str(copy), "--with", "/Trip", "--all", "--json")
    assert other.code == 1
    assert [row["verdict"] for row in other.json if row["kind"] == "checked"] == ["differs", "same"]
    sums = line.run("sums", "/Trip")
    assert sums.code == 0 and [row[128:] for row in sums.lines] == ["  a.bin", "  b.bin"]
    assert line.run("sums", "/Trip", "--to", str(copy / "trip.whirlpool")).code == 0
    assert (copy / "trip.whirlpool").read_text() == sums.out
    checked = line.run("verify", "--sums", str(copy / "trip.whirlpool"))
    assert checked.code == 1 and checked.lines[0].split() == ["Different:", "b.bin"]
    assert line.run("verify", str(copy)).code == 2
    assert line.run("verify", "--sums", str(copy / "a.bin")).code == 1


def test_a_list_goes_out_and_comes_back(
    line: CommandLine, service: ThreadedSimulator, tmp_path: Path
) -> None:
    target = tmp_path / "list.json"
    assert line.run("download", "/Trip", "--to", str(tmp_path / "down")).code == 0
    assert line.run("queue", "export", str(target)).lines == [str(target)]
    told = json.loads(target.read_text(encoding="utf-8"))
    assert len(told["transfers"]) == 2 and all(row["done"] for row in told["transfers"])
    for row in told["transfers"]:
        del row["done"]
    target.write_text(json.dumps(told), encoding="utf-8")
    other = CommandLine(tmp_path / "other", service.base_url, DEFAULT_KEY, environment(tmp_path / "home2"))
    assert other.run("queue", "import", str(target)).lines == ["2 added"]
    again = other.run("queue", "import", str(target))
    assert again.lines == ["2 left out: done, or in the list already"]
    assert other.run("queue", "import").code == 2
    assert other.run("queue", "import", str(tmp_path / "down" / "Trip" / "a.bin")).code == 1
