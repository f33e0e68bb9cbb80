"""The client: one method an end point, in groups; one connection pool, one budget, one key."""

from collections.abc import Callable

from fichier_gui.api.account_budget import Budget
from fichier_gui.api.account_calls import AccountCalls
from fichier_gui.api.address import ServiceAddress
from fichier_gui.api.exchange import Exchange
from fichier_gui.api.file_calls import FileCalls
from fichier_gui.api.folder_calls import FolderCalls
from fichier_gui.api.job_calls import JobCalls
from fichier_gui.api.options import NetworkOptions
from fichier_gui.api.reach import reach
from fichier_gui.api.tls import TlsContexts
from fichier_gui.api.transfer_calls import TransferCalls
from fichier_gui.api.voucher_calls import VoucherCalls
from fichier_gui.domain.clock import Clock
from fichier_gui.domain.secret import Secret


class FichierClient(FolderCalls, FileCalls, AccountCalls, JobCalls, VoucherCalls, TransferCalls):
    """The service, typed. Coroutines run on one loop; ``open_upload`` and ``open_download`` on any thread.

    ``key`` is asked at each call; the key goes to the API host and to upload nodes of this service, never to
    direct links or pages of the site.
    """

    def __init__(
        self,
        address: ServiceAddress,
        key: Callable[[], Secret | None],
        budget: Budget,
        options: NetworkOptions,
        clock: Clock,
        exchange: Exchange | None = None,
    ) -> None:
        self._tls = TlsContexts()
        super().__init__(address, key, budget, exchange or Exchange(options, self._tls), clock)

    @property
    def address(self) -> ServiceAddress:
        """Where the service is."""
        return self._address

    def reconfigure(self, options: NetworkOptions) -> None:
        """Use other network options from the next request on. Bodies under way end as they began."""
        self._exchange.reconfigure(options)

    def leave_connections(self) -> None:
        """Open new connections for the next requests: the idle ones may lead nowhere any more."""
        self._exchange.reconfigure(self._exchange.options)

    async def reach(self) -> None:
        """See :func:`fichier_gui.api.reach.reach`: no request, so it costs no turn."""
        await reach(self._exchange.options, self._address.base_url)

    async def aclose(self) -> None:
        """Close every connection of small requests."""
        await self._exchange.aclose()
