"""What accounts and their colours are called."""

from typing import Final

from fichier_gui.domain.account_list import AccountColor, AccountList, KnownAccount
from fichier_gui.ui.wording.language import QT_TR_NOOP, tr

_COLORS: Final = {
    AccountColor.BLUE: QT_TR_NOOP("Blue"),
    AccountColor.GREEN: QT_TR_NOOP("Green"),
    AccountColor.ORANGE: QT_TR_NOOP("Orange"),
    AccountColor.PURPLE: QT_TR_NOOP("Purple"),
    AccountColor.PINK: QT_TR_NOOP("Pink"),
    AccountColor.TEAL: QT_TR_NOOP("Teal"),
}


def color_name(color: AccountColor) -> str:
    """ "Blue"."""
    return tr(_COLORS[color])


def account_name(account: KnownAccount, among: AccountList) -> str:
    """Its label or e-mail; "Account 2" while nobody knows."""
    if account.name:
        return account.name
    ids = [one.id for one in among.accounts]
    return tr("Account {number}", number=ids.index(account.id) + 1 if account.id in ids else len(ids) + 1)


def left_words(count: int, account: str, *, is_sending: bool) -> str:
    """The transfers of an account that is not on show any more."""
    words = tr(
        "%n transfer(s) of {account} wait until you go back to that account.", "", count, account=account
    )
    return f"{words} {tr('A file that was half sent starts again then.')}" if is_sending else words
