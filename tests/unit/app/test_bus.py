import logging

import pytest

from fichier_gui.app.bus import Bus
from fichier_gui.domain.events import Event, ServiceResumed, SignedOut


def test_listeners_hear_in_order_until_they_leave() -> None:
    bus = Bus()
    heard: list[str] = []
    leave = bus.subscribe(lambda event: heard.append(f"first {type(event).__name__}"))
    bus.subscribe(lambda event: heard.append(f"second {type(event).__name__}"))
    bus.emit(SignedOut())
    leave()
    leave()
    bus.emit(ServiceResumed())
    assert heard == ["first SignedOut", "second SignedOut", "second ServiceResumed"]


def test_one_listener_failing_leaves_the_others_in_peace(caplog: pytest.LogCaptureFixture) -> None:
    bus = Bus()
    heard: list[Event] = []

    def fail(event: Event) -> None:
        raise OSError("no")

    bus.subscribe(fail)
    bus.subscribe(heard.append)
    with caplog.at_level(logging.ERROR):
        bus.emit(SignedOut())
    assert heard == [SignedOut()]
    assert "SignedOut" in caplog.text


def test_what_happens_early_waits_for_the_first_who_is_no_part_of_the_program() -> None:
    bus = Bus()
    part: list[Event] = []
    heard: list[Event] = []
    bus.emit(SignedOut())
    bus.overhear(part.append)
    bus.emit(ServiceResumed())
    assert part == [ServiceResumed()]
    bus.subscribe(heard.append)
    assert heard == [SignedOut(), ServiceResumed()]
    assert part == [ServiceResumed()], "it has heard that already"
    later: list[Event] = []
    bus.subscribe(later.append)
    assert later == []
