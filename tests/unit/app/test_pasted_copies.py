"""Links of others are copied to the account through the whole core."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from support.organising_world import asked, known_tree, opened, over, service_tree
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.domain import errors, pasted
from fichier_gui.domain.ids import FolderId
from fichier_gui.domain.organising import EditReport, Placed
from fichier_gui.domain.pasted import Pasted, Standing
from fichier_gui.domain.secret import Secret

WORD, OTHER = "sesame-Zq7", "barbara-Kx9"


OTHERS = "camille@example.org"


def world(*, limits: bool) -> Service:
    made = Service(limits=limits, switches=quiet_switches())
    made.add_user(OTHERS, "simulated-key-of-the-other-user_")
    made.add_folder("/Kept")
    return made


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    """With the limits of the service on."""
    with simulator(world(limits=True)) as running:
        yield running


@pytest.fixture
def patient() -> Iterator[ThreadedSimulator]:
    """Without: after a refusal the folder is read again, half a minute after it was read."""
    with simulator(world(limits=False)) as running:
        yield running


def foreign(service: ThreadedSimulator, name: str, data: bytes = b"data", password: str = "") -> str:
    made = service.service.add_file(f"/Mine/{name}", data, email=OTHERS, password=password)
    return service.service.link(made)


@asynccontextmanager
async def limited(service: ThreadedSimulator, profile: Path) -> AsyncIterator[Program]:
    """With the budget as it is sold, not the hasty one of the tests."""
    options = options_for(profile, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(options)
    try:
        await program.session.start()
        yield program
    finally:
        await program.close()
    assert not service.service.limits.breaches


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


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_many_go_in_few_requests_and_are_known_at_once(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, f"é {n:03d}; x.bin", b"x" * (n + 1)) for n in range(120)]
    async with limited(service, profile_dir) as program:
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
    async with limited(service, profile_dir) as program:
        target = await program.browse.resolve("/Kept")
        rows = await read(program, " ".join(links), tmp_path, WORD, OTHER)
        assert all(row.can_copy for row in rows)
        report = await copied(program, rows, target)
    assert (report.done, report.failed) == (4, 0)
    # One call for each password, and one for what has none.
    assert sorted(len(request.payload["urls"]) for request in service.requests.all("file/cp")) == [1, 1, 2]
    assert kept(service) == ["/Kept/", "/Kept/a.bin", "/Kept/b.bin", "/Kept/c.bin", "/Kept/d.bin"]
    assert not any(word.encode() in on_disk(profile_dir) for word in (WORD, OTHER))


async def test_what_vanished_meanwhile_is_told_by_name_and_the_rest_is_copied(
    patient: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(patient, f"{n}.bin", b"x" * (n + 1)) for n in range(5)]
    async with opened(patient, profile_dir) as program:
        target = await program.browse.resolve("/Kept")
        rows = await read(program, " ".join(links), tmp_path)
        with patient.service.lock:
            file = patient.service.state.files[links[2].partition("?")[2]]
            patient.service.state.delete_file(file, 0.0)
        report = await copied(program, rows, target)
    assert (report.done, report.failed) == (4, 1)
    ((item, error),) = report.failures
    assert item.name == "2.bin" and isinstance(error, errors.NotFound)
    assert kept(patient) == ["/Kept/", *(f"/Kept/{n}.bin" for n in (0, 1, 3, 4))]


async def test_what_is_locked_or_unknown_is_not_for_copying(
    service: ThreadedSimulator, profile_dir: Path, tmp_path: Path
) -> None:
    links = [foreign(service, "open.bin"), foreign(service, "vault.bin", password=WORD)]
    async with limited(service, profile_dir) as program:
        fresh = await program.pasting.read(" ".join(links), tmp_path)
        assert not any(row.can_copy for row in fresh)
        rows = await read(program, " ".join(links), tmp_path)
    assert [row.can_copy for row in rows] == [True, False]
    assert rows[1].standing is Standing.LOCKED
    # Chosen all the same, it is not lost.
    assert pasted.left_out(rows, rows[:1], rows) == rows[1:]
    assert pasted.left_out(fresh, (), fresh) == fresh
