"""Names of the world's places, their peoples and their regions. Data that scripts in the repository derive, and the
automaton that finds them in a text."""
