# Settings of the hub.
