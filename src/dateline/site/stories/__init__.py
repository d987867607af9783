"""Stories as readers see them: revisions, publications, figures, corrections, and the pages that show them."""
