"""Validation: what is wrong with the data, where, and how to mend it."""
