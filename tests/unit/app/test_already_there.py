"""Before an upload: what the account has already is copied there instead of being sent."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from support.quick_rules import QUICK
from support.simulator import DEFAULT_KEY, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.app.container import Program
from fichier_gui.app.options import options_for
from fichier_gui.app.upload_plan import copying, linking
from fichier_gui.app.views import UploadPlan
from fichier_gui.domain.ids import ROOT
from fichier_gui.domain.secret import Secret
from fichier_gui.simulator.faults import Fault

FILM = b"f" * 5000


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        running.service.add_file("/Films/film.mkv", FILM)
        running.service.add_file("/Films/as long.bin", b"other"[:1] * 400)
        yield running


@asynccontextmanager
async def opened(service: ThreadedSimulator, folder: Path) -> AsyncIterator[Program]:
    options = options_for(folder, service.base_url, key=Secret(DEFAULT_KEY), keychain=False)
    program = await Program.open(replace(options, budget_rules=QUICK, asks_unbidden=False))
    try:
        await program.session.start()
        films = await program.browse.resolve("/Films")
        await program.browse.open_folder(films)
        yield program
    finally:
        await program.close()


def dropped(folder: Path, **files: bytes) -> list[str]:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [str(folder)]


async def planned(program: Program, paths: list[str]) -> UploadPlan:
    return await program.duplicating.looked_up(await program.transfers.plan_upload(paths, ROOT))


async def test_content_is_known_by_its_checksum_under_any_name(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(tmp_path / "Drop", film_dot_mkv=FILM, other=FILM, same_size=b"x" * 5000, new=b"n")
    async with opened(service, profile_dir) as program:
        service.requests.clear()
        plan = await planned(program, paths)
        assert {one.file.name for one in plan.there} == {"film.mkv", "other"}
        assert {(one.path, one.found.name) for one in plan.there} == {("/Films", "film.mkv")}
        assert not any(one.is_in_place for one in plan.there)
        assert len(plan.files) == 4, "nothing is decided yet"
        assert service.requests.endpoints() == [], "nothing is asked"


async def test_copies_are_made_where_the_files_were_to_go_and_only_the_rest_is_sent(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(
        tmp_path / "Drop", film_dot_mkv=FILM, deep__film_dot_mkv=FILM, deep__renamed=FILM, empty__new=b"new"
    )
    async with opened(service, profile_dir) as program:
        plan = copying(await planned(program, paths))
        assert [file.name for file in plan.files] == ["new"]
        assert len(plan.copies) == 3
        service.requests.clear()
        copied = await program.duplicating.carry_out(plan)
        assert copied.plan == replace(plan, copies=())
        assert len({file.url for file in copied.files}) == 3
        assert service.requests.endpoints().count("file/cp") == 3
        names = {
            path: sorted(file.name for file in (await program.browse.fetch_folder(folder)).files)
            for path in ("/Drop", "/Drop/deep")
            if (folder := await program.browse.resolve(path)) is not None
        }
        assert names == {"/Drop": ["film.mkv"], "/Drop/deep": ["film.mkv", "renamed"]}
        assert not any(one.name == "empty" for one in (await program.browse.recent(ROOT)).folders)


async def test_what_is_in_its_place_needs_nothing(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(tmp_path / "Films", film_dot_mkv=FILM)
    async with opened(service, profile_dir) as program:
        plan = await planned(program, paths)
        assert [one.is_in_place for one in plan.there] == [True]
        service.requests.clear()
        copied = await program.duplicating.carry_out(copying(plan))
        assert [file.url for file in copied.files] == [plan.there[0].found.url]
        assert copied.plan.files == ()
        assert service.requests.endpoints() == []


async def test_its_links_can_be_used_where_it_is(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(tmp_path / "Drop", film_dot_mkv=FILM, new=b"new")
    async with opened(service, profile_dir) as program:
        plan = linking(await planned(program, paths))
        copied = await program.duplicating.carry_out(plan)
        assert [file.name for file in copied.files] == ["film.mkv"]
        assert [file.name for file in copied.plan.files] == ["new"]
        assert "file/cp" not in service.requests.endpoints()


async def test_what_cannot_be_copied_is_sent_after_all(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(tmp_path / "Drop", film_dot_mkv=FILM, other=FILM)
    async with opened(service, profile_dir) as program:
        plan = copying(await planned(program, paths))
        service.service.faults.add(
            Fault("file/cp", "answer", "1", body='{"status": "KO", "message": "Resource not found #1"}')
        )
        copied = await program.duplicating.carry_out(plan)
        assert len(copied.files) == 1
        assert len(copied.plan.files) == 1
        assert copied.plan.copies == ()


async def test_a_file_that_goes_while_it_is_read_is_left_to_the_upload(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(tmp_path / "Drop", film_dot_mkv=FILM)
    async with opened(service, profile_dir) as program:
        plan = await program.transfers.plan_upload(paths, ROOT)
        (tmp_path / "Drop" / "film.mkv").unlink()
        assert await program.duplicating.looked_up(plan) == plan


async def test_without_a_catalogue_everything_is_sent(
    service: ThreadedSimulator, tmp_path: Path, profile_dir: Path
) -> None:
    paths = dropped(tmp_path / "Drop", film_dot_mkv=FILM)
    async with opened(service, profile_dir) as program:
        plan = await program.transfers.plan_upload(paths, ROOT)
        program.options.profile.catalogue.rename(tmp_path / "gone.db")
        assert await program.duplicating.looked_up(plan) == plan
