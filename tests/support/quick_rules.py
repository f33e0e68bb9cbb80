"""A request budget that makes nobody wait."""

from fichier_gui.api.pacing import BudgetRules

QUICK = BudgetRules(
    windows=((1000, 1.0),),
    transfer_gap=0.0,
    background_gap=0.0,
    background_listing_gap=0.0,
    node_gap=0.0,
    site_gap=0.0,
    folder_every=0.0,
    account_every=0.0,
    account_every_address=0.0,
    refusal_gaps=(),
)
"""The service's limits are tried elsewhere: a simulator that is asked like this has its own off."""
