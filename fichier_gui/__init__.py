"""A desktop program for 1fichier.com."""

__version__ = "0.1.0"
