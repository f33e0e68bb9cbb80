"""What the user reads in the window goes through translation."""

import ast
import re
from collections.abc import Iterator

import pytest
from package_source import at, calls, modules

SHOWS_ITS_TEXT = {
    "addAction",
    "addItem",
    "addItems",
    "addMenu",
    "addRow",
    "addSection",
    "addTab",
    "addToolBar",
    "insertItem",
    "insertTab",
    "QAction",
    "QCheckBox",
    "QCommandLinkButton",
    "QGroupBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
    "QToolButton",
    "setAccessibleDescription",
    "setAccessibleName",
    "setButtonText",
    "setDetailedText",
    "setHeaderLabels",
    "setHorizontalHeaderLabels",
    "setIconText",
    "setInformativeText",
    "setItemText",
    "setLabelText",
    "setNameFilter",
    "setPlaceholderText",
    "setPrefix",
    "setSpecialValueText",
    "setStatusTip",
    "setSubTitle",
    "setSuffix",
    "setTabText",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
}
WORD = re.compile(r"[^\W\d_]{2,}")
NOT_WORDS = re.compile(r"https?://\S*|<[^>]*>|fichier-gui|1fichier(\.com)?")
"""Addresses, mark-up and proper names stay as they are in every language."""


def spoken(argument: ast.expr) -> Iterator[ast.Constant]:
    """The literal words of an argument. A call is left alone: ``tr(…)`` is one."""
    if isinstance(argument, ast.Constant):
        if isinstance(argument.value, str) and WORD.search(NOT_WORDS.sub("", argument.value)):
            yield argument
    elif isinstance(argument, ast.JoinedStr):
        for part in argument.values:
            if isinstance(part, ast.Constant):
                yield from spoken(part)
    elif isinstance(argument, ast.BinOp):
        yield from spoken(argument.left)
        yield from spoken(argument.right)
    elif isinstance(argument, ast.IfExp):
        yield from spoken(argument.body)
        yield from spoken(argument.orelse)
    elif isinstance(argument, ast.List | ast.Tuple | ast.Set):
        for element in argument.elts:
            yield from spoken(element)


def literals(call: ast.Call) -> Iterator[ast.Constant]:
    """The literal words given to one call, by position or as ``text=``."""
    named = {"text", "toolTip", "title", "placeholderText", "statusTip", "accessibleName"}
    for argument in [*call.args, *(k.value for k in call.keywords if k.arg in named)]:
        yield from spoken(argument)


def test_no_bare_words_in_the_window() -> None:
    found = [
        f"{at(path, literal)}: {name}({literal.value!r})"
        for path in modules("ui")
        for name, call in calls(path)
        if name in SHOWS_ITS_TEXT
        for literal in literals(call)
    ]
    assert not found


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ('label.setText("Hello there")', True),
        ('QLabel(f"{count} files")', True),
        ('menu.addAction(icon, "Open" if one else "Open all")', True),
        ('QPushButton(text="Open")', True),
        ('label.setText(tr("Hello there"))', False),
        ('label.setText(f"{name} · {size}")', False),
        ('label.setText("https://1fichier.com/console/params.pl")', False),
    ],
)
def test_the_check_finds_bare_words(source: str, is_found: bool) -> None:
    call = ast.parse(source, mode="eval").body
    assert isinstance(call, ast.Call)
    assert bool(list(literals(call))) is is_found


def test_translated_words_are_constants() -> None:
    """``lupdate`` collects constants: a formatted string would never be translated."""
    found = [
        at(path, call)
        for path in modules("ui")
        for name, call in calls(path)
        if name in {"tr", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}
        and call.args
        and isinstance(call.args[0], ast.JoinedStr)
    ]
    assert not found
