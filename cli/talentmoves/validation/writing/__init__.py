"""Findings written out: one module a format, put together in ``formats``.

``outcome`` is what all of them are given; ``block`` shows one finding with its source lines.
"""
