"""Item models: ids and values for the views."""
