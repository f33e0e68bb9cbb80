"""The AppStream description, which software centres show."""

import time
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from desktop.changes import Release, first_sentence

from fichier_gui.identity import APP_ID, AUTHORS, DESKTOP_ID, HOMEPAGE, LICENCE, NAME, SUMMARY
from fichier_gui.ui.wording import store

PICTURE = "resources/screenshots/window.png"
"""Below the project's page. A description may point to pictures of the web alone."""
MOST_ITEMS = 10
"""Of a release; the rest is in the change log of the package."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

Words = Callable[[str], str]
"""From an English text to one of another language, which is the same where it is not translated."""


def metainfo(releases: Sequence[Release], languages: Mapping[str, Words], homepage: str = HOMEPAGE) -> str:
    """The file. Without a page of the project there are no addresses in it, and no pictures."""
    root = Element("component", type="desktop-application")
    for tag, text in (("id", APP_ID), ("metadata_license", "CC0-1.0"), ("project_license", LICENCE)):
        SubElement(root, tag).text = text
    SubElement(root, "name").text = NAME
    SubElement(root, "developer_name").text = AUTHORS
    _said(root, "summary", SUMMARY, languages)
    _describe(SubElement(root, "description"), languages)
    SubElement(root, "launchable", type="desktop-id").text = f"{DESKTOP_ID}.desktop"
    SubElement(root, "icon", type="stock").text = NAME
    categories = SubElement(root, "categories")
    for category in ("Network", "FileTransfer"):
        SubElement(categories, "category").text = category
    SubElement(SubElement(root, "provides"), "binary").text = NAME
    if homepage:
        SubElement(root, "url", type="homepage").text = homepage
        picture = SubElement(SubElement(root, "screenshots"), "screenshot", type="default")
        _said(picture, "caption", store.caption(), languages)
        SubElement(picture, "image", type="source").text = f"{homepage.rstrip('/')}/{PICTURE}"
    SubElement(root, "content_rating", type="oars-1.1")
    told = SubElement(root, "releases")
    for release in releases:
        _release(told, release)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _describe(place: Element, languages: Mapping[str, Words]) -> None:
    _said(place, "p", store.introduction(), languages)
    points = SubElement(place, "ul")
    for point in store.strong_points():
        _said(points, "li", point, languages)
    _said(place, "p", store.independence(), languages)


def _said(place: Element, tag: str, text: str, languages: Mapping[str, Words]) -> None:
    """The text, then what it is in the languages that have it."""
    SubElement(place, tag).text = text
    for code, words in languages.items():
        if words(text) != text:
            SubElement(place, tag, {_LANGUAGE: code}).text = words(text)


def _release(place: Element, release: Release) -> None:
    kind = "stable" if release.is_out else "development"
    day = time.strftime("%Y-%m-%d", time.gmtime(release.date))
    told = SubElement(place, "release", type=kind, version=release.version, date=day)
    if release.items:
        items = SubElement(SubElement(told, "description"), "ul")
        for item in release.items[:MOST_ITEMS]:
            SubElement(items, "li").text = first_sentence(item)
