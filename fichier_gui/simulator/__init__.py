"""The simulated 1fichier service: the ground truth of the tests, and the demo.

It imports nothing else of this program, so a mistake of the program cannot hide in it.

* `service.Service`: the behaviour, without sockets and with an injected clock.
* `server.SimulatorServer`, `threaded.ThreadedSimulator`: the HTTP face.
* `switches.Switches`: the open questions, each with its likely answer as default.
* `faults.FaultPlan`: what goes wrong, as data.
* `sample.fill`: a pleasant account for the demo.

Sections (§) in the comments are those of the API reference that the project works from.
"""
