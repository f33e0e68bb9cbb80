"""The service's texts and what each means (reference §2.3).

The text decides, never the number behind ``#``: the same text has come with different numbers over time and
from different end points. The first row that matches wins, so special texts stand above the general ones
they contain.
"""

import re
from dataclasses import dataclass
from typing import Final

from fichier_gui.domain import errors
from fichier_gui.domain.errors import AppError, Fact
from fichier_gui.domain.waiting import HARD_LOCK_WAIT, MAINTENANCE_WAIT


@dataclass(frozen=True, slots=True)
class Message:
    """One row: a pattern, the leaf it means, and the facts that come with it."""

    pattern: re.Pattern[str]
    leaf: type[AppError]
    facts: tuple[tuple[str, Fact], ...] = ()

    def error(self, detail: str) -> AppError:
        """The error, with the service's own text behind it."""
        return self.leaf(detail, **dict(self.facts))


def _row(pattern: str, leaf: type[AppError], **facts: Fact) -> Message:
    return Message(re.compile(pattern, re.IGNORECASE), leaf, tuple(facts.items()))


MESSAGES: Final = (
    # Limits and locks.
    _row(r"flood detected: ip locked", errors.FloodLocked, scope="address"),
    _row(r"flood detected: user locked", errors.FloodLocked, scope="account"),
    _row(r"flood detected: user apk locked", errors.FloodLocked, scope="key"),
    _row(r"flood detected", errors.FloodLocked, scope="address"),
    _row(r"your requests are too fast", errors.FloodLocked, scope="address"),
    _row(r"more than \d+ login try per \d+ minutes?", errors.FloodLocked, scope="account"),
    _row(r"your account will be unlock|is temporarily locked", errors.FloodLocked, scope="account"),
    _row(r"^\W*ip locked\b", errors.AddressLocked, wait=HARD_LOCK_WAIT),
    _row(r"services? (?:are|is) in maintenance", errors.Maintenance, wait=MAINTENANCE_WAIT),
    _row(r"software error|can'?t connect db", errors.ServiceOverloaded),
    # The key.
    _row(r"not authenticated|no such user", errors.KeyRefused),
    # One place, one kind of network.
    _row(r"only 1 location allowed|simultaneously your ipv4 and ipv6", errors.OneLocation),
    _row(r"premium status is only allowed to be used on", errors.NetworkRefused),
    _row(r"professional equipment", errors.NetworkRefused),
    _row(r"massively shared internet access|vpn detected", errors.NetworkRefused),
    _row(r"requires the use of cdn credits", errors.NetworkRefused),
    # Files and folders.
    _row(r"owner locked", errors.OwnerLocked),
    _row(r"must be a customer", errors.PremiumRequired),
    _row(r"invalid password", errors.PasswordWrong),
    _row(r"password not provided", errors.PasswordNeeded),
    _row(r"resource not allowed", errors.AccessDenied),
    _row(r"resource not found", errors.NotFound),
    _row(r"no (?:file|folder)s? (?:has|have) been (?:renamed|moved)", errors.NoChange),
    _row(r"no changes? requested", errors.NoChange),
    _row(r"folder already exists|directory already exists", errors.FolderExists),
    _row(r"(?:folder|directory)[^.]*\bnot empty", errors.FolderNotEmpty),
    # Requests of ours that were wrong, and upload nodes (always French).
    _row(r"content-type not json", errors.Unexpected),
    _row(r"pas de fichier trouv. dans l.envoi", errors.UploadRefused),
    _row(r"ne peut ouvrir le fichier destination", errors.ServiceOverloaded, node=True),
)


def understand(text: str) -> AppError | None:
    """The error that a text of the service means, or None for a text that we do not know."""
    for message in MESSAGES:
        if message.pattern.search(text):
            return message.error(text)
    return None
