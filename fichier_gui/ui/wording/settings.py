"""The settings in words: a label and one line of help for each, names for pages and choices."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fichier_gui.domain.link_text import LinkFormat
from fichier_gui.domain.settings import AddressFamily, ColorScheme, Page, ProxyMode, TrayColours, Unit
from fichier_gui.domain.transfers import ConflictRule, TwinRule
from fichier_gui.ui.resources import translation_file
from fichier_gui.ui.wording.language import QT_TR_NOOP, finished, tr


@dataclass(frozen=True, slots=True)
class SettingWords:
    """One setting as the dialog shows it."""

    label: str
    help: str
    suffix: str = ""
    """What follows the number, such as "minutes"."""


_SETTINGS: Final[dict[str, tuple[str, str]]] = {
    "language": (
        QT_TR_NOOP("Language"),
        QT_TR_NOOP("The whole window changes at once; nothing that runs is stopped."),
    ),
    "color_scheme": (
        QT_TR_NOOP("Colours"),
        QT_TR_NOOP("Light, dark, or as your desktop is set."),
    ),
    "confirm_quit": (
        QT_TR_NOOP("Ask before quitting while files move"),
        QT_TR_NOOP("Transfers always go on at the next start."),
    ),
    "keep_awake": (
        QT_TR_NOOP("Keep this computer awake while files move"),
        QT_TR_NOOP("It may sleep again once nothing moves. The screen may still go dark."),
    ),
    "check_versions": (
        QT_TR_NOOP("Ask once a week whether there is a new version"),
        QT_TR_NOOP("One line in the window tells of it. Nothing is downloaded, and nothing is told of you."),
    ),
    "refresh_minutes": (
        QT_TR_NOOP("Read a shown folder again after"),
        QT_TR_NOOP("1fichier limits how often it may be asked. F5 reads a folder at once."),
    ),
    "read_account": (
        QT_TR_NOOP("Read the whole account in the background"),
        QT_TR_NOOP("So that the search knows all of it. One question every few seconds, after all others."),
    ),
    "download_folder": (
        QT_TR_NOOP("Download folder"),
        QT_TR_NOOP("Empty means your system's own download folder."),
    ),
    "ask_download_folder": (
        QT_TR_NOOP("Ask where to save each download"),
        QT_TR_NOOP("Otherwise files go straight to the download folder."),
    ),
    "download_conflict": (
        QT_TR_NOOP("If a file of that name exists"),
        QT_TR_NOOP("Same content is recognised by its checksum."),
    ),
    "join_downloads": (
        QT_TR_NOOP("Join files that come in parts"),
        QT_TR_NOOP("Parts that are downloaded with their list become one verified file as they arrive."),
    ),
    "verify_downloads": (
        QT_TR_NOOP("Verify downloads"),
        QT_TR_NOOP("Compares the checksum before a file takes its final name."),
    ),
    "parallel_downloads": (
        QT_TR_NOOP("Downloads at once"),
        QT_TR_NOOP("More is not always faster: they share your connection."),
    ),
    "download_segments": (
        QT_TR_NOOP("Connections for one large file"),
        QT_TR_NOOP("Small files use one. All downloads together never use more than 30."),
    ),
    "copy_link_after_upload": (
        QT_TR_NOOP("Copy the link when an upload ends"),
        QT_TR_NOOP("Replaces what is on the clipboard, once the link exists."),
    ),
    "link_format": (
        QT_TR_NOOP("Copied links are written as"),
        QT_TR_NOOP("Holds for every “Copy link”; “Copy link as” offers the others."),
    ),
    "link_template": (
        QT_TR_NOOP("Template"),
        QT_TR_NOOP("Such as {name} ({size}): {url}. “Copy link as” shows the result while you type."),
    ),
    "upload_conflict": (
        QT_TR_NOOP("If the folder has a file of that name"),
        QT_TR_NOOP(
            "1fichier allows several files of one name. What has the same content is never sent unasked. "
            "A file that is replaced is deleted, and its link, its password and its rules go with it."
        ),
    ),
    "verify_uploads": (
        QT_TR_NOOP("Verify uploads"),
        QT_TR_NOOP("Compares the checksum of what was sent with what 1fichier stored."),
    ),
    "parallel_uploads": (
        QT_TR_NOOP("Uploads at once"),
        QT_TR_NOOP("1fichier's servers drop connections above four."),
    ),
    "plan_over_files": (
        QT_TR_NOOP("Show what will happen above"),
        QT_TR_NOOP("A drop with more files than this is listed first and waits for your go-ahead."),
    ),
    "limit_download": (
        QT_TR_NOOP("Download limit"),
        QT_TR_NOOP("For all downloads together."),
    ),
    "limit_upload": (
        QT_TR_NOOP("Upload limit"),
        QT_TR_NOOP("For all uploads together."),
    ),
    "slow_limit_download": (
        QT_TR_NOOP("Slow download limit"),
        QT_TR_NOOP("A second set of limits, one click away in the status bar and the tray."),
    ),
    "slow_limit_upload": (
        QT_TR_NOOP("Slow upload limit"),
        QT_TR_NOOP("For all uploads together, while the slow limits are in force."),
    ),
    "slow_limits": (
        QT_TR_NOOP("Use the slow limits now"),
        QT_TR_NOOP("Until you switch them off. With a schedule, the schedule decides."),
    ),
    "use_schedule": (
        QT_TR_NOOP("Follow a weekly schedule"),
        QT_TR_NOOP("The switch in the status bar still overrides it, until its next change."),
    ),
    "schedule": (
        QT_TR_NOOP("Weekly schedule"),
        QT_TR_NOOP(
            "Drag over the hours to paint them. A click on a day or an hour paints all of it. "
            "With the keyboard: arrows to move, 1, 2 and 3 to paint, Shift with arrows to go on painting."
        ),
    ),
    "shortcuts": (
        QT_TR_NOOP("Keyboard shortcuts"),
        QT_TR_NOOP("A change holds at once, in menus and tool tips too."),
    ),
    "tray_icon": (
        QT_TR_NOOP("Show an icon in the tray"),
        QT_TR_NOOP("With progress, speeds and the most used commands."),
    ),
    "tray_colours": (
        QT_TR_NOOP("Colours of the tray icon"),
        QT_TR_NOOP("For a panel on which it is hard to see."),
    ),
    "close_to_tray": (
        QT_TR_NOOP("Closing the window keeps the program in the tray"),
        QT_TR_NOOP("Transfers go on. Quit is in the tray's menu."),
    ),
    "notify_finished": (
        QT_TR_NOOP("Tell when transfers are done"),
        QT_TR_NOOP("One notification for a whole batch."),
    ),
    "notify_problems": (
        QT_TR_NOOP("Tell when something needs you"),
        QT_TR_NOOP("A failed transfer, a question, or a refused key."),
    ),
    "watch_clipboard": (
        QT_TR_NOOP("Notice 1fichier links that you copy"),
        QT_TR_NOOP("A line in the window offers to download them. Nothing else is read or kept."),
    ),
    "lock_minutes": (
        QT_TR_NOOP("Lock after so long without input"),
        QT_TR_NOOP("Only what is typed and pointed at in this program counts."),
    ),
    "lock_in_tray": (
        QT_TR_NOOP("Lock when the window goes to the tray"),
        QT_TR_NOOP("The passphrase is asked for when it comes back."),
    ),
    "lock_with_screen": (
        QT_TR_NOOP("Lock together with the screen"),
        QT_TR_NOOP("Where the desktop tells programs that its screen is locked: under Linux, most do."),
    ),
    "address_family": (
        QT_TR_NOOP("Internet protocol"),
        QT_TR_NOOP("1fichier allows one address at a time, so one family is best for all connections."),
    ),
    "proxy_mode": (
        QT_TR_NOOP("Proxy"),
        QT_TR_NOOP("Which way connections leave this computer."),
    ),
    "proxy_url": (
        QT_TR_NOOP("Proxy address"),
        QT_TR_NOOP("Such as http://proxy.example:8080 or socks5://127.0.0.1:1080."),
    ),
    "timeout_seconds": (
        QT_TR_NOOP("Give up on a silent connection after"),
        QT_TR_NOOP("It is then tried again."),
    ),
}

_PAGES: Final = {
    Page.GENERAL: QT_TR_NOOP("General"),
    Page.ACCOUNT: QT_TR_NOOP("Account"),
    Page.DOWNLOADS: QT_TR_NOOP("Downloads"),
    Page.UPLOADS: QT_TR_NOOP("Uploads"),
    Page.LIMITS: QT_TR_NOOP("Limits"),
    Page.NOTIFICATIONS: QT_TR_NOOP("Notifications and tray"),
    Page.DESKTOP: QT_TR_NOOP("Desktop"),
    Page.KEYBOARD: QT_TR_NOOP("Keyboard"),
    Page.LOCK: QT_TR_NOOP("App lock"),
    Page.NETWORK: QT_TR_NOOP("Network"),
}

_CHOICES: Final[tuple[tuple[StrEnum, str], ...]] = (
    (ColorScheme.SYSTEM, QT_TR_NOOP("As the system")),
    (ColorScheme.LIGHT, QT_TR_NOOP("Light")),
    (ColorScheme.DARK, QT_TR_NOOP("Dark")),
    (TrayColours.AUTOMATIC, QT_TR_NOOP("Automatic")),
    (TrayColours.COLOURED, QT_TR_NOOP("Coloured")),
    (TrayColours.LIGHT, QT_TR_NOOP("Light, for a dark panel")),
    (TrayColours.DARK, QT_TR_NOOP("Dark, for a light panel")),
    (ConflictRule.ASK, QT_TR_NOOP("Ask me")),
    (ConflictRule.SKIP_SAME, QT_TR_NOOP("Skip if the content is the same, else keep both")),
    (ConflictRule.KEEP_BOTH, QT_TR_NOOP("Keep both")),
    (ConflictRule.REPLACE, QT_TR_NOOP("Replace")),
    (ConflictRule.SKIP, QT_TR_NOOP("Skip")),
    (TwinRule.ASK, QT_TR_NOOP("Ask me")),
    (TwinRule.KEEP_BOTH, QT_TR_NOOP("Upload it too: both will exist")),
    (TwinRule.SKIP, QT_TR_NOOP("Skip")),
    (TwinRule.REPLACE, QT_TR_NOOP("Replace it once the new one is verified")),
    (LinkFormat.PLAIN, QT_TR_NOOP("Link alone")),
    (LinkFormat.NAMED, QT_TR_NOOP("Name and link")),
    (LinkFormat.MARKDOWN, QT_TR_NOOP("Markdown")),
    (LinkFormat.HTML, QT_TR_NOOP("HTML")),
    (LinkFormat.BBCODE, QT_TR_NOOP("BBCode")),
    (LinkFormat.OWN, QT_TR_NOOP("Own template")),
    (AddressFamily.ANY, QT_TR_NOOP("IPv4 or IPv6")),
    (AddressFamily.IPV4, QT_TR_NOOP("IPv4 only")),
    (AddressFamily.IPV6, QT_TR_NOOP("IPv6 only")),
    (ProxyMode.SYSTEM, QT_TR_NOOP("As the system")),
    (ProxyMode.NONE, QT_TR_NOOP("No proxy")),
    (ProxyMode.MANUAL, QT_TR_NOOP("This proxy:")),
)
"""Pairs, not a mapping: members of two enumerations may be equal texts."""

_UNITS: Final = {
    Unit.NONE: "",
    Unit.PATH: "",
    Unit.URL: "",
    Unit.COUNT: "",
    Unit.WEEK: "",
    Unit.BYTES_PER_SECOND: QT_TR_NOOP("MB/s"),
    Unit.SECONDS: QT_TR_NOOP("seconds"),
}

_SUFFIXES: Final = {
    "refresh_minutes": QT_TR_NOOP("minutes"),
    "plan_over_files": QT_TR_NOOP("files"),
    "lock_minutes": QT_TR_NOOP("minutes"),
    "timeout_seconds": QT_TR_NOOP("seconds"),
    "limit_download": QT_TR_NOOP("MB/s"),
    "limit_upload": QT_TR_NOOP("MB/s"),
    "slow_limit_download": QT_TR_NOOP("MB/s"),
    "slow_limit_upload": QT_TR_NOOP("MB/s"),
}

LANGUAGES: Final = {
    "en": ("English", ""),
    "fr": ("Français", ""),
    "de": ("Deutsch", "Deutsch (teilweise, {percent} %)"),
    "es": ("Español", "Español (parcial, {percent} %)"),
    "it": ("Italiano", "Italiano (parziale, {percent} %)"),
    "pt": ("Português", "Português (parcial, {percent} %)"),
    "ja": ("日本語", "日本語（一部、{percent}%）"),
}
"""Languages by their own name, in their own words; and how they say that not all is translated."""
_WHOLE: Final = "fr"
"""The language that says all there is."""


def setting_words(name: str) -> SettingWords:
    """The label and the help of a field of ``Settings``. Raises ``KeyError`` for an unknown one."""
    label, helping = _SETTINGS[name]
    suffix = _SUFFIXES.get(name, "")
    return SettingWords(tr(label), tr(helping), tr(suffix) if suffix else "")


def setting_sources(name: str) -> tuple[str, str]:
    """Label and help in English. Raises ``KeyError`` for an unknown setting."""
    return _SETTINGS[name]


def page_words(page: Page) -> str:
    """The title of a page."""
    return tr(_PAGES[page])


def choice_words(choice: StrEnum) -> str:
    """One choice of a setting."""
    for known, words in _CHOICES:
        if type(known) is type(choice) and known == choice:
            return tr(words)
    return choice.value


def unit_words(unit: Unit) -> str:
    """What follows a number."""
    return tr(_UNITS[unit]) if _UNITS[unit] else ""


def language_words(code: str) -> str:
    """A language by its own name, and how much of it there is; "" is the system's. Raises ``OSError``."""
    if not code:
        return tr("As the system")
    name, in_part = LANGUAGES.get(code, (code, ""))
    percent = share(code) if in_part else 100
    return name if percent == 100 else in_part.format(percent=percent)


def share(code: str) -> int:
    """How much a language says of what there is to say, in percent. Raises ``OSError``."""
    return 100 * finished(translation_file(code)) // finished(translation_file(_WHOLE))
