"""Making a release: all of its parts at once, and then the whole of it in its place."""
