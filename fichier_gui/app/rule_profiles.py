"""Rules of links that the user keeps under names. No password is among them, and so none is in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fichier_gui.app.kept_by_name import KeptByName, Named
from fichier_gui.app.workers import Workers
from fichier_gui.domain.sharing import AccessList
from fichier_gui.system.paths import ProfilePaths
from fichier_gui.system.text_file import AtomicText


@dataclass(frozen=True, slots=True)
class RuleProfile(Named):
    """Rules under a name; None leaves that rule as it is in each file, as in ``FileChanges``."""

    has_password: bool | None = None
    """Whether one is asked for; which one is entered each time."""
    access: AccessList | None = None
    is_inline: bool | None = None
    allows_http: bool | None = None
    description: str | None = None

    def named(self, name: str) -> "RuleProfile":
        """The same rules under this name."""
        return replace(self, name=name)


RuleProfiles = KeptByName[RuleProfile]


def new_rule_profiles(profile: ProfilePaths, disk: Workers) -> RuleProfiles:
    """Those of the program's profile."""
    return KeptByName(AtomicText(profile.config / "link_rules.json"), disk, read_profile)


def read_profile(wire: Mapping[str, Any]) -> RuleProfile:
    """As it was written. Raises ``KeyError`` and ``TypeError``."""
    access, description = wire["access"], wire["description"]
    return RuleProfile(
        str(wire["name"]),
        _flag(wire["has_password"]),
        None if access is None else _access(access),
        _flag(wire["is_inline"]),
        _flag(wire["allows_http"]),
        None if description is None else str(description),
    )


def _flag(value: object) -> bool | None:
    return None if value is None else bool(value)


def _access(wire: Mapping[str, Any]) -> AccessList:
    networks, countries, emails = (
        tuple(str(value) for value in wire[name]) for name in ("networks", "countries", "emails")
    )
    return AccessList(networks, countries, emails, bool(wire["customers_only"]))
