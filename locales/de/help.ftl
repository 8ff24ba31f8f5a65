# Help in place.
