"""Jobs: what the command line asks for, run by whichever process owns the profile."""
