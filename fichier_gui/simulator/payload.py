"""Strict reading of a JSON request body: the service refuses what it cannot read."""

from __future__ import annotations

from collections.abc import Mapping

from .answers import bad_field


class Payload:
    """The fields of one request. Every reader raises `Refusal` on a wrong type."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def integer(self, name: str, default: int = 0) -> int:
        """An integer. Strings are refused, as the service refuses string folder ids (§10.18)."""
        value = self._fields.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise bad_field(name)
        return value

    def required_integer(self, name: str) -> int:
        """An integer that must be present."""
        if name not in self._fields:
            raise bad_field(name)
        return self.integer(name)

    def flag(self, name: str, default: int = 0) -> int:
        """0 or 1, also written as a string or a boolean."""
        value = self._fields.get(name, default)
        if value in (0, "0"):
            return 0
        if value in (1, "1"):
            return 1
        raise bad_field(name)

    def text(self, name: str, default: str = "") -> str:
        """A string; null counts as absent."""
        value = self._fields.get(name, default)
        if value is None:
            return default
        if not isinstance(value, str):
            raise bad_field(name)
        return value

    def required_text(self, name: str) -> str:
        """A non-empty string."""
        value = self.text(name)
        if not value:
            raise bad_field(name)
        return value

    def texts(self, name: str) -> list[str]:
        """A non-empty array of strings."""
        value = self._fields.get(name)
        if not isinstance(value, list) or not value:
            raise bad_field(name)
        if not all(isinstance(item, str) for item in value):
            raise bad_field(name)
        return [str(item) for item in value]

    def mapping(self, name: str) -> dict[str, object]:
        """An object."""
        value = self._fields.get(name)
        if not isinstance(value, dict):
            raise bad_field(name)
        return {str(key): item for key, item in value.items()}

    def payloads(self, name: str) -> list[Payload]:
        """An array (possibly empty) of objects."""
        value = self._fields.get(name)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise bad_field(name)
        return [Payload(item) for item in value]

    def raw(self, name: str) -> object:
        """The value as it came."""
        return self._fields.get(name)
