"""Checking that a release is whole and unaltered, in a folder or on a web server, whatever is wrong with it."""
