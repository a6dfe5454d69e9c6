"""Concrete repairs: one module a kind of repair, put together in ``registry``.

``problem`` says what a repair is told and what it gives back, ``turtle`` writes terms as the file writes them.
"""
