"""The name of a download that was queued before anybody knew it."""

import os
from pathlib import Path

from fichier_gui.domain.changes import Changes
from fichier_gui.domain.links import stand_in_name
from fichier_gui.domain.names import decode_name, local_name
from fichier_gui.domain.transfers import Transfer


def learnt_name(transfer: Transfer, sent: str | None) -> Changes:
    """What changes in a row that stands under its link's id, now that the name comes with the bytes.

    Whether a local file has that name is seen when the bytes are published.
    """
    if not sent or transfer.url is None or transfer.name != stand_in_name(transfer.url):
        return {}
    name = decode_name(sent)
    path = Path(transfer.local_path).with_name(local_name(name, windows=os.name == "nt"))
    return {"name": name, "local_path": str(path)}
