"""Why a command cannot be used now is said of every one that can be closed."""

import pytest

from fichier_gui.ui.action_ids import ActionId, Reach
from fichier_gui.ui.action_table import ACTIONS
from fichier_gui.ui.wording.commands import unavailable_words


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id.value)
def test_there_is_a_reason_without_a_key_and_where_rows_are_chosen(spec) -> None:
    for has_chosen in (False, True):
        assert unavailable_words(spec.id, spec.reach, signed_in=False, has_chosen=has_chosen)
        if spec.reach is not Reach.WINDOW:
            assert unavailable_words(spec.id, spec.reach, signed_in=True, has_chosen=has_chosen)


def test_the_reason_is_the_true_one() -> None:
    def words(action: ActionId, reach: Reach, *, signed_in: bool = True, has_chosen: bool = False) -> str:
        return unavailable_words(action, reach, signed_in=signed_in, has_chosen=has_chosen)

    assert words(ActionId.DOWNLOAD, Reach.FILES) == "Nothing is chosen in the file list"
    assert words(ActionId.SHOW_QR, Reach.FILES, has_chosen=True) == "Not for what is chosen"
    assert words(ActionId.DOWNLOAD, Reach.FILES, signed_in=False) == "No key is entered"
    assert words(ActionId.TRANSFER_PAUSE, Reach.TRANSFERS) == "Nothing is chosen in the transfers"
    assert words(ActionId.PASTE_ITEMS, Reach.FILES, has_chosen=True) == "Nothing to paste here"
    assert words(ActionId.UPLOAD_FILES, Reach.WINDOW) == "", "what is not known is not made up"
