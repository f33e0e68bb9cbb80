"""The typed 1fichier client: wire shapes, faults, request budget, bodies. The only importer of httpx.

Importing this package is cheap: httpx, python-socks and the TLS context come with the first request.
"""

from fichier_gui.api.account_budget import AccountBudget, Budget
from fichier_gui.api.address import DEFAULT_BASE, ServiceAddress
from fichier_gui.api.budget import RequestBudget
from fichier_gui.api.client import FichierClient
from fichier_gui.api.cooldown import BudgetMemory
from fichier_gui.api.file_calls import WHOLE_ACCOUNT
from fichier_gui.api.options import PROXY_SCHEMES, NetworkOptions
from fichier_gui.api.pacing import BudgetRules, Kind, Priority

__all__ = [
    "DEFAULT_BASE",
    "PROXY_SCHEMES",
    "WHOLE_ACCOUNT",
    "AccountBudget",
    "Budget",
    "BudgetMemory",
    "BudgetRules",
    "FichierClient",
    "Kind",
    "NetworkOptions",
    "Priority",
    "RequestBudget",
    "ServiceAddress",
]
