"""The nouns that flow through Dateline: frozen, typed, without behaviour that needs another layer."""
