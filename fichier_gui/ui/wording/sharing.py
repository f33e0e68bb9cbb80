"""Who can open a link, in words."""

from fichier_gui.domain.link_rules import LinkRules
from fichier_gui.ui.wording.language import tr


def open_words(rules: LinkRules, countries: tuple[str, ...] = ()) -> str:
    """One sentence; ``countries`` are those of the rules by name."""
    if rules.is_open:
        return tr("Anyone with the link can open it.")
    access = rules.access
    conditions = []
    if rules.has_password:
        conditions.append(tr("knowing the password"))
    if access.networks:
        conditions.append(tr("from the addresses {list}", list=_listed(access.networks)))
    if access.countries:
        conditions.append(tr("from {countries}", countries=_listed(countries or access.countries)))
    if access.emails:
        conditions.append(tr("signed in as {emails}", emails=_listed(access.emails)))
    if access.customers_only:
        conditions.append(tr("with a paid 1fichier plan"))
    return tr("Whoever has the link can open it only {conditions}.", conditions=", ".join(conditions))


def _listed(values: tuple[str, ...]) -> str:
    """ "a, b or c"."""
    if len(values) < 2:
        return "".join(values)
    return tr("{some} or {last}", some=", ".join(values[:-1]), last=values[-1])
