"""House fixtures: garbage is collected in the main thread only, and nothing outlives its test."""

import asyncio
import gc
import inspect
import itertools
import os
import signal
import threading
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from support.shared_run import folder_of_marks, run_untaken

try:
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    from fichier_gui.ui.loop import WindowLoop
except ImportError:  # the core's tests run without Qt
    QApplication = None


collect_ignore: list[str] = []
if QApplication is None:
    collect_ignore.append("window")


@pytest.fixture(scope="session", autouse=True)
def _no_automatic_collection() -> Iterator[None]:
    """A QObject in a cycle must die in the GUI thread: see ARCHITECTURE.md, "Garbage"."""
    gc.disable()
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _no_desktop_is_asked() -> None:
    """Tests that need a bus bring their own: that of whoever runs them is left alone."""
    for bus in ("SESSION", "SYSTEM"):
        os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"


@pytest.fixture(scope="session", autouse=True)
def _interrupts_are_heard() -> None:
    """A shell that runs the tests in its background has them ignore SIGINT, which children inherit."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

_MARKS = folder_of_marks()


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Of a group that several processes share, each runs what no other has taken."""
    if _MARKS is None or session.testsfailed or session.config.option.collectonly:
        return None
    run_untaken(session, _MARKS)
    return True


def _qt_loop() -> asyncio.AbstractEventLoop:
    app = QApplication.instance() or QApplication([])
    app.setQuitOnLastWindowClosed(False)
    return WindowLoop(app)


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> dict[str, Any]:
    """Tests that ask for ``qtbot`` run on the Qt loop, all others on a plain one."""
    if "qtbot" in getattr(item, "fixturenames", ()):
        return {"qt": _qt_loop}
    return {"std": asyncio.new_event_loop}


_BETWEEN_FREEZES = 50
_counted = itertools.count(1)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """What is left between two tests is pytest's own: collecting garbage after each test passes over it.

    Else each of thousands of tests takes longer than the one before.
    """
    if next(_counted) % _BETWEEN_FREEZES == 0:
        gc.collect()
        gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, None, None]:
    """What a closed Qt loop left behind dies here, in the main thread. No timer lives on."""
    lets_any_thread_collect = gc.isenabled()
    try:
        result = yield
    finally:
        gc.collect()
        app = QApplication.instance() if QApplication is not None else None
        if app is not None:
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not lets_any_thread_collect, f"{item.name} turned Python's own collector on"
    if "qtbot" in getattr(item, "fixturenames", ()):
        left = sorted(_running_timers())
        assert not left, f"timers outlived {item.name}: {left}"
    return result


def _running_timers() -> Iterator[str]:
    """The owner of each Qt timer that still runs, and would for ever."""
    for timer in gc.get_objects():
        if type(timer) is QTimer and isValid(timer) and timer.isActive() and not timer.isSingleShot():
            yield f"{type(timer.parent()).__name__}, every {timer.interval()} ms"


_LASTING = ("asyncio_", "pytest", "QThread", "Dummy-", "ThreadPoolExecutor-")
"""Threads that belong to the test session, not to a test."""


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if not thread.name.startswith(_LASTING)}


@pytest.fixture(autouse=True)
def _no_thread_outlives(request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread that a test started ends with it (it may take a moment to)."""
    before = _threads()
    yield
    for thread in _threads() - before:
        thread.join(timeout=5)
    left = sorted(thread.name for thread in _threads() - before)
    assert not left, f"threads outlived {request.node.name}: {left}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Coroutine tests are watched for tasks left behind; plain ones need no loop for it."""
    for item in items:
        if inspect.iscoroutinefunction(getattr(item, "function", None)):
            item.add_marker(pytest.mark.usefixtures("no_task_outlives"))


@pytest.fixture
async def no_task_outlives(request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """A task that a test started ends with it."""
    yield
    mine = asyncio.current_task()
    left = [task for task in asyncio.all_tasks() if task is not mine and not task.done()]
    if left:
        await asyncio.wait(left, timeout=1)
    names = sorted(task.get_name() for task in left if not task.done())
    assert not names, f"tasks outlived {request.node.name}: {names}"


@pytest.fixture
def profile_dir(tmp_path: Path) -> Path:
    """An empty folder for a profile of the program."""
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder
