"""Writers: each turns a table into text of one format."""
