"""The key in use and the account behind it."""

from fichier_gui.app.views import SessionState
from fichier_gui.domain.account import Account
from fichier_gui.domain.secret import Secret


class Session:
    """Signs in and out. The key is held here, in memory, and in the system's key ring; nowhere else."""

    @property
    def state(self) -> SessionState:
        """What holds now. Any thread."""
        raise NotImplementedError

    async def start(self) -> SessionState:
        """Take the key given to the run, else the key ring's. Needs no request.

        Emits ``SignedIn`` or ``SignedOut``.
        """
        raise NotImplementedError

    async def enter_key(self, key: Secret, *, keep: bool = True) -> SessionState:
        """Try ``key`` with one ``user/info`` and use it from now on; with ``keep``, put it in the key ring.

        A flood answer never rejects a key: it is then in use with no account known. Raises ``NoKey`` for an
        empty one, ``KeyRefused``, ``NetworkProblem`` leaves. The key before stays in use when this raises.
        """
        raise NotImplementedError

    async def forget_key(self) -> None:
        """Out of memory and out of the key ring; the queue is held. Emits ``SignedOut``.

        Raises ``KeyringLocked`` or ``KeyringDenied`` when the key ring kept its copy; the key is out of use
        all the same.
        """
        raise NotImplementedError

    async def account(self, *, refresh: bool = False) -> Account | None:
        """The account as last seen; with ``refresh``, asked again as soon as the service allows."""
        raise NotImplementedError
