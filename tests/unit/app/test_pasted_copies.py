"""Links of others are copied to the account through the whole core, with the service's limits on."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from support.organising_world import asked, known_tree, opened, over, service_tree
from support.simulator import Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.domain import errors, pasted
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.organising import EditReport, Placed
from fichier_gui.domain.pasted import Pasted, Standing
from fichier_gui.domain.secret import Secret

WORD, OTHER = "sesame-Zq7", "barbara-Kx9"


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    made = Service(limits=True, switches=quiet_switches())
    made.add_folder("/Kept")
    with simulator(made) as running:
        yield running


def foreign(service: ThreadedSimulator, name: str, data: bytes = b"data", password: str = "") -> str:
    made = service.service.add_file(f"/elsewhere/{name}", data, password=password)
    return service.service.link(made)


async def read(program: Program, text: str, folder: Path, *words: str) -> tuple[Pasted, ...]:
    rows = await program.pasting.read(text, folder)
    while (question := pasted.next_question(rows)) is not None:
        rows = pasted.answered(rows, await program.pasting.ask(question, folder))
    for word in words:
        for row in [row for row in rows if row.wants_password]:
            rows = pasted.answered(rows, {row.text: await program.pasting.unlock(row, Secret(word), folder)})
    return rows


async def copied(program: Program, rows: Sequence[Pasted], target: FolderId) -> EditReport:
    rows = pasted.by_password(rows)
    passwords = {row.file.url: row.password for row in rows if row.password is not None}
    items = [Placed(target, row.file) for row in rows]
    return await over(program, await (await program.organising()).copy(items, target, passwords))


def kept(service: ThreadedSimulator) -> list[str]:
    return sorted(path for path, _url in service_tree(service.service).elements() if path[:6] == "/Kept/")


async def test_many_go_in_few_requests_and_are_known_at_once(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"é {n:03d}; x.bin", b"x" * (n + 1)) for n in range(120)]
    async with opened(service, profile_dir) as program:
        target = await program.browse.resolve("/Kept")
        rows = await read(program, "\n".join(links), tmp_path)
        report = await copied(program, rows, target)
        known = await known_tree(program, target, "/Kept")
    assert (report.done, report.failed, report.total) == (120, 0, 120)
    assert asked(service, "file/cp") == 2
    assert kept(service) == ["/Kept/", *sorted(f"/Kept/é {n:03d}; x.bin" for n in range(120))]
    # The new links are those of the account, not those that were pasted.
    assert {url for _path, url in known}.isdisjoint(links)
    assert known.items() <= service_tree(service.service).items()


async def test_each_password_opens_its_own_and_is_written_nowhere(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    words = {"a": WORD, "b": OTHER, "c": WORD, "d": ""}
    links = [foreign(service, f"{name}.bin", name.encode(), word) for name, word in words.items()]
    async with opened(service, profile_dir) as program:
        target = await program.browse.resolve("/Kept")
        rows = await read(program, " ".join(links), tmp_path, WORD, OTHER)
        assert all(row.can_copy for row in rows)
        report = await copied(program, rows, target)
    assert (report.done, report.failed) == (4, 0)
    # One call for each password, and one for what has none.
    sent = [json.loads(request.body).get("pass") for request in service.requests.all("file/cp")]
    assert sorted(sent, key=str) == sorted([WORD, OTHER, None], key=str)
    assert kept(service) == ["/Kept/", "/Kept/a.bin", "/Kept/b.bin", "/Kept/c.bin", "/Kept/d.bin"]
    stored = b"".join(path.read_bytes() for path in profile_dir.rglob("*") if path.is_file())
    assert WORD.encode() not in stored and OTHER.encode() not in stored


async def test_what_vanished_meanwhile_is_told_by_name_and_the_rest_is_copied(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"{n}.bin", b"x" * (n + 1)) for n in range(5)]
    async with opened(service, profile_dir) as program:
        target = await program.browse.resolve("/Kept")
        rows = await read(program, " ".join(links), tmp_path)
        with service.service.lock:
            file = service.service.state.files[links[2].partition("?")[2]]
            service.service.state.delete_file(file)
        report = await copied(program, rows, target)
    assert (report.done, report.failed) == (4, 1)
    ((item, error),) = report.failures
    assert item.name == "2.bin" and isinstance(error, errors.NotFound)
    assert kept(service) == ["/Kept/", *(f"/Kept/{n}.bin" for n in (0, 1, 3, 4))]


async def test_what_is_locked_or_unknown_is_not_for_copying(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, "open.bin"), foreign(service, "vault.bin", password=WORD)]
    async with opened(service, profile_dir) as program:
        fresh = await program.pasting.read(" ".join(links), tmp_path)
        assert not any(row.can_copy for row in fresh)
        rows = await read(program, " ".join(links), tmp_path)
    assert [row.can_copy for row in rows] == [True, False]
    assert rows[1].standing is Standing.LOCKED
    # Chosen all the same, it is not lost.
    assert pasted.left_out(rows, rows[:1], rows) == rows[1:]
    assert pasted.left_out(fresh, (), fresh) == fresh
