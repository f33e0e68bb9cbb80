"""One owner for each profile, with real sockets and real processes."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from fichier_gui.app.tasks import TaskScope
from fichier_gui.domain.clock import SystemClock
from fichier_gui.domain.errors import DiskDenied, NotFound, ProfileInUse, Unexpected
from fichier_gui.system.instance import Instance, Message, hand_over
from fichier_gui.system.lock_file import LockFile
from fichier_gui.system.paths import ProfilePaths

ROOT = Path(__file__).resolve().parents[3]

both_doors = pytest.mark.parametrize("unix", [True, False], ids=["socket", "loopback"])


class Owner:
    """A handler whose doings the test can see."""

    def __init__(self) -> None:
        self.jobs: list[Mapping[str, Any]] = []
        self.left = asyncio.Event()

    async def __call__(self, job: Message) -> AsyncGenerator[Message, None]:
        self.jobs.append(job)
        if job.get("do") == "fail":
            raise NotFound("no such folder", path=job["path"])
        if job.get("do") == "bug":
            raise ZeroDivisionError("secret detail")
        try:
            for n in range(job.get("count", 1)):
                yield {"line": n}
            if job.get("do") == "wait":
                await asyncio.Event().wait()
        finally:
            self.left.set()


class Bench:
    def __init__(self, paths: ProfilePaths) -> None:
        self.paths = paths
        self.errors: list[Exception] = []
        self.scope = TaskScope("test", lambda _name, error: self.errors.append(error))
        self.owner = Owner()
        self.instances: list[Instance] = []

    def instance(self, unix: bool = True) -> Instance:
        made = Instance(self.paths, self.scope.start, unix=unix)
        self.instances.append(made)
        return made

    async def send(self, job: Message, unix: bool = True, patience: float = 5.0) -> list[Message]:
        sent = hand_over(self.paths, job, SystemClock(), patience=patience, unix=unix)
        async with contextlib.aclosing(sent) as answers:
            return [answer async for answer in answers]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    made = Bench(ProfilePaths.in_folder(tmp_path / "p"))
    yield made
    for instance in made.instances:
        await instance.close()
    await made.scope.close()


@both_doors
async def test_the_second_hands_its_job_to_the_first(bench: Bench, unix: bool) -> None:
    first, second = bench.instance(unix), bench.instance(unix)
    assert first.take()
    await first.listen(bench.owner)
    assert not second.take()
    job = {"do": "upload", "paths": ["/tmp/odd \udcff\n"] * 50_000, "count": 3}
    assert await bench.send(job, unix) == [{"line": 0}, {"line": 1}, {"line": 2}]
    assert bench.owner.jobs == [job]
    await asyncio.gather(*(bench.send({"count": 2}, unix) for _ in range(20)))
    assert len(bench.owner.jobs) == 21
    await first.close()
    assert second.take()


@both_doors
async def test_errors_of_the_job_reach_the_sender(bench: Bench, unix: bool) -> None:
    instance = bench.instance(unix)
    assert instance.take()
    await instance.listen(bench.owner)
    with pytest.raises(NotFound) as caught:
        await bench.send({"do": "fail", "path": "/x"}, unix)
    assert caught.value.facts == {"path": "/x"}
    with pytest.raises(Unexpected) as bug:
        await bench.send({"do": "bug"}, unix)
    assert "secret" not in bug.value.detail
    await instance.close()
    assert [type(error) for error in bench.errors] == [ZeroDivisionError]


@both_doors
async def test_a_sender_who_leaves_ends_his_job(bench: Bench, unix: bool) -> None:
    instance = bench.instance(unix)
    assert instance.take()
    await instance.listen(bench.owner)
    sent = hand_over(bench.paths, {"do": "wait"}, SystemClock(), unix=unix)
    async with contextlib.aclosing(sent) as answers:
        assert await anext(answers) == {"line": 0}
    await asyncio.wait_for(bench.owner.left.wait(), 10)
    assert bench.errors == []


@both_doors
async def test_an_owner_who_ends_tells_those_who_wait(bench: Bench, unix: bool) -> None:
    instance = bench.instance(unix)
    assert instance.take()
    await instance.listen(bench.owner)
    sent = hand_over(bench.paths, {"do": "wait"}, SystemClock(), unix=unix)
    async with contextlib.aclosing(sent) as answers:
        await anext(answers)
        await instance.close()
        with pytest.raises(ProfileInUse):
            await anext(answers)
    assert bench.owner.left.is_set()


@both_doors
async def test_the_sender_waits_for_an_owner_who_is_just_starting(bench: Bench, unix: bool) -> None:
    instance = bench.instance(unix)
    assert instance.take()
    async with asyncio.TaskGroup() as group:
        sending = group.create_task(bench.send({}, unix))
        await asyncio.sleep(0)
        await instance.listen(bench.owner)
    assert sending.result() == [{"line": 0}]


@both_doors
async def test_an_owner_who_never_opens(bench: Bench, unix: bool) -> None:
    assert bench.instance(unix).take()
    with pytest.raises(ProfileInUse) as caught:
        await bench.send({}, unix, patience=0.2)
    assert caught.value.facts["path"] == str(bench.paths.lock)


@both_doors
@pytest.mark.parametrize(
    "letter",
    [b"", b"\n", b"not json\n", b"[]\n", b'{"job": 3}\n', b'{"token": "x", "job": {}}\n', b"x" * 200],
)
async def test_strangers_are_not_let_in(bench: Bench, unix: bool, letter: bytes) -> None:
    instance = bench.instance(unix)
    assert instance.take()
    await instance.listen(bench.owner)
    if unix:
        reader, writer = await asyncio.open_unix_connection(str(bench.paths.socket))
    else:
        port = int(await asyncio.to_thread(lambda: bench.paths.address.read_text().split()[0]))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(letter)
    writer.write_eof()
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
    assert bench.owner.jobs == []
    assert bench.errors == []


async def test_only_the_owner_listens(bench: Bench) -> None:
    with pytest.raises(ValueError, match="owner"):
        await bench.instance().listen(bench.owner)


@pytest.mark.skipif(os.name == "nt", reason="modes are a matter of POSIX")
async def test_the_door_is_the_users_own(bench: Bench) -> None:
    instance = bench.instance()
    assert instance.take()
    await instance.listen(bench.owner)
    assert bench.paths.socket.stat().st_mode & 0o077 == 0
    await instance.close()
    assert not bench.paths.socket.exists()
    bench.paths.runtime.chmod(0o777)
    again = bench.instance()
    assert again.take()
    with pytest.raises(DiskDenied):
        await again.listen(bench.owner)
    bench.paths.runtime.chmod(0o700)


async def test_a_profile_deep_in_the_disk(tmp_path: Path) -> None:
    bench = Bench(ProfilePaths.in_folder(tmp_path / ("deep" * 40)))
    instance = bench.instance()
    assert instance.take()
    await instance.listen(bench.owner)
    assert await bench.send({}) == [{"line": 0}]
    await instance.close()
    await bench.scope.close()


HOLDER = """
import asyncio, sys
from pathlib import Path
from fichier_gui.app.tasks import TaskScope
from fichier_gui.system.instance import Instance
from fichier_gui.system.paths import ProfilePaths

async def handler(job):
    yield {"pid": __import__("os").getpid(), "job": job}
    if job.get("do") == "wait":
        await asyncio.Event().wait()

async def main():
    scope = TaskScope("holder", lambda name, error: print(name, error))
    instance = Instance(ProfilePaths.in_folder(Path(sys.argv[1])), scope.start)
    print("took" if instance.take() else "refused", flush=True)
    await instance.listen(handler)
    print("listens", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
def hold(bench: Bench) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", HOLDER, str(bench.paths.config)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "took\n"
        assert process.stdout.readline() == "listens\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


async def test_another_process_owns_the_profile(
    bench: Bench, hold: Callable[[], "subprocess.Popen[str]"]
) -> None:
    process = await asyncio.to_thread(hold)
    assert not bench.instance().take()
    assert await bench.send({"do": "show"}) == [{"pid": process.pid, "job": {"do": "show"}}]


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
async def test_nothing_of_a_killed_owner_is_in_the_way(
    bench: Bench, hold: Callable[[], "subprocess.Popen[str]"]
) -> None:
    for _ in range(3):
        process = await asyncio.to_thread(hold)
        sent = hand_over(bench.paths, {"do": "wait"}, SystemClock())
        async with contextlib.aclosing(sent) as answers:
            await anext(answers)
            process.send_signal(signal.SIGKILL)
            with pytest.raises(ProfileInUse):
                await anext(answers)
        await asyncio.to_thread(process.wait)
        assert bench.paths.socket.exists()
    instance = bench.instance()
    assert instance.take()
    await instance.listen(bench.owner)
    assert await bench.send({}) == [{"line": 0}]


def test_a_lock_is_taken_once(tmp_path: Path) -> None:
    first, second = LockFile(tmp_path / "lock"), LockFile(tmp_path / "lock")
    assert first.take()
    assert first.take()
    assert not second.take()
    assert not second.is_held
    first.release()
    first.release()
    assert second.take()
    second.release()
