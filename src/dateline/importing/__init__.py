"""Filling the ledgers: what sources read goes into the store, whole or not at all."""
