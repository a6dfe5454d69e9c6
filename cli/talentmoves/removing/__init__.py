"""Take a person out of a data set, so that nothing tells of them but a hash."""
