"""What the user can do, without a window; the one composition root."""
