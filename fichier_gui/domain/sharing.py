"""Who may reach a file or a folder, and the changes of attributes that the service offers."""

from fichier_gui.domain.values import value


@value
class AccessList:
    """``acl`` of a file: who may download it. Empty means everybody."""

    networks: tuple[str, ...] = ()
    """CIDR blocks."""
    countries: tuple[str, ...] = ()
    """Two-letter codes."""
    emails: tuple[str, ...] = ()
    """Registered users."""
    customers_only: bool = False

    def __bool__(self) -> bool:
        return bool(self.networks or self.countries or self.emails or self.customers_only)


@value
class FolderShare:
    """A folder shared with one registered user. ``hides_links`` implies read only."""

    email: str
    can_write: bool = False
    hides_links: bool = False


@value
class FileChanges:
    """What ``file/chattr`` may set; None leaves an attribute as it is.

    An empty ``password`` or ``access`` removes it; a password has at least six characters. ``name`` is for
    one file only.
    """

    name: str | None = None
    description: str | None = None
    password: str | None = None
    is_inline: bool | None = None
    allows_http: bool | None = None
    is_cdn: bool | None = None
    access: AccessList | None = None
