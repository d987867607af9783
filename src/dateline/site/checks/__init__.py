"""Checks of drafts in the background, and what an editor decides about their findings."""
