"""Renaming, moving, copying and deleting on the service, for one item and for thousands."""
