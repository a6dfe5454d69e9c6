"""What a release says of itself: DCAT, VoID, schema.org, Croissant and the rest, from one source of metadata."""
