"""Reports written for this project, with what the tool finds in them: every line of the findings was read by a person.

`python tests/golden/update.py` writes the findings anew; the difference is then reviewed like any other change.
"""
