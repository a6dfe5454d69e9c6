"""The site: every entity, report, term and rule as a page, drawn when a release is made."""
