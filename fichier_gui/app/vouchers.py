"""Vouchers of the account: listed, checked, used. Codes are kept out of the log as passwords are."""

from collections.abc import Callable

from fichier_gui.api.client import FichierClient
from fichier_gui.app.watch import RequestWatch
from fichier_gui.domain.secret import Secret
from fichier_gui.domain.vouchers import Voucher


class Vouchers:
    """Lives on the core's loop. All raise what their request raises."""

    def __init__(self, client: FichierClient, watch: RequestWatch, hide: Callable[[Secret], None]) -> None:
        self._client = client
        self._watch = watch
        self._hide = hide

    async def unused(self) -> tuple[Voucher, ...]:
        """``vouchers/ls``: those that nobody has used."""
        with self._watch.request():
            found = await self._client.vouchers()
        for voucher in found:
            self._hide(Secret(voucher.code))
        return found

    async def check(self, code: Secret) -> str:
        """``vouchers/check``: what it pays for. Raises ``NotFound`` for one that is unknown or used."""
        self._hide(code)
        with self._watch.request():
            return await self._client.check_voucher(code.reveal())

    async def use(self, code: Secret, email: str) -> str:
        """``vouchers/use``: spend it on the account with this address. It is not asked twice by itself."""
        self._hide(code)
        with self._watch.request():
            return await self._client.use_voucher(code.reveal(), email)
