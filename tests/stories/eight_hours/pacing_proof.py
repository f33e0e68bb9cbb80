"""What the log of requests proves of a day's pacing, whatever the simulator thought of it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from restless_day import USERS, Day
from support.in_process import Asked

from fichier_gui.simulator.answers import FLOOD_IP, FLOOD_USER, IP_LOCKED
from fichier_gui.simulator.content import read_all

WAITS = {FLOOD_IP.text: 30.0, FLOOD_USER.text: 30.0, IP_LOCKED.text: 3600.0}
"""The shortest cool-down after such an answer, in seconds."""


def of(day: Day, *endpoints: str) -> list[Asked]:
    return [asked for asked in day.network.asked if asked.endpoint in endpoints]


def calls(day: Day) -> list[Asked]:
    """Those that the service counts."""
    others = ("end.pl", "upload.cgi", "download")
    return sorted((a for a in day.network.asked if a.endpoint not in others), key=lambda a: a.arrived)


def fourth_call(day: Day) -> float:
    """Seconds within which four calls arrived, the least."""
    moments = [asked.arrived for asked in calls(day)]
    return min(later - first for first, later in zip(moments, moments[3:], strict=False))


def closest(asked: list[Asked]) -> float:
    """Seconds between two neighbours, the least."""
    moments = sorted(a.arrived for a in asked)
    return min((later - before for before, later in pairwise(moments)), default=float("inf"))


def closest_listings(day: Day) -> float:
    by_folder: dict[tuple[str, object], list[Asked]] = {}
    for asked in of(day, "folder/ls", "file/ls"):
        if asked.payload.get("folder_id") != -1:
            by_folder.setdefault((asked.endpoint, asked.payload.get("folder_id", 0)), []).append(asked)
    return min(closest(asked) for asked in by_folder.values())


def asked_while_pausing(day: Day) -> list[str]:
    """Requests that left between the word of a cool-down and its end."""
    return [
        f"{asked.endpoint} left {asked.left - since:.1f} s into a pause of {until - since:.0f} s"
        for since, until in day.pauses
        for asked in calls(day)
        if since < asked.left < until - 0.001
    ]


def floods(day: Day) -> list[tuple[Asked, float]]:
    """Answers that ask for patience, with the shortest that each asks for."""
    texts = [(text, wait) for text, wait in WAITS.items()]
    refused = [asked for asked in calls(day) if asked.status == 403]
    return [(asked, wait) for asked in refused for text, wait in texts if f'"{text} ' in asked.text]


def without_pause(day: Day) -> list[str]:
    """Answers that ask for patience after which nobody had it for long enough."""
    return [
        f"{asked.text} at {asked.arrived:.1f}"
        for asked, wait in floods(day)
        if not any(
            since < asked.arrived + 1 and until > asked.arrived + wait - 1 for since, until in day.pauses
        )
    ]


def oldest_token(day: Day) -> float:
    """Seconds from a direct link's issue to its first use, the most; and every link is a known one."""
    first: dict[object, float] = {}
    for asked in of(day, "download"):
        issued = asked.payload["issued"]
        assert isinstance(issued, float), "a link that was never given"
        first.setdefault(asked.payload["token"], asked.arrived - issued)
    return max(first.values())


def longest_use(day: Day) -> float:
    """Seconds from a direct link's first use to its last, the most."""
    uses: dict[object, list[float]] = {}
    for asked in of(day, "download"):
        uses.setdefault(asked.payload["token"], []).append(asked.arrived)
    return max(max(moments) - min(moments) for moments in uses.values())


def uploads_at_once(day: Day) -> int:
    steps = []
    for asked in of(day, "upload.cgi"):
        assert asked.ended is not None
        steps += [(asked.arrived, 1), (asked.ended, -1)]
    most = now = 0
    for _, step in sorted(steps):
        now += step
        most = max(most, now)
    return most


def stored(day: Day) -> Counter[str]:
    """Uploads by name; each is checked byte by byte."""
    service, found = day.network.service, Counter[str]()
    for user in range(USERS):
        folders = [f"/Up/{user}", *(f"/Up/{user}/u{user} b{batch}" for batch in range(0, day.batches, 3))]
        for path in folders:
            if service.folder(path) is None:
                continue
            for file in service.files_at(path):
                assert read_all(file.content) == day.sent[file.name], file.name
                found[file.name] += 1
    return found


def fetched(day: Day) -> Counter[str]:
    found = Counter[str]()
    for path in (day.folder / "target").rglob("*"):
        if path.is_file():
            assert path.read_bytes() == day.wanted[path.name], path.name
            found[path.name] += 1
    return found


def whole_lists(day: Day) -> list[Asked]:
    return [a for a in of(day, "file/ls") if a.payload.get("folder_id") == -1]
