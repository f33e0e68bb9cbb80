"""How the network is used: address family, proxy, timeouts, certificates."""

import ssl
import urllib.request
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from fichier_gui.domain.errors import ProxyFailed
from fichier_gui.domain.settings import AddressFamily

PROXY_SCHEMES: Final = ("http", "socks5", "socks5h")
_ANY_ADDRESS: Final = {AddressFamily.IPV4: "0.0.0.0", AddressFamily.IPV6: "::"}


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """One set of choices for every connection.

    The service ties downloads to one address at a time: that is why one family can be pinned.
    """

    family: AddressFamily = AddressFamily.IPV4
    proxy_url: str | None = None
    """A URL with one of ``PROXY_SCHEMES``; wins over the system's proxy."""
    trust_system_proxy: bool = True
    timeout: float = 60.0
    """Seconds without a byte, and for connecting."""
    ca_file: Path | str | None = None
    """Certificates to trust in addition to the system's."""
    user_agent: str = "fichier-gui"

    def __repr__(self) -> str:
        # A proxy URL may hold a password.
        return f"NetworkOptions({self.family}, proxy={'yes' if self.proxy_url else 'no'}, {self.timeout:g} s)"

    @property
    def local_address(self) -> str | None:
        """The source address that pins the family; None leaves the choice to the system."""
        return _ANY_ADDRESS.get(self.family)

    def proxy_for(self, scheme: str, host: str) -> str | None:
        """The proxy URL for a connection to ``host``, or None for a direct one."""
        if self.proxy_url:
            return self.proxy_url
        if not self.trust_system_proxy or _is_loopback(host):
            return None
        proxies = urllib.request.getproxies()
        found = proxies.get(scheme) or proxies.get("all")
        if not found or urllib.request.proxy_bypass(host):
            return None
        return found if "://" in found else f"http://{found}"


def make_tls_context(ca_file: Path | str | None) -> ssl.SSLContext:
    """The one TLS context of a client. Reading the system's certificates takes up to 0.1 s: not on a loop."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and not _system_has_certificates():
        # Stand-alone Python builds look where this system keeps none; certifi comes with httpx.
        import certifi

        context.load_verify_locations(certifi.where())
    if ca_file is not None:
        context.load_verify_locations(str(ca_file))
    context.set_alpn_protocols(["http/1.1"])
    return context


def check_proxy(proxy: str) -> str:
    """``proxy``, if connections can be made through its kind. Raises ``ProxyFailed``."""
    parts = urlsplit(proxy)
    if parts.scheme.lower() not in PROXY_SCHEMES or not parts.hostname:
        raise ProxyFailed(f"{parts.scheme or 'unknown'} proxies are not supported")
    return proxy


def split_host(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a URL. Raises ``ValueError``."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not an HTTP address")
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def _system_has_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile) or (bool(paths.capath) and any(Path(paths.capath).iterdir()))


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
