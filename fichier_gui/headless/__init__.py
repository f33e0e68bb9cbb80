"""The commands of the command line, over the same core; works with no Qt installed."""
