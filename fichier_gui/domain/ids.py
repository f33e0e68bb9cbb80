"""Identities. Names and paths are not identities on this service: names repeat, links do not."""

from typing import NewType

FolderId = NewType("FolderId", int)
"""Numeric folder id of the account (``folder/ls``); never the id in a public ``/dir/…`` link."""

FileUrl = NewType("FileUrl", str)
"""Canonical file link ``https://<domain>/?<id>``: the service's own file identity."""

TransferId = NewType("TransferId", int)
"""Row id of a transfer in the journal."""

BatchId = NewType("BatchId", int)
"""Transfers that were added by one act of the user."""

ROOT = FolderId(0)
"""The account's root folder."""

UNKNOWN_FOLDER = FolderId(-1)
"""Of a file that is in the account, nobody knows where yet."""
