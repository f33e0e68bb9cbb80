"""Which settings a few typed words mean: by label, help, choices, page, and by what else people call it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fichier_gui import identity
from fichier_gui.domain.choices import Fit, rank
from fichier_gui.domain.settings import Description, Page, describe
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr
from fichier_gui.ui.wording.settings import choice_words, page_words, setting_sources

_UPDATES: Final = QT_TR_NOOP("update upgrade release")
_ALSO: Final = {
    "language": QT_TR_NOOP("translation locale English French"),
    "color_scheme": QT_TR_NOOP("theme dark mode night appearance look"),
    "confirm_quit": QT_TR_NOOP("exit close confirm warning"),
    "keep_awake": QT_TR_NOOP("sleep suspend standby power energy battery"),
    **({"check_versions": _UPDATES} if identity.RELEASES else {}),
    "refresh_minutes": QT_TR_NOOP("refresh reload update interval list"),
    "read_account": QT_TR_NOOP("index scan crawl search catalogue"),
    "download_folder": QT_TR_NOOP("directory path destination save location"),
    "ask_download_folder": QT_TR_NOOP("directory path destination prompt"),
    "upload_conflict": QT_TR_NOOP("overwrite duplicate existing twin"),
    "download_conflict": QT_TR_NOOP("overwrite duplicate existing rename"),
    "join_downloads": QT_TR_NOOP("split merge assemble archive"),
    "verify_downloads": QT_TR_NOOP("checksum hash integrity Whirlpool"),
    "parallel_downloads": QT_TR_NOOP("simultaneous concurrent number maximum"),
    "download_segments": QT_TR_NOOP("chunks threads segments acceleration"),
    "copy_link_after_upload": QT_TR_NOOP("clipboard URL share"),
    "link_format": QT_TR_NOOP("clipboard URL forum"),
    "link_template": QT_TR_NOOP("pattern format clipboard"),
    "verify_uploads": QT_TR_NOOP("checksum hash integrity Whirlpool"),
    "parallel_uploads": QT_TR_NOOP("simultaneous concurrent number maximum"),
    "plan_over_files": QT_TR_NOOP("confirm preview many files drag and drop"),
    "limit_download": QT_TR_NOOP("speed bandwidth throttle rate"),
    "limit_upload": QT_TR_NOOP("speed bandwidth throttle rate"),
    "slow_limit_download": QT_TR_NOOP("speed bandwidth throttle rate turtle alternative"),
    "slow_limit_upload": QT_TR_NOOP("speed bandwidth throttle rate turtle alternative"),
    "slow_limits": QT_TR_NOOP("speed bandwidth throttle rate turtle alternative"),
    "use_schedule": QT_TR_NOOP("timetable calendar night hours planner"),
    "schedule": QT_TR_NOOP("timetable calendar night hours planner"),
    "tray_icon": QT_TR_NOOP("systray notification area indicator status"),
    "tray_colours": QT_TR_NOOP("systray notification area monochrome theme"),
    "close_to_tray": QT_TR_NOOP("systray minimise background hide"),
    "notify_finished": QT_TR_NOOP("notification popup alert message complete"),
    "notify_problems": QT_TR_NOOP("notification popup alert message error"),
    "watch_clipboard": QT_TR_NOOP("clipboard monitor link grabber"),
    "shortcuts": QT_TR_NOOP("hotkey accelerator key binding"),
    "lock_minutes": QT_TR_NOOP("idle timeout inactivity automatic password"),
    "lock_in_tray": QT_TR_NOOP("systray hide password"),
    "lock_with_screen": QT_TR_NOOP("session screensaver password"),
    "address_family": QT_TR_NOOP("IP address version connection"),
    "proxy_mode": QT_TR_NOOP("HTTP SOCKS Tor tunnel server"),
    "proxy_url": QT_TR_NOOP("HTTP SOCKS Tor tunnel server port"),
    "timeout_seconds": QT_TR_NOOP("timeout wait interrupted"),
}
_TOPS: Final = {
    Page.ACCOUNT: QT_TR_NOOP("API key sign in sign out log in log out password plan storage"),
    Page.DESKTOP: QT_TR_NOOP(
        "autostart start at login startup boot menu shortcut file manager send to browser links"
    ),
    Page.LOCK: QT_TR_NOOP("password passphrase privacy hide protect master password"),
}
"""What stands above the settings of a page."""


@dataclass(frozen=True, slots=True)
class SettingPlace:
    """Where a setting is; without a name what stands above those of the page."""

    page: Page
    name: str = ""


def find_settings(line: str) -> list[SettingPlace]:
    """Those that hold each word of ``line``, those whose label does first. Case and accents do not matter."""
    if not line.strip():
        return []
    found = []
    for number, (place, labels, texts) in enumerate(_places()):
        in_label, in_text = _fit(line, labels), _fit(line, texts)
        if in_text is not None:
            found.append((in_label is None, in_label or in_text, number, place))
    return [place for *_order, place in sorted(found, key=lambda each: each[:3])]


def _places() -> Iterator[tuple[SettingPlace, list[str], list[str]]]:
    """Each place with its label and with all that is said of it, in the user's language and in English."""
    described = describe()
    for page in Page:
        if page in _TOPS:
            titles = [page_words(page)]
            yield SettingPlace(page), titles, [f"{titles[0]} {tr(_TOPS[page])}", _TOPS[page]]
        for each in described:
            if each.page is page:
                yield SettingPlace(page, each.name), *_texts(each)


def _texts(setting: Description) -> tuple[list[str], list[str]]:
    """Its label; and its label, help, choices, page and what else it is called."""
    label, helping = setting_sources(setting.name)
    also, choices = _ALSO.get(setting.name, ""), _choices(setting)
    spoken = f"{tr(label)} {tr(helping)} {tr(also) if also else ''} {choices} {page_words(setting.page)}"
    return [tr(label), label], [spoken, f"{label} {helping} {also}"]


def _choices(setting: Description) -> str:
    if not issubclass(setting.kind, StrEnum):
        return ""
    return " ".join(map(choice_words, setting.kind))


def _fit(line: str, texts: list[str]) -> Fit | None:
    """Scattered letters would find too much in so many words."""
    ranks = [one.fit for text in texts if (one := rank(line, text)) is not None and one.fit <= Fit.INSIDE]
    return min(ranks, default=None)
