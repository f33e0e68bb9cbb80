"""Every sentence the user reads; imports no Qt at load, so that headless commands can speak."""
