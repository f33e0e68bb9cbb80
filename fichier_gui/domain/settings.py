"""The user's wishes: one frozen value with defaults, limits and where each is shown.

The settings file and the settings dialog are both built from :func:`describe`; words live in
``ui.wording`` under the field's name.
"""

from dataclasses import field, fields, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from fichier_gui import identity
from fichier_gui.domain.link_text import DEFAULT_TEMPLATE, LinkFormat
from fichier_gui.domain.transfers import ConflictRule, TwinRule
from fichier_gui.domain.values import value

KIB: Final = 1024
MIB: Final = 1024 * KIB
MB: Final = 1_000_000


class Page(StrEnum):
    """Pages of the settings dialog, in order."""

    GENERAL = "general"
    ACCOUNT = "account"
    DOWNLOADS = "downloads"
    UPLOADS = "uploads"
    LIMITS = "limits"
    NOTIFICATIONS = "notifications"
    DESKTOP = "desktop"
    KEYBOARD = "keyboard"
    LOCK = "lock"
    NETWORK = "network"


class ColorScheme(StrEnum):
    """Light, dark, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class AddressFamily(StrEnum):
    """The service allows one address at a time: pin one family."""

    ANY = "any"
    IPV4 = "ipv4"
    IPV6 = "ipv6"


class ProxyMode(StrEnum):
    """Which proxy is used."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


class TrayColours(StrEnum):
    """How the tray icon is drawn, for panels of every colour."""

    AUTOMATIC = "automatic"
    COLOURED = "coloured"
    LIGHT = "light"
    """For a dark panel."""
    DARK = "dark"
    """For a light panel."""


class Unit(StrEnum):
    """How a number is edited and shown."""

    NONE = ""
    PATH = "path"
    BYTES_PER_SECOND = "bytes_per_second"
    SECONDS = "seconds"
    COUNT = "count"
    URL = "url"
    WEEK = "week"
    KEYS = "keys"


@value
class Description:
    """What the dialog and the file need to know of one setting."""

    name: str
    page: Page
    kind: type
    default: Any
    minimum: int | None = None
    maximum: int | None = None
    unit: Unit = Unit.NONE
    needs: str | None = None
    """``field=value`` that must hold for this setting to matter."""


def _shown(
    page: Page,
    *,
    minimum: int | None = None,
    maximum: int | None = None,
    unit: Unit = Unit.NONE,
    needs: str | None = None,
) -> dict[str, Any]:
    return {"page": page, "minimum": minimum, "maximum": maximum, "unit": unit, "needs": needs}


def _counted(page: Page, minimum: int, maximum: int, unit: Unit = Unit.COUNT) -> dict[str, Any]:
    return _shown(page, minimum=minimum, maximum=maximum, unit=unit)


def _rate(page: Page) -> dict[str, Any]:
    return _shown(page, minimum=0, maximum=10_000 * MIB, unit=Unit.BYTES_PER_SECOND)


@value
class Settings:
    """All settings. Paths and proxies are text; an empty download folder means the system's own."""

    language: str = field(default="", metadata=_shown(Page.GENERAL))
    """"" follows the system, else a language code such as "fr"."""
    color_scheme: ColorScheme = field(default=ColorScheme.SYSTEM, metadata=_shown(Page.GENERAL))
    confirm_quit: bool = field(default=True, metadata=_shown(Page.GENERAL))
    keep_awake: bool = field(default=True, metadata=_shown(Page.GENERAL))
    """No sleep of an idle machine while bytes move."""
    check_versions: bool = field(default=False, metadata=_shown(Page.GENERAL))
    """Ask once a week which version is the newest; no setting where nobody tells (``identity.RELEASES``)."""
    refresh_minutes: int = field(default=30, metadata=_counted(Page.ACCOUNT, 5, 720))
    """Age at which a shown folder is read again by itself."""
    read_account: bool = field(default=True, metadata=_shown(Page.ACCOUNT))
    """Folders that nobody opens are read in the background, for the search."""
    download_folder: str = field(default="", metadata=_shown(Page.DOWNLOADS, unit=Unit.PATH))
    ask_download_folder: bool = field(default=False, metadata=_shown(Page.DOWNLOADS))
    download_conflict: ConflictRule = field(default=ConflictRule.SKIP_SAME, metadata=_shown(Page.DOWNLOADS))
    join_downloads: bool = field(default=True, metadata=_shown(Page.DOWNLOADS))
    """Parts that come with their list become one file."""
    verify_downloads: bool = field(default=True, metadata=_shown(Page.DOWNLOADS))
    parallel_downloads: int = field(default=3, metadata=_counted(Page.DOWNLOADS, 1, 10))
    download_segments: int = field(default=4, metadata=_counted(Page.DOWNLOADS, 1, 10))
    """Connections that one large download may use. Thirty in all are never passed."""
    copy_link_after_upload: bool = field(default=True, metadata=_shown(Page.UPLOADS))
    link_format: LinkFormat = field(default=LinkFormat.PLAIN, metadata=_shown(Page.UPLOADS))
    """How every copied link is written."""
    link_template: str = field(
        default=DEFAULT_TEMPLATE, metadata=_shown(Page.UPLOADS, needs="link_format=own")
    )
    upload_conflict: TwinRule = field(default=TwinRule.ASK, metadata=_shown(Page.UPLOADS))
    verify_uploads: bool = field(default=True, metadata=_shown(Page.UPLOADS))
    parallel_uploads: int = field(default=2, metadata=_counted(Page.UPLOADS, 1, 4))
    """More than four make the service's nodes drop connections."""
    plan_over_files: int = field(default=100, metadata=_counted(Page.UPLOADS, 1, 100_000))
    """Show the plan before starting when a drop holds more files than this."""
    limit_download: int = field(default=0, metadata=_rate(Page.LIMITS))
    """Bytes a second, 0 for none."""
    limit_upload: int = field(default=0, metadata=_rate(Page.LIMITS))
    slow_limit_download: int = field(default=MB, metadata=_rate(Page.LIMITS))
    """The second set, which one click puts in force."""
    slow_limit_upload: int = field(default=MB // 4, metadata=_rate(Page.LIMITS))
    slow_limits: bool = field(default=False, metadata=_shown(Page.LIMITS, needs="use_schedule=False"))
    """The second set is in force, while no schedule decides."""
    use_schedule: bool = field(default=False, metadata=_shown(Page.LIMITS))
    schedule: str = field(default="", metadata=_shown(Page.LIMITS, unit=Unit.WEEK, needs="use_schedule=True"))
    """As ``domain.week.Week.text`` writes it; anything else is a week at full speed."""
    tray_icon: bool = field(default=True, metadata=_shown(Page.NOTIFICATIONS))
    tray_colours: TrayColours = field(
        default=TrayColours.AUTOMATIC, metadata=_shown(Page.NOTIFICATIONS, needs="tray_icon=True")
    )
    close_to_tray: bool = field(default=False, metadata=_shown(Page.NOTIFICATIONS, needs="tray_icon=True"))
    notify_finished: bool = field(default=True, metadata=_shown(Page.NOTIFICATIONS))
    notify_problems: bool = field(default=True, metadata=_shown(Page.NOTIFICATIONS))
    watch_clipboard: bool = field(default=False, metadata=_shown(Page.DESKTOP))
    """Offer to download 1fichier links that are copied anywhere."""
    shortcuts: str = field(default="", metadata=_shown(Page.KEYBOARD, unit=Unit.KEYS))
    """The commands whose keys were changed, as ``ui.command_keys`` writes them."""
    lock_minutes: int = field(default=15, metadata=_counted(Page.LOCK, 0, 240))
    """Without input, before a window that has a passphrase locks itself; 0 for never."""
    lock_in_tray: bool = field(default=True, metadata=_shown(Page.LOCK))
    lock_with_screen: bool = field(default=True, metadata=_shown(Page.LOCK))
    address_family: AddressFamily = field(default=AddressFamily.IPV4, metadata=_shown(Page.NETWORK))
    proxy_mode: ProxyMode = field(default=ProxyMode.SYSTEM, metadata=_shown(Page.NETWORK))
    proxy_url: str = field(
        default="", metadata=_shown(Page.NETWORK, unit=Unit.URL, needs="proxy_mode=manual")
    )
    timeout_seconds: int = field(default=60, metadata=_counted(Page.NETWORK, 10, 600, unit=Unit.SECONDS))


def describe() -> tuple[Description, ...]:
    """One description for each setting, in the order of the dialog."""
    return tuple(
        Description(name=f.name, kind=type(f.default), default=f.default, **f.metadata)
        for f in fields(Settings)
        if f.name != "check_versions" or identity.RELEASES
    )


_S = TypeVar("_S", bound=Settings)


def changed(settings: _S, name: str, value: object) -> _S:
    """``settings`` with one field replaced and kept inside its limits.

    Raises ``KeyError`` for an unknown name and ``ValueError`` for a value of the wrong kind.
    """
    description = {d.name: d for d in describe()}[name]
    if isinstance(value, str) and issubclass(description.kind, StrEnum):
        value = description.kind(value)
    if type(value) is not description.kind:
        raise ValueError(f"{name}: {type(value).__name__} is not {description.kind.__name__}")
    if isinstance(value, int) and description.minimum is not None and description.maximum is not None:
        value = min(max(value, description.minimum), description.maximum)
    replacement: dict[str, Any] = {name: value}
    return replace(settings, **replacement)
