"""The rules: the shapes read and compiled (``rulebook``), what is known of each rule (``catalogue``), and its explanation and page."""
