"""Characters that mean something in HTML, as the service and the desktop write them.

``html`` holds two thousand names of characters, half a mebibyte that a start does without: it is imported
when a text has one.
"""


def escaped(text: str) -> str:
    """``text`` for a place where mark-up is read, outside a tag."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """What a reader sees of ``text``."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)
