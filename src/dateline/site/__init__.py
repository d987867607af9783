"""The newsroom: a site where a desk checks and publishes reports, and readers see the proof. Django; extra `site`."""
