"""What a deletion comes to, as its report tells it."""

from collections.abc import Mapping
from typing import Any

from fichier_gui.domain.organising import Amount
from fichier_gui.ui.wording.organising import amount_words


def deleted_amount(facts: Mapping[str, Any]) -> Amount:
    """Of a report ``Kind.DELETES``."""
    return Amount(facts["files"], facts["folders"], facts["size"], facts["is_complete"])


def deleted_words(facts: Mapping[str, Any]) -> str:
    """ "12 files and 3 folders, 3.4 GB"."""
    return amount_words(deleted_amount(facts))
