"""Entities: finding one by its name, and telling all that is known of it."""
