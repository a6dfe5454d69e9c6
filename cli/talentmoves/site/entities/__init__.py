"""The pages of people, companies, moves, claims, sources, roles and products, and their lists."""
