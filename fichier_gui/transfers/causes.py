"""Failed rows by what stopped them. Each function runs inside a transaction on the journal's thread."""

from typing import Final

from fichier_gui.domain.ids import TransferId
from fichier_gui.transfers.database import Connection

_CODE: Final = "json_extract(error, '$.code')"


def failed_with(connection: Connection, code: str) -> list[TransferId]:
    """The failed rows whose error has this code, by place."""
    found = connection.execute(
        f"SELECT id FROM transfers WHERE state = 'failed' AND {_CODE} = ? ORDER BY position", (code,)
    )
    return [TransferId(row[0]) for row in found]
