"""Who is who: accounts, roles and what each role may do."""
