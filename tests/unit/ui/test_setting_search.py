"""A setting is found by any word that is said of it, in the user's language and in English."""

import pytest

from fichier_gui.domain.settings import Page, describe
from fichier_gui.ui import resources
from fichier_gui.ui.wording import language
from fichier_gui.ui.wording.setting_search import _ALSO, SettingPlace, find_settings
from fichier_gui.ui.wording.settings import page_words, setting_words


def _names(line: str) -> list[str]:
    return [place.name for place in find_settings(line)]


def test_every_setting_is_found_by_its_label_and_by_its_help() -> None:
    assert set(_ALSO) == {setting.name for setting in describe()}, "what else people call it"
    for setting in describe():
        words = setting_words(setting.name)
        assert _names(words.label)[0] == setting.name, words.label
        assert setting.name in _names(words.help), words.help
        assert setting.name in _names(page_words(setting.page))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("bandwidth", "limit_download"),
        ("systray", "tray_icon"),
        ("dark", "color_scheme"),
        ("hash", "verify_downloads"),
        ("SOCKS", "proxy_url"),
        ("overwrite", "download_conflict"),
        ("markdown", "link_format"),
    ],
)
def test_other_words_for_it_and_its_choices_find_it(line: str, name: str) -> None:
    assert name in _names(line)


def test_labels_come_before_what_only_explains() -> None:
    assert _names("proxy")[:2] == ["proxy_mode", "proxy_url"]


def test_what_is_no_setting_is_found_with_its_page() -> None:
    assert SettingPlace(Page.DESKTOP) in find_settings("autostart")
    assert SettingPlace(Page.ACCOUNT) in find_settings("api key")


def test_all_words_must_be_there() -> None:
    assert _names("upload limit")[0] == "limit_upload"
    assert find_settings("proxy nonsense") == []
    assert find_settings("  ") == []


def test_it_is_found_in_both_languages_without_accents() -> None:
    language.install(language.load(resources.translation_file("fr"), "fr"))
    try:
        assert "color_scheme" in _names("thème sombre") and "color_scheme" in _names("theme")
        assert "limit_upload" in _names("debit") and "limit_upload" in _names("bandwidth")
    finally:
        language.install(None)
