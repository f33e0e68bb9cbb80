"""Where the service is: the real one, or a simulated one at any address."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from fichier_gui.domain.errors import UnexpectedAnswer
from fichier_gui.domain.links import PublicFolderLink
from fichier_gui.domain.remote import UploadNode

DEFAULT_BASE: Final = "https://api.1fichier.com/v1"
_HOME: Final = "1fichier.com"
_HOST: Final = re.compile(r"(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
_NODE_ID: Final = re.compile(r"[A-Za-z0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class ServiceAddress:
    """The base of all end points, such as ``https://api.1fichier.com/v1`` (no slash at the end)."""

    base_url: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        parts = urlsplit(self.base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
            raise ValueError(f"not a service address: {self.base_url!r}")
        object.__setattr__(self, "base_url", self.base_url.rstrip("/"))

    @property
    def scheme(self) -> str:
        """``http`` or ``https``: upload nodes use the same one."""
        return urlsplit(self.base_url).scheme

    @property
    def is_real(self) -> bool:
        """True for 1fichier itself, whose node names are then checked."""
        return _is_home(urlsplit(self.base_url).hostname or "")

    def endpoint(self, name: str) -> str:
        """The URL of an end point such as ``folder/ls``."""
        return f"{self.base_url}/{name}.cgi"

    def node_url(self, host: str) -> str:
        """The root of an upload node, with no slash at the end; ``host`` may carry ``:port``."""
        return f"{self.scheme}://{host}"

    def check_node(self, node: UploadNode) -> UploadNode:
        """``node``, if the key may be sent there. Raises ``UnexpectedAnswer`` for anything but a plain host
        of this service: an answer that was tampered with must not carry the key away."""
        host = node.host
        if not _HOST.fullmatch(host) or not _NODE_ID.fullmatch(node.id):
            raise UnexpectedAnswer(f"not an upload node: {host!r}")
        if self.is_real and not _is_home(urlsplit(f"//{host}").hostname or ""):
            raise UnexpectedAnswer(f"an upload node outside the service: {host!r}")
        return node

    def site_url(self, path: str) -> str:
        """A page of the web site; a simulated service serves it beside its end points."""
        if self.is_real:
            return f"https://{_HOME}{path}"
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}{path}"

    def public_folder_url(self, link: PublicFolderLink) -> str:
        """The page of a published folder, under the domain of its link."""
        return link.url if self.is_real else self.site_url(f"/dir/{link.id}")


def _is_home(host: str) -> bool:
    return host == _HOME or host.endswith(f".{_HOME}")
