"""Tables for other programs: comma-separated values, and a page of links. Pure."""

import csv
import html
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """RFC 4180, with a byte order mark: spreadsheets then read it as what it is, UTF-8."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(header)
    writer.writerows(rows)
    return "\ufeff" + sheet.getvalue()


def links_text(links: Iterable[str]) -> str:
    """One link a line."""
    return "".join(f"{link}\n" for link in links)


def links_page(title: str, links: Iterable[tuple[str, str, str]]) -> str:
    """A page with a list of (link, name, size in words)."""
    lines = (
        f'<li><a href="{html.escape(link)}">{html.escape(name)}</a> {html.escape(size)}</li>'
        for link, name, size in links
    )
    head = f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
    return "\n".join((head, "<body>", "<ul>", *lines, "</ul>", "</body>", "</html>", ""))
