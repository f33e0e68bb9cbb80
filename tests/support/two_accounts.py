"""A simulated service with two users, which notes the key of every call."""

from typing import Final

from support.simulator import DEFAULT_EMAIL, DEFAULT_KEY, Service, quiet_switches

from fichier_gui.simulator.answers import Answer, RequestContext

ANN: Final = DEFAULT_EMAIL
BOB: Final = "bob@example.org"
BOBS_KEY: Final = "b" * 32


class TwoAccounts(Service):
    """Ann's account is the main one."""

    def __init__(self, *, limits: bool = False) -> None:
        super().__init__(limits=limits, switches=quiet_switches())
        self.add_user(BOB, BOBS_KEY)
        self.add_file("/of ann.txt", b"ann")
        self.add_file("/of bob.txt", b"bob", email=BOB)
        self.carried: list[tuple[str, str | None]] = []
        """End point and key of each call."""

    def handle(
        self,
        endpoint: str,
        payload: object = None,
        context: RequestContext | None = None,
        *,
        method: str = "POST",
    ) -> Answer:
        """Note the key, then answer."""
        self.carried.append((endpoint, context.key if context else None))
        return super().handle(endpoint, payload, context, method=method)  # type: ignore[arg-type]

    def keys(self) -> set[str | None]:
        """The keys that were seen since the last :meth:`forget`."""
        return {key for _endpoint, key in self.carried}

    def names(self, email: str | None = None) -> set[str]:
        """The files in the root folder of an account."""
        return {file.name for file in self.files_at("/", email)}

    def forget(self) -> None:
        """Begin a new list."""
        self.carried.clear()


__all__ = ["ANN", "BOB", "BOBS_KEY", "DEFAULT_KEY", "TwoAccounts"]
