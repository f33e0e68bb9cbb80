"""A request budget that makes nobody wait."""

from fichier_gui.api import BudgetRules

QUICK = BudgetRules(
    windows=((200, 1.0),),
    transfer_gap=0.0,
    background_gap=0.0,
    background_listing_gap=0.0,
    node_gap=0.0,
    folder_every=0.0,
    account_every=0.0,
    account_every_address=0.0,
)
"""The service's limits are tried elsewhere; here nobody should wait for them."""
