"""Renaming, moving, copying and deleting: the whole core against a real service on loopback."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.organising_world import (
    asked,
    file_behind,
    inside,
    known_tree,
    opened,
    over,
    placed,
    service_tree,
    url_of,
)
from support.simulator import DEFAULT_EMAIL, Service, ThreadedSimulator, quiet_switches, simulator

from fichier_gui.api.file_calls import FileCalls
from fichier_gui.app.jobs.following import events_of
from fichier_gui.app.jobs.job import Ending, Job, Kind, Report, Verb
from fichier_gui.app.jobs.performing import perform
from fichier_gui.domain.errors import AccessDenied, DiskProblem, FolderExists, InsideItself, NotFound
from fichier_gui.domain.events import EditChanged
from fichier_gui.domain.ids import ROOT, FileUrl
from fichier_gui.domain.organising import Placed
from fichier_gui.domain.remote import RemoteFile
from fichier_gui.simulator.faults import Fault
from fichier_gui.simulator.model import Share


@pytest.fixture
def service() -> Iterator[ThreadedSimulator]:
    with simulator(Service(limits=False, switches=quiet_switches())) as running:
        for path in ("/Films/2024/a.mkv", "/Films/2024/b.mkv", "/Films/c.mkv", "/notes.txt"):
            running.service.add_file(path, path.encode())
        running.service.add_folder("/Backups")
        yield running


def many(service: ThreadedSimulator, folder: str, count: int) -> None:
    for number in range(count):
        service.service.add_file(f"{folder}/{number:04}.bin", b"%d" % number)


async def test_a_file_gets_its_name_in_one_request_and_the_list_knows(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        file = await placed(program, "/notes.txt")
        service.requests.clear()
        report = await over(program, await organising.rename([(file, 'what "it" cost.txt')]))
        assert (report.done, report.failed) == (1, 0)
        assert service.requests.endpoints() == ["file/rename"]
        listing = await program.browse.open_folder(ROOT)
        assert [row.name for row in listing.files] == ['what "it" cost.txt']
    assert ("/" + 'what "it" cost.txt', url_of(file)) in service_tree(service.service)


async def test_what_changes_nothing_is_not_sent(service: ThreadedSimulator, profile_dir: Path) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        file, folder = await placed(program, "/notes.txt"), await placed(program, "/Films")
        service.requests.clear()
        assert await organising.rename([(file, "notes.txt"), (folder, "Films")]) is None
        assert await organising.move([file, folder], ROOT) is None
        assert service.requests.endpoints() == []


async def test_a_name_that_is_there_already_is_a_success(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        file = await placed(program, "/notes.txt")
        with service.service.lock:
            file_behind(service.service, url_of(file)).name = "new.txt"
        report = await over(program, await organising.rename([(file, "new.txt")]))
        assert (report.done, report.failed) == (1, 0)


async def test_the_list_shows_at_once_what_was_asked_and_again_what_was_refused(
    service: ThreadedSimulator, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, moved = asyncio.Event(), FileCalls.move_files

    async def once_looked(calls: FileCalls, *args: Any, **kwargs: Any) -> Any:
        await looked.wait()
        return await moved(calls, *args, **kwargs)

    monkeypatch.setattr(FileCalls, "move_files", once_looked)
    service.faults.add(
        Fault("file/mv", "answer", status=403, body='{"status":"KO","message":"Resource not allowed"}')
    )
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        file, films = await placed(program, "/notes.txt"), await placed(program, "/Films")
        assert not isinstance(films.item, RemoteFile)
        await program.browse.open_folder(films.item.id)
        number = await organising.move([file], films.item.id)
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == []
        there = await program.browse.open_folder(films.item.id)
        assert "notes.txt" in [row.name for row in there.files]
        looked.set()
        report = await over(program, number)
        assert [(item.name, type(error)) for item, error in report.failures] == [("notes.txt", AccessDenied)]
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == ["notes.txt"]


async def test_two_copies_of_a_folder_that_are_asked_for_at_once_are_two(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    service.faults.add(Fault("folder/mkdir", "delay", seconds=0.3))
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        backups = (await placed(program, "/Backups")).item
        assert not isinstance(backups, RemoteFile)
        films = await placed(program, "/Films")
        numbers = [await organising.copy([films], backups.id) for _ in range(2)]
        for number in numbers:
            report = await over(program, number)
            assert report.failed == 0
        paths = Counter(path for path, _url in service_tree(service.service).elements())
        for copy in ("/Backups/Films", "/Backups/Films (2)"):
            assert [paths[f"{copy}{inside}"] for inside in ("/", "/2024/a.mkv", "/c.mkv")] == [1, 1, 1]


@pytest.mark.parametrize("lost", ["answer", "cut", "html"])
async def test_an_act_whose_answer_was_lost_is_done_once(
    service: ThreadedSimulator, profile_dir: Path, lost: str
) -> None:
    many(service, "/Films/many", 30)
    changing = ("file/mv", "file/rename", "file/cp", "file/rm", "folder/mkdir", "folder/mv", "folder/rm")
    for endpoint in changing:
        service.faults.add(Fault(endpoint, lost, status=200 if lost == "html" else 500, done=True))
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        backups = (await placed(program, "/Backups")).item
        assert not isinstance(backups, RemoteFile)
        numbers = [await organising.copy(await inside(program, "/Films/many"), backups.id)]
        items = await inside(program, "/Films/many")
        numbers.append(await organising.rename([(item, f"x{item.item.name}") for item in items]))
        for number in numbers:
            report = await over(program, number)
            assert (report.done, report.failed) == (30, 0)
        report = await over(program, await organising.move(await inside(program, "/Films/many"), backups.id))
        assert (report.done, report.failed) == (30, 0)
        films = await placed(program, "/Films")
        report = await over(program, await organising.copy([films], backups.id))
        assert (report.failed, report.done) == (0, 6)
        plan = await organising.plan_delete([films])
        assert (plan.amount.files, plan.amount.folders) == (3, 3)
        report = await over(program, await organising.delete(plan, wait=0))
        assert (report.failed, report.done) == (0, 6)
        tree = service_tree(service.service)
        paths = sorted(path for path, _url in tree.elements())
        assert [path for path in paths if path.endswith(".bin")] == sorted(
            [f"/Backups/{n:04}.bin" for n in range(30)] + [f"/Backups/x{n:04}.bin" for n in range(30)]
        )
        assert [path for path in paths if not path.endswith(".bin")] == [
            "/Backups/",
            "/Backups/Films/",
            "/Backups/Films/2024/",
            "/Backups/Films/2024/a.mkv",
            "/Backups/Films/2024/b.mkv",
            "/Backups/Films/c.mkv",
            "/Backups/Films/many/",
            "/notes.txt",
        ]
        assert await known_tree(program) == tree


@pytest.mark.parametrize("act", ["rename", "move", "delete"])
async def test_a_folder_whose_answer_was_lost_is_looked_for_when_the_second_call_is_refused(
    service: ThreadedSimulator, profile_dir: Path, act: str
) -> None:
    words = '{"status":"KO","message":"In words that nobody knows"}'
    for endpoint in ("folder/mv", "folder/rm"):
        service.faults.add(
            Fault(endpoint, "cut"), Fault(endpoint, "answer", status=403, body=words, calls="2-")
        )
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        backups = await placed(program, "/Backups")
        if act == "rename":
            number = await organising.rename([(backups, "Old")])
        elif act == "move":
            number = await organising.move([backups], await program.browse.resolve("/Films"))
        else:
            number = await organising.delete(await organising.plan_delete([backups]), wait=0)
        report = await over(program, number)
        assert (report.done, report.failed) == (1, 0)
        there = {"rename": ["/Old/"], "move": ["/Films/Backups/"], "delete": []}[act]
        paths = [path for path, _url in service_tree(service.service)]
        assert [path for path in paths if "Backups" in path or "Old" in path] == there
        await program.browse.fetch_folder(await program.browse.resolve("/Films"))
        assert [path for path, _ in await known_tree(program) if "Backups" in path or "Old" in path] == there


async def test_thousands_go_a_hundred_at_a_time(service: ThreadedSimulator, profile_dir: Path) -> None:
    many(service, "/Films/many", 1050)
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        items = await inside(program, "/Films/many")
        service.requests.clear()
        report = await over(program, await organising.move(items, ROOT))
        assert report.done == 1050
        assert service.requests.endpoints() == ["file/mv"] * 11


@pytest.mark.parametrize("partial", ["count", "refuse"])
async def test_what_is_missing_is_named_and_the_others_are_done(
    service: ThreadedSimulator, profile_dir: Path, partial: str
) -> None:
    many(service, "/Films/many", 60)
    service.switches.set("partial", partial)
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        items = await inside(program, "/Films/many")
        gone = {url_of(item) for item in items[10:13]}
        with service.service.lock:
            for url in gone:
                file = file_behind(service.service, url)
                service.service.state.delete_file(file, service.service.clock() - 60)
        service.requests.clear()
        report = await over(program, await organising.rename([(p, f"y{p.item.name}") for p in items]))
        assert report.done == 57
        assert {item.url for item, _error in report.failures if isinstance(item, RemoteFile)} == gone
        assert {type(error) for _item, error in report.failures} == {NotFound}
        assert asked(service, "file/rename") <= 2 + (partial == "refuse")
        await program.browse.fetch_folder(await program.browse.resolve("/Films/many"))
        known = await known_tree(program, await program.browse.resolve("/Films/many"), "/Films/many")
        assert known == Counter(
            {
                key: n
                for key, n in service_tree(service.service).items()
                if key[0].startswith("/Films/many/") and key[1]
            }
        )


async def test_a_smaller_array_is_found_when_the_service_wants_one(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    many(service, "/Films/many", 200)
    service.switches.max_urls = 30
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        items = await inside(program, "/Films/many")
        report = await over(program, await organising.move(items, ROOT))
        assert (report.done, report.failed) == (200, 0)


async def test_a_folder_goes_bottom_up_and_is_counted_before(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        films = await placed(program, "/Films")
        plan = await organising.plan_delete([films])
        assert (plan.amount.files, plan.amount.folders) == (3, 2)
        assert plan.amount.size == len("/Films/2024/a.mkv/Films/2024/b.mkv/Films/c.mkv")
        report = await over(program, await organising.delete(plan, wait=0))
        assert (report.done, report.failed) == (5, 0)
        entries = await organising.deleted.entries()
        assert [(entry.path, entry.name) for entry in entries] == [
            ("/", "Films"),
            ("/Films", "2024"),
            ("/Films/2024", "b.mkv"),
            ("/Films/2024", "a.mkv"),
            ("/Films", "c.mkv"),
        ]
        assert all(entry.url and entry.checksum for entry in entries[2:])
    assert sorted(path for path, _ in service_tree(service.service)) == ["/Backups/", "/notes.txt"]


async def test_one_bad_answer_ends_no_plan(service: ThreadedSimulator, profile_dir: Path) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        films = await placed(program, "/Films")
        service.faults.add(Fault("folder/ls", "answer", status=502, calls="1-2"))
        plan = await organising.plan_delete([films])
        assert (plan.amount.files, plan.amount.folders) == (3, 2)


async def test_a_folder_waits_until_the_service_sees_that_it_is_empty(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    service.switches.listing_lag_seconds = 3.0
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        plan = await organising.plan_delete([await placed(program, "/Films")])
        report = await over(program, await organising.delete(plan, wait=0))
        assert (report.done, report.failed) == (5, 0)


async def test_a_deletion_can_be_taken_back_before_it_is_sent(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        plan = await organising.plan_delete([await placed(program, "/notes.txt")])
        service.requests.clear()
        number = await organising.delete(plan)
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == []
        assert organising.can_undo
        assert await organising.undo(number) is None
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == ["notes.txt"]
        assert service.requests.endpoints() == []
        assert organising.unfinished == 0


async def test_a_program_that_ends_in_the_ten_seconds_deletes_nothing(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        plan = await organising.plan_delete([await placed(program, "/notes.txt")])
        await organising.delete(plan)
    service.requests.clear()
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        assert organising.unfinished == 0
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == ["notes.txt"]
    assert asked(service, "file/rm") == 0


async def test_a_deletion_that_cannot_be_noted_is_not_sent_and_told(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        plan = await organising.plan_delete([await placed(program, "/notes.txt")])
        in_the_way = program.options.profile.state / "edits.jsonl"
        in_the_way.mkdir(parents=True)
        try:
            with events_of(program) as events:
                number = await organising.delete(plan, wait=0.01)
                async with asyncio.timeout(30):
                    while not isinstance(event := await events.get(), EditChanged):
                        pass
        finally:
            in_the_way.rmdir()
        assert (event.report.id, event.report.failed, event.report.is_over) == (number, 1, True)
        assert isinstance(event.report.failures[0][1], DiskProblem)
        assert organising.unfinished == 0
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == ["notes.txt"]
    assert asked(service, "file/rm") == 0


async def test_deletions_that_wait_are_dropped(service: ThreadedSimulator, profile_dir: Path) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        plan = await organising.plan_delete([await placed(program, "/notes.txt")])
        await organising.delete(plan)
        await organising.drop_held()
        assert organising.unfinished == 0
        assert [row.name for row in (await program.browse.open_folder(ROOT)).files] == ["notes.txt"]


async def test_moves_and_names_are_taken_back(service: ThreadedSimulator, profile_dir: Path) -> None:
    before = service_tree(service.service)
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        items = await inside(program, "/Films")
        backups = (await placed(program, "/Backups")).item
        assert not isinstance(backups, RemoteFile)
        await over(program, await organising.move(items, backups.id))
        await over(program, await organising.rename([(await placed(program, "/notes.txt"), "n.txt")]))
        assert service_tree(service.service) != before
        for _ in range(2):
            await over(program, await organising.undo())
        assert not organising.can_undo
        assert await organising.undo() is None
        assert service_tree(service.service) == before


async def test_a_folder_never_goes_into_itself(service: ThreadedSimulator, profile_dir: Path) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        films = await placed(program, "/Films")
        inner = await program.browse.resolve("/Films/2024")
        assert not isinstance(films.item, RemoteFile)
        for target in (films.item.id, inner):
            with pytest.raises(InsideItself):
                await organising.move([films], target)
            with pytest.raises(InsideItself):
                await organising.copy([films], target)


@pytest.mark.parametrize(
    ("taken", "calls"),
    [
        (["/Backups/Films"], ["rename", "move"]),
        (["/Old"], ["move", "rename"]),
        ([], ["rename", "move"]),
    ],
)
async def test_a_folder_moves_and_is_renamed_in_the_order_that_meets_no_other(
    service: ThreadedSimulator, profile_dir: Path, taken: list[str], calls: list[str]
) -> None:
    for path in taken:
        service.service.add_folder(path)
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        films = await placed(program, "/Films")
        backups = await program.browse.resolve("/Backups")
        service.requests.clear()
        report = await over(program, await organising.move_as(films, backups, "Old"))
        assert (report.done, report.failed) == (2, 0)
        sent = [str(record.payload) for record in service.requests.all("folder/mv")]
        assert ["rename" if "'rename'" in payload else "move" for payload in sent] == calls
    assert ("/Backups/Old/2024/", "") in service_tree(service.service)


async def test_a_folder_between_two_taken_names_stays(service: ThreadedSimulator, profile_dir: Path) -> None:
    service.service.add_folder("/Old")
    service.service.add_folder("/Backups/Films")
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        films = await placed(program, "/Films")
        with pytest.raises(FolderExists):
            await organising.move_as(films, await program.browse.resolve("/Backups"), "Old")


async def test_a_cancelled_edit_stops_and_says_what_was_done(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    many(service, "/Films/many", 500)
    service.faults.add(Fault("file/mv", "delay", seconds=0.2, calls="*"))
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        items = await inside(program, "/Films/many")
        number = await organising.move(items, ROOT)
        assert number is not None
        async with asyncio.timeout(20):
            while (report := organising.report(number)) is None or not report.done:
                await asyncio.sleep(0.02)
        await organising.cancel(number)
        report = await organising.finished(number)
        assert report.done + report.cancelled == 500
        assert 0 < report.done < 500
        root = {file.url for file in (await program.browse.open_folder(ROOT)).files}
        assert len(root) == report.done + 1


async def test_files_without_a_link_are_refused_before_anything_is_sent(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        hidden = Placed(ROOT, RemoteFile(FileUrl("hidden:7/a@b.c/x"), "x", 1))
        for act in (
            organising.rename([(hidden, "y")]),
            organising.move([hidden], ROOT),
            organising.copy([hidden], ROOT),
            organising.plan_delete([hidden]),
        ):
            with pytest.raises(AccessDenied):
                await act


async def test_nothing_is_kept_of_an_edit_that_is_long_over(
    service: ThreadedSimulator, profile_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fichier_gui.app.organising.organising.REMEMBERED_EDITS", 2)
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        file = await placed(program, "/notes.txt")
        for number in range(8):
            await over(program, await organising.rename([(file, f"{number}.txt")]))
        kept = {name: len(value) for name, value in vars(organising).items() if isinstance(value, dict)}
        assert max(kept.values()) <= 3, kept


async def test_nothing_is_asked_of_a_folder_that_others_share_for_reading(
    service: ThreadedSimulator, profile_dir: Path
) -> None:
    owner = "you@example.org"
    service.service.add_user(owner, "another-key-another-key-another-k")
    service.service.add_file("/Theirs/x.bin", b"x", email=owner)
    service.service.add_folder("/Theirs", owner).shares = [Share(DEFAULT_EMAIL, rw=0)]
    async with opened(service, profile_dir) as program:
        organising = await program.organising()
        mine, share = await placed(program, "/notes.txt"), await placed(program, "/Theirs")
        target = share.item.id
        # Its own list was never read: it is, once, before anything is refused.
        with pytest.raises(AccessDenied) as refused:
            await organising.move([mine], target)
        assert refused.value.facts == {"name": "Theirs", "owner": owner}
        (theirs,) = await inside(program, "/Theirs")
        for act in (
            organising.copy([mine], target),
            organising.rename([(theirs, "y.bin")]),
            organising.move([theirs], ROOT),
            organising.plan_delete([theirs]),
            organising.plan_delete([share]),
            organising.rename([(share, "Mine")]),
        ):
            with pytest.raises(AccessDenied) as refused:
                await act
            assert refused.value.facts["owner"] == owner
        reports: list[Report] = []
        ending = await perform(program, Job(Verb.MV, ("/notes.txt",), to="/Theirs"), reports.append)
        assert ending is Ending.SOME_FAILED
        assert isinstance(next(each for each in reports if each.kind is Kind.FAILED).error, AccessDenied)
        assert asked(service, "file/rename", "file/mv", "file/rm", "file/cp", "folder/mv", "folder/rm") == 0
