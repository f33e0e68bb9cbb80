"""The facts of a transfer that change during its life, typed: what is written to its row."""

from typing import TypedDict

from fichier_gui.domain.errors import AppError
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.transfers import ConflictRule, Priority, State, Verification


class Changes(TypedDict, total=False):
    """New values of some fields of ``domain.transfers.Transfer``; the others stay as they are."""

    state: State
    name: str
    size: int
    local_path: str
    url: FileUrl | None
    done: int
    checksum: str | None
    local_checksum: str | None
    verification: Verification
    error: AppError | None
    retry_at: float | None
    attempts: int
    finished_at: float | None
    stored_name: str | None
    mtime_ns: int
    node_host: str | None
    node_id: str | None
    node_at: float | None
    body_sent: bool
    part_path: str | None
    keep_anyway: bool
    etag: str | None
    conflict: ConflictRule
    use_credits: bool
    parts: str | None
    rate: int
    priority: Priority
    is_protected: bool
    moving_time: float
