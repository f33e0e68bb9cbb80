"""The errors that everybody meets, each with its sentence and its way out; and what a row can fill in."""

import pytest

from fichier_gui.domain import errors
from fichier_gui.domain.error_leaves import leaves, restore
from fichier_gui.ui import wording
from fichier_gui.ui.wording import ErrorAction
from fichier_gui.ui.wording.errors import ROWS
from fichier_gui.ui.wording.explanations import explanation


def test_every_leaf_has_a_row_and_no_row_is_left_over() -> None:
    assert set(ROWS) == set(leaves())


def test_401_offers_a_new_key_and_the_key_page() -> None:
    words = wording.error_words(errors.KeyRefused())
    assert "key" in words.happened
    assert (words.action, words.second) == (ErrorAction.ENTER_KEY, ErrorAction.OPEN_KEY_PAGE)
    assert wording.KEY_PAGE == "https://1fichier.com/console/params.pl"


def test_403_is_told_apart() -> None:
    kinds = (
        errors.AddressNotAllowed,
        errors.FloodLocked,
        errors.NetworkRefused,
        errors.PasswordNeeded,
        errors.OneLocation,
        errors.OwnerLocked,
        errors.AccessDenied,
        errors.PremiumRequired,
    )
    assert len({wording.error_words(kind()).happened for kind in kinds}) == len(kinds)


def test_403_address_explains_the_restriction_and_where_to_change_it() -> None:
    words = wording.error_words(errors.AddressNotAllowed())
    assert "country" in words.sentence
    assert (words.action, words.second) == (ErrorAction.EXPLAIN_ADDRESS, ErrorAction.OPEN_ADDRESS_PAGE)
    longer = explanation(ErrorAction.EXPLAIN_ADDRESS)
    assert longer.page == wording.ADDRESS_PAGE == "https://1fichier.com/console/acl.pl"
    assert "countries" in longer.text


def test_403_vpn_leads_to_the_network_page() -> None:
    words = wording.error_words(errors.NetworkRefused())
    assert "VPN" in words.happened
    assert words.action is ErrorAction.OPEN_NETWORK_PAGE
    assert wording.NETWORK_PAGE == "https://1fichier.com/network.html"


def test_413_says_the_limit_and_how_to_split() -> None:
    error = errors.TooLarge(path="/home/me/disc.iso", size=320_000_000_000, limit=300_000_000_000)
    words = wording.error_words(error)
    assert words.happened == "disc.iso has 320 GB; 1fichier takes files of up to 300 GB on your plan."
    assert "parts" in words.follows
    assert words.action is ErrorAction.EXPLAIN_LIMITS
    explained = explanation(ErrorAction.EXPLAIN_LIMITS).text
    assert all(limit in explained for limit in ("300 GB", "50 GB", "5 GB", "4 hours", "film.mkv.001"))


def test_429_counts_down_and_goes_on_by_itself() -> None:
    error = errors.TooManyRequests(wait=42.0)
    assert "by itself in 0:42" in wording.error_words(error).follows
    assert "by itself in 0:07" in wording.error_words(error, wait=7).follows
    assert wording.error_words(error).action is ErrorAction.NONE


def test_503_goes_on_by_itself() -> None:
    words = wording.error_words(errors.ServiceOverloaded())
    assert "overloaded" in words.happened
    assert "by itself" in words.follows
    assert words.action is ErrorAction.NONE


@pytest.mark.parametrize(
    ("path", "name"), [("/home/me/a b.txt", "a b.txt"), ("C:\\Users\\me\\b.txt", "b.txt"), ("", "The file")]
)
def test_a_file_is_named_without_its_folder(path: str, name: str) -> None:
    assert wording.error_words(errors.SourceMissing(path=path)).happened.startswith(f"{name} is no longer")


def test_names_are_never_taken_for_places_to_fill() -> None:
    words = wording.error_words(errors.SourceMissing(path="/x/{countdown} {0}.txt"))
    assert words.happened.startswith("{countdown} {0}.txt is")


def test_an_error_of_another_version_reads_as_unexpected() -> None:
    error = restore("NeverHeardOf", "detail", {})
    assert wording.error_words(error) == wording.error_words(errors.Unexpected())


def test_what_gave_up_promises_nothing_and_can_be_tried_again() -> None:
    error = errors.UnexpectedAnswer()
    assert wording.error_words(error).follows == "It is tried again by itself."
    words = wording.error_words(error, gave_up=True)
    assert words.follows == "It was tried several times. The other transfers go on."
    assert (words.action, words.second) == (ErrorAction.RETRY, ErrorAction.COPY_DETAILS)
    refused = errors.UploadRefused()
    assert wording.error_words(refused, gave_up=True) == wording.error_words(refused)


def test_details_hold_code_facts_and_the_text_of_the_service() -> None:
    error = errors.RequestRejected("Something odd #77", end_point="file/mv")
    assert wording.error_details(error) == "RequestRejected\nend_point: file/mv\nSomething odd #77"
