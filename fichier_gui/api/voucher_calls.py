"""``vouchers/*`` (reference §4.22)."""

from fichier_gui.api.calls import Ask, Caller
from fichier_gui.api.pacing import Priority
from fichier_gui.api.wire import mapping, rows, text
from fichier_gui.domain.vouchers import Voucher


class VoucherCalls(Caller):
    """Codes that pay for something once."""

    async def vouchers(self, *, priority: Priority = Priority.CLICK) -> tuple[Voucher, ...]:
        """``vouchers/ls``: those of the account that nobody has used."""
        return await self._call("vouchers/ls", {}, Ask(priority, is_repeatable=True), _read_vouchers)

    async def check_voucher(self, code: str, *, priority: Priority = Priority.CLICK) -> str:
        """``vouchers/check``: what it pays for. Raises ``NotFound`` for one that is unknown or used."""
        ask = Ask(priority, is_repeatable=True)
        return await self._call(
            "vouchers/check", {"voucher": code}, ask, lambda answer: text(mapping(answer), "service") or ""
        )

    async def use_voucher(self, code: str, email: str, *, priority: Priority = Priority.CLICK) -> str:
        """``vouchers/use``: spend it on the account with this address; what the service says of it."""
        payload = {"voucher": code, "user_email": email}
        return await self._call(
            "vouchers/use", payload, Ask(priority), lambda answer: text(mapping(answer), "message") or ""
        )


def _read_vouchers(answer: object) -> tuple[Voucher, ...]:
    return tuple(
        Voucher(code, text(row, "service") or "")
        for row in rows(mapping(answer), "data")
        if (code := text(row, "voucher"))
    )
