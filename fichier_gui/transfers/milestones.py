"""Named steps of a transfer, between any two of which the program may end.

Nothing acts on them in the program itself. Tests strike at each: a step that has no name here is one at which
nobody has shown that a kill does no harm.
"""

from collections.abc import Callable
from enum import StrEnum


class Milestone(StrEnum):
    """In the order in which a transfer passes them."""

    MEMBERS_MET = "members met"
    """Upload: the files of a form have looked at their sources."""
    NODE_GIVEN = "node given"
    NODE_WRITTEN = "node written"
    """The rows say where their bytes go."""
    CONNECTED = "connected"
    FILE_OPENED = "file opened"
    """The turn of one file of a form has come."""
    BEFORE_LAST_BYTES = "before last bytes"
    """The rows say that the service may have the files; it has not quite."""
    ANSWERED = "answered"
    """The service took the body, and no row knows."""
    REPORT_READ = "report read"
    FOLDER_READ = "folder read"
    UPLOAD_JUDGED = "upload judged"
    """Its link and its sum are known, its row knows neither."""
    UPLOAD_DONE = "upload done"
    MANIFEST_SAVED = "manifest saved"
    """All parts of a file are done; the list of them is on the disk, and no row sends it."""
    MANIFEST_QUEUED = "manifest queued"

    PART_NAMED = "part named"
    """Download: the row says where its bytes will be; there is no such file."""
    PART_MADE = "part made"
    LINK_GIVEN = "link given"
    OPENED = "opened"
    """A connection gave its first answer."""
    MAP_WRITTEN = "map written"
    """The row says what it knows of the file, before its first byte is on the disk."""
    BYTES_WRITTEN = "bytes written"
    """More bytes are in the part file than the row knows."""
    SEGMENT_ENDED = "segment ended"
    ALL_WRITTEN = "all written"
    SYNCED = "synced"
    HASHED = "hashed"
    JUDGED = "judged"
    """The row knows whether the bytes are good."""
    LINKED = "linked"
    """The file has both names."""
    PUBLISHED = "published"
    """The file has its final name, and the row does not know."""
    DOWNLOAD_DONE = "download done"


Reached = Callable[[Milestone], None]
"""Called on the thread that passes the step."""


def unwatched(_milestone: Milestone) -> None:
    """What the program itself does at a step: nothing."""
