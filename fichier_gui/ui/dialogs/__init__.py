"""Dialogs, opened with open() and awaited."""
