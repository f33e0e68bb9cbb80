"""What is on the server as far as we know: store, refresh, order."""
