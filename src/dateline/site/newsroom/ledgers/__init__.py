"""The ledgers for the desk to look into: measures, one measure in every form, coverage, sources, a map that may be
published. All is read from the ledgers of this machine; nothing is fetched and nothing changed."""
