"""Every command: its words, its icon, its keys. Menus, tool bar, shortcuts and tests share this table."""

from typing import Final

from PySide6.QtGui import QKeySequence

from fichier_gui.ui.action_ids import ActionId, Reach
from fichier_gui.ui.action_spec import ActionSpec
from fichier_gui.ui.local_actions import LOCAL_ACTIONS
from fichier_gui.ui.program_actions import PROGRAM_ACTIONS
from fichier_gui.ui.wording import QT_TR_NOOP

__all__ = ["ACTIONS", "AFTER_QUEUE", "ActionId", "ActionSpec", "Reach"]

_KEY = QKeySequence.StandardKey

ACTIONS: Final = (
    ActionSpec(ActionId.BACK, QT_TR_NOOP("Back"), "back", ("Alt+Left", _KEY.Back)),
    ActionSpec(ActionId.FORWARD, QT_TR_NOOP("Forward"), "forward", ("Alt+Right", _KEY.Forward)),
    ActionSpec(ActionId.UP, QT_TR_NOOP("Up one folder"), "up", ("Alt+Up",)),
    ActionSpec(ActionId.REFRESH, QT_TR_NOOP("Refresh"), "refresh", ("F5", "Ctrl+R")),
    ActionSpec(ActionId.FILTER, QT_TR_NOOP("Filter this folder"), "search", ("Ctrl+F",)),
    ActionSpec(ActionId.SEARCH, QT_TR_NOOP("Search the account"), "search-all", ("Ctrl+Shift+F",)),
    ActionSpec(ActionId.SAVE_SEARCH, QT_TR_NOOP("Save this search…"), "search-saved", ("Ctrl+S",)),
    ActionSpec(ActionId.SEARCH_HELP, QT_TR_NOOP("What can be searched for"), "help", ("Ctrl+F1",)),
    ActionSpec(ActionId.EDIT_PATH, QT_TR_NOOP("Go to a path…"), "places", ("Alt+D",)),
    ActionSpec(
        ActionId.FIND_COMMAND,
        QT_TR_NOOP("Find a command…"),
        "command",
        ("Ctrl+K",),
        help=QT_TR_NOOP("Every command, folder and saved search by a few letters"),
    ),
    ActionSpec(ActionId.NEW_FOLDER, QT_TR_NOOP("New folder…"), "folder-new", ("F7", "Ctrl+Shift+N")),
    ActionSpec(ActionId.RENAME, QT_TR_NOOP("Rename…"), "rename", ("F2",), Reach.FILES),
    ActionSpec(ActionId.CUT, QT_TR_NOOP("Cut"), "cut", (_KEY.Cut,), Reach.FILES),
    ActionSpec(ActionId.COPY_ITEMS, QT_TR_NOOP("Copy"), "copy", ("Ctrl+Shift+C",), Reach.FILES),
    ActionSpec(ActionId.PASTE_ITEMS, QT_TR_NOOP("Paste here"), "paste", ("Ctrl+Shift+V",), Reach.FILES),
    ActionSpec(ActionId.MOVE_TO, QT_TR_NOOP("Move to…"), "folder-move", ("Ctrl+M",), Reach.FILES),
    ActionSpec(ActionId.COPY_TO, QT_TR_NOOP("Copy to…"), "folder-copy", ("Ctrl+Shift+M",), Reach.FILES),
    ActionSpec(ActionId.DELETE, QT_TR_NOOP("Delete…"), "trash", (_KEY.Delete,), Reach.FILES),
    ActionSpec(
        ActionId.UNDO,
        QT_TR_NOOP("Undo"),
        "undo",
        (_KEY.Undo,),
        help=QT_TR_NOOP("Take back the last name, move or deletion that can be"),
    ),
    ActionSpec(ActionId.RECENTLY_DELETED, QT_TR_NOOP("Recently deleted…"), "trash-clock", ("Ctrl+Alt+Z",)),
    ActionSpec(
        ActionId.EXPORT_FILES,
        QT_TR_NOOP("Export the files…"),
        "kind-text",
        ("Ctrl+Alt+F",),
        help=QT_TR_NOOP("A list of the files in this folder and below it, as a table, as JSON or as links"),
    ),
    ActionSpec(
        ActionId.DUPLICATES,
        QT_TR_NOOP("Duplicates…"),
        "copy",
        ("Ctrl+Alt+D",),
        help=QT_TR_NOOP("What is in the account more than once, and the space it takes"),
    ),
    ActionSpec(ActionId.OPEN, QT_TR_NOOP("Open"), "folder-open", ("Ctrl+O",), Reach.FILES),
    ActionSpec(
        ActionId.PREVIEW,
        QT_TR_NOOP("Preview"),
        "eye",
        ("Space",),
        Reach.FILES,
        help=QT_TR_NOOP("Look at a picture or a text, or play sound and films, without a download"),
    ),
    ActionSpec(
        ActionId.SHOW_THUMBNAILS,
        QT_TR_NOOP("Show thumbnails"),
        "kind-image",
        ("Ctrl+Shift+T",),
        help=QT_TR_NOOP(
            "Fetch the pictures that are chosen, or those of this folder, for small pictures of them"
        ),
    ),
    ActionSpec(
        ActionId.FORGET_THUMBNAILS,
        QT_TR_NOOP("Remove all thumbnails"),
        "clear",
        ("Ctrl+Alt+Shift+T",),
        help=QT_TR_NOOP("Delete the small pictures that are kept on this computer"),
    ),
    ActionSpec(ActionId.SHOW_IN_FOLDER, QT_TR_NOOP("Show in its folder"), "folder", ("Ctrl+E",), Reach.FILES),
    ActionSpec(ActionId.DOWNLOAD, QT_TR_NOOP("Download"), "download", ("Ctrl+D",), Reach.FILES),
    ActionSpec(
        ActionId.DOWNLOAD_TO, QT_TR_NOOP("Download to…"), "download-to", ("Ctrl+Shift+D",), Reach.FILES
    ),
    ActionSpec(
        ActionId.DOWNLOAD_HERE, QT_TR_NOOP("Download to the local folder"), "download", ("F6",), Reach.FILES
    ),
    ActionSpec(ActionId.COPY_LINK, QT_TR_NOOP("Copy link"), "link", ("Ctrl+L", _KEY.Copy), Reach.FILES),
    ActionSpec(ActionId.COPY_NAMED, QT_TR_NOOP("Name and link"), "", ("Ctrl+Alt+1",), Reach.FILES),
    ActionSpec(ActionId.COPY_MARKDOWN, QT_TR_NOOP("Markdown"), "", ("Ctrl+Alt+2",), Reach.FILES),
    ActionSpec(ActionId.COPY_HTML, QT_TR_NOOP("HTML"), "", ("Ctrl+Alt+3",), Reach.FILES),
    ActionSpec(ActionId.COPY_BBCODE, QT_TR_NOOP("BBCode"), "", ("Ctrl+Alt+4",), Reach.FILES),
    ActionSpec(ActionId.COPY_OWN, QT_TR_NOOP("Own template"), "", ("Ctrl+Alt+5",), Reach.FILES),
    ActionSpec(ActionId.COPY_AS, QT_TR_NOOP("Copy link as…"), "copy", ("Ctrl+Alt+K",), Reach.FILES),
    ActionSpec(ActionId.SHOW_QR, QT_TR_NOOP("QR code…"), "qr", ("Ctrl+Alt+Q",), Reach.FILES),
    ActionSpec(
        ActionId.TO_JDOWNLOADER,
        QT_TR_NOOP("Send links to JDownloader…"),
        "download-to",
        ("Ctrl+Alt+G",),
        Reach.FILES,
    ),
    ActionSpec(ActionId.RECENT_LINKS, QT_TR_NOOP("Recent links…"), "link", ("Ctrl+Alt+H",)),
    ActionSpec(
        ActionId.LINK_RULES, QT_TR_NOOP("Password and link rules…"), "lock", ("Ctrl+Alt+A",), Reach.FILES
    ),
    ActionSpec(
        ActionId.SHARE_FOLDER, QT_TR_NOOP("Share this folder…"), "folder-shared", ("Ctrl+Alt+P",), Reach.FILES
    ),
    ActionSpec(ActionId.SCAN_FILE, QT_TR_NOOP("Scan for viruses…"), "shield", ("Ctrl+Alt+X",), Reach.FILES),
    ActionSpec(
        ActionId.PROPERTIES,
        QT_TR_NOOP("Properties"),
        "details",
        ("Alt+Return", "Alt+Enter"),
        Reach.FILES,
    ),
    ActionSpec(ActionId.SELECT_ALL, QT_TR_NOOP("Select all"), "check", (_KEY.SelectAll,), Reach.FILES),
    ActionSpec(
        ActionId.VERIFY,
        QT_TR_NOOP("Verify against this computer…"),
        "shield",
        ("Ctrl+Alt+V",),
        Reach.FILES,
    ),
    ActionSpec(
        ActionId.WRITE_SUMS, QT_TR_NOOP("Write a sum file…"), "kind-text", ("Ctrl+Alt+W",), Reach.FILES
    ),
    ActionSpec(ActionId.CHECK_SUMS, QT_TR_NOOP("Check a sum file…"), "shield", ("Ctrl+Alt+C",)),
    ActionSpec(ActionId.JOIN_PARTS, QT_TR_NOOP("Join parts…"), "transfers", ("Ctrl+Alt+J",)),
    ActionSpec(ActionId.UPLOAD_FILES, QT_TR_NOOP("Upload files…"), "upload", ("Ctrl+U",)),
    ActionSpec(ActionId.UPLOAD_FOLDER, QT_TR_NOOP("Upload a folder…"), "upload-folder", ("Ctrl+Shift+U",)),
    ActionSpec(
        ActionId.PASTE_LINKS,
        QT_TR_NOOP("Paste links"),
        "paste-links",
        (_KEY.Paste,),
        help=QT_TR_NOOP(
            "The links on the clipboard are downloaded, files uploaded, rows that were cut or copied put here"
        ),
    ),
    ActionSpec(
        ActionId.REMOTE_UPLOADS,
        QT_TR_NOOP("Fetch from the web…"),
        "globe",
        ("Ctrl+Alt+U",),
        help=QT_TR_NOOP("Remote uploads: 1fichier fetches files by itself from addresses"),
    ),
    ActionSpec(
        ActionId.FTP_ACCESS,
        QT_TR_NOOP("FTP access…"),
        "inbox",
        ("Ctrl+Alt+Shift+F",),
        help=QT_TR_NOOP("Sub-accounts for devices that send files by FTP, and taking in what they sent"),
    ),
    ActionSpec(
        ActionId.TOGGLE_LOCAL,
        QT_TR_NOOP("Local folder"),
        "panes",
        ("F3",),
        is_checkable=True,
        help=QT_TR_NOOP("A folder of this computer beside the list: drag from one to the other"),
    ),
    ActionSpec(ActionId.TOGGLE_DETAILS, QT_TR_NOOP("Details"), "details", ("Ctrl+I",), is_checkable=True),
    ActionSpec(ActionId.TOGGLE_PLACES, QT_TR_NOOP("Folder tree"), "places", ("F9",), is_checkable=True),
    ActionSpec(
        ActionId.TOGGLE_TRANSFERS, QT_TR_NOOP("Transfers"), "transfers", ("Ctrl+T",), is_checkable=True
    ),
    ActionSpec(
        ActionId.TOGGLE_DROP_TARGET,
        QT_TR_NOOP("Drop target"),
        "drop",
        ("Ctrl+Alt+Y",),
        is_checkable=True,
        help=QT_TR_NOOP("A small window above all others: drop files and links on it"),
    ),
    ActionSpec(
        ActionId.GROUP_BATCHES,
        QT_TR_NOOP("One row for each batch"),
        keys=("Ctrl+B",),
        is_checkable=True,
        help=QT_TR_NOOP("Show what was added together as one row that folds out"),
    ),
    ActionSpec(ActionId.PAUSE_ALL, QT_TR_NOOP("Pause all"), "pause", ("Ctrl+Shift+P",)),
    ActionSpec(ActionId.RESUME_ALL, QT_TR_NOOP("Resume all"), "play", ("Ctrl+Shift+S",)),
    ActionSpec(ActionId.CLEAR_DONE, QT_TR_NOOP("Clear done"), "clear", ("Ctrl+Shift+L",)),
    ActionSpec(ActionId.EXPORT_LIST, QT_TR_NOOP("Export the list…"), "upload", ("Ctrl+Alt+E",)),
    ActionSpec(ActionId.IMPORT_LIST, QT_TR_NOOP("Import a list…"), "download", ("Ctrl+Alt+I",)),
    ActionSpec(ActionId.SLOW_LIMITS, QT_TR_NOOP("Slow limits"), "limits", ("Ctrl+Alt+S",), is_checkable=True),
    ActionSpec(ActionId.LIMIT_SETTINGS, QT_TR_NOOP("Speed limits…"), "limits", ("Ctrl+Alt+L",)),
    ActionSpec(ActionId.EXPLAIN_SPEEDS, QT_TR_NOOP("Speed of the last minutes"), "gauge", ("Ctrl+Alt+B",)),
    ActionSpec(
        ActionId.EXPLAIN_REQUESTS,
        QT_TR_NOOP("Requests to 1fichier"),
        "clock",
        ("Ctrl+Alt+R",),
        help=QT_TR_NOOP("What has been asked of 1fichier, what waits for its turn, and why"),
    ),
    ActionSpec(
        ActionId.AFTER_NOTHING,
        QT_TR_NOOP("Do nothing after the queue"),
        keys=("Ctrl+Alt+Shift+N",),
        is_checkable=True,
    ),
    ActionSpec(
        ActionId.AFTER_QUIT, QT_TR_NOOP("Quit after the queue"), keys=("Ctrl+Alt+Shift+Q",), is_checkable=True
    ),
    ActionSpec(
        ActionId.AFTER_SLEEP,
        QT_TR_NOOP("Sleep after the queue"),
        keys=("Ctrl+Alt+Shift+S",),
        is_checkable=True,
    ),
    ActionSpec(
        ActionId.AFTER_SHUT_DOWN,
        QT_TR_NOOP("Shut down after the queue"),
        keys=("Ctrl+Alt+Shift+D",),
        is_checkable=True,
    ),
    *LOCAL_ACTIONS,
    ActionSpec(ActionId.TRANSFER_PAUSE, QT_TR_NOOP("Pause"), "pause", ("Space",), Reach.TRANSFERS),
    ActionSpec(ActionId.TRANSFER_RESUME, QT_TR_NOOP("Resume"), "play", ("Shift+Space",), Reach.TRANSFERS),
    ActionSpec(
        ActionId.TRANSFER_START_NOW,
        QT_TR_NOOP("Start now"),
        "start-now",
        ("Ctrl+G",),
        Reach.TRANSFERS,
        help=QT_TR_NOOP("Begin at once, even where as many run as the settings allow"),
    ),
    ActionSpec(ActionId.TRANSFER_RETRY, QT_TR_NOOP("Try again"), "retry", ("Ctrl+Return",), Reach.TRANSFERS),
    ActionSpec(
        ActionId.TRANSFER_RETRY_ALIKE,
        QT_TR_NOOP("Try all with this problem again"),
        "retry",
        ("Ctrl+Shift+Return",),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_CANCEL,
        QT_TR_NOOP("Cancel and delete the partial file"),
        "cancel",
        ("Shift+Del",),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_REMOVE,
        QT_TR_NOOP("Remove from the list"),
        "remove",
        (_KEY.Delete,),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_TOP, QT_TR_NOOP("To the top"), "move-top", ("Ctrl+Shift+Up",), Reach.TRANSFERS
    ),
    ActionSpec(ActionId.TRANSFER_HIGHER, QT_TR_NOOP("Up"), "move-up", ("Ctrl+Up",), Reach.TRANSFERS),
    ActionSpec(ActionId.TRANSFER_LOWER, QT_TR_NOOP("Down"), "move-down", ("Ctrl+Down",), Reach.TRANSFERS),
    ActionSpec(
        ActionId.TRANSFER_BOTTOM,
        QT_TR_NOOP("To the bottom"),
        "move-bottom",
        ("Ctrl+Shift+Down",),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_PRIORITY_HIGH,
        QT_TR_NOOP("High priority"),
        keys=("Ctrl+Alt+1",),
        reach=Reach.TRANSFERS,
        is_checkable=True,
    ),
    ActionSpec(
        ActionId.TRANSFER_PRIORITY_NORMAL,
        QT_TR_NOOP("Normal priority"),
        keys=("Ctrl+Alt+2",),
        reach=Reach.TRANSFERS,
        is_checkable=True,
    ),
    ActionSpec(
        ActionId.TRANSFER_PRIORITY_LOW,
        QT_TR_NOOP("Low priority"),
        keys=("Ctrl+Alt+3",),
        reach=Reach.TRANSFERS,
        is_checkable=True,
    ),
    ActionSpec(
        ActionId.TRANSFER_LIMIT, QT_TR_NOOP("Limit the speed…"), "limits", ("Ctrl+Shift+M",), Reach.TRANSFERS
    ),
    ActionSpec(ActionId.TRANSFER_COPY_LINK, QT_TR_NOOP("Copy link"), "link", (_KEY.Copy,), Reach.TRANSFERS),
    ActionSpec(
        ActionId.TRANSFER_COPY_AS, QT_TR_NOOP("Copy link as…"), "copy", ("Ctrl+Alt+K",), Reach.TRANSFERS
    ),
    ActionSpec(
        ActionId.TRANSFER_COPY_ERROR, QT_TR_NOOP("Copy details"), "copy", ("Ctrl+Shift+C",), Reach.TRANSFERS
    ),
    ActionSpec(
        ActionId.TRANSFER_VERIFY, QT_TR_NOOP("Verify again…"), "shield", ("Ctrl+Shift+V",), Reach.TRANSFERS
    ),
    ActionSpec(
        ActionId.TRANSFER_SUMS,
        QT_TR_NOOP("Write a sum file…"),
        "kind-text",
        ("Ctrl+Shift+W",),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_OPEN_FILE, QT_TR_NOOP("Open file"), "open-file", ("Ctrl+O",), Reach.TRANSFERS
    ),
    ActionSpec(
        ActionId.TRANSFER_SHOW_LOCAL,
        QT_TR_NOOP("Show in the file manager"),
        "folder",
        ("Ctrl+E",),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_SHOW_REMOTE,
        QT_TR_NOOP("Show on 1fichier"),
        "cloud",
        ("Ctrl+Shift+E",),
        Reach.TRANSFERS,
    ),
    ActionSpec(
        ActionId.TRANSFER_HISTORY,
        QT_TR_NOOP("What happened…"),
        "clock",
        ("Alt+Return", "Alt+Enter"),
        Reach.TRANSFERS,
        help=QT_TR_NOOP("The steps of this transfer, with their times and reasons"),
    ),
    ActionSpec(
        ActionId.ACCOUNT,
        QT_TR_NOOP("Account and storage…"),
        "account",
        ("Ctrl+Shift+A",),
        help=QT_TR_NOOP("Plan, storage, CDN credits, and the settings that 1fichier keeps"),
    ),
    ActionSpec(
        ActionId.ADD_ACCOUNT,
        QT_TR_NOOP("Add an account…"),
        "account",
        ("Ctrl+Alt+Shift+A",),
        help=QT_TR_NOOP("Another 1fichier account, with a list, a queue and a colour of its own"),
    ),
    ActionSpec(
        ActionId.NEXT_ACCOUNT,
        QT_TR_NOOP("Next account"),
        "forward",
        ("Ctrl+Alt+N",),
        help=QT_TR_NOOP("Show the next account; Ctrl+1, Ctrl+2 … go straight to one"),
    ),
    ActionSpec(
        ActionId.EDIT_ACCOUNT, QT_TR_NOOP("Name and colour of this account…"), "rename", ("Ctrl+Alt+Shift+E",)
    ),
    ActionSpec(ActionId.REMOVE_ACCOUNT, QT_TR_NOOP("Remove this account…"), "remove", ("Ctrl+Alt+Shift+R",)),
    ActionSpec(
        ActionId.VOUCHERS,
        QT_TR_NOOP("Vouchers…"),
        "voucher",
        ("Ctrl+Alt+Shift+V",),
        help=QT_TR_NOOP("Codes that pay for a plan or credits: those of the account, checking and using one"),
    ),
    ActionSpec(
        ActionId.ELSEWHERE,
        QT_TR_NOOP("Use the key elsewhere…"),
        "key",
        ("Ctrl+Alt+O",),
        help=QT_TR_NOOP("Ready-made commands for rclone, curl and Python, the steps for JDownloader"),
    ),
    ActionSpec(ActionId.ENTER_KEY, QT_TR_NOOP("Enter an API key…"), "key", ("Ctrl+Shift+K",)),
    ActionSpec(ActionId.FORGET_KEY, QT_TR_NOOP("Forget the key"), "key-off", ("Ctrl+Alt+Shift+K",)),
    ActionSpec(
        ActionId.FORGET_EVERYTHING,
        QT_TR_NOOP("Forget everything on this computer…"),
        "trash",
        ("Ctrl+Alt+Shift+Del",),
        help=QT_TR_NOOP("Keys, lists, transfers, settings and log of all accounts leave this computer"),
    ),
    *PROGRAM_ACTIONS,
)
"""In the order of the list of shortcuts."""

AFTER_QUEUE: Final = (
    ActionId.AFTER_NOTHING,
    ActionId.AFTER_QUIT,
    ActionId.AFTER_SLEEP,
    ActionId.AFTER_SHUT_DOWN,
)
"""One of them is checked; in the order of ``domain.after_queue.AfterQueue``."""
