"""The simulated 1fichier service: the ground truth of the tests, and the demo."""
