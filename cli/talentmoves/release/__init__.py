"""Releases: dumps, their description and their checksums, in one directory."""
