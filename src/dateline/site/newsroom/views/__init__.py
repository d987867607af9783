"""The desk's pages. Each says what its address needs; what is done is done by the modules above."""
