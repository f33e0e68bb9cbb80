"""The TLS context of a client: built once, at first use, in whatever worker thread asks first."""

import ssl
import threading

from fichier_gui.api.options import NetworkOptions, make_tls_context


class TlsContexts:
    """Hands out one context for each set of trusted certificates. Any thread; blocking."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[str, ssl.SSLContext] = {}

    def get(self, options: NetworkOptions) -> ssl.SSLContext:
        """The context for these options. Raises ``OSError`` when ``ca_file`` cannot be read."""
        name = str(options.ca_file or "")
        with self._lock:
            if name not in self._made:
                self._made[name] = make_tls_context(options.ca_file)
            return self._made[name]
