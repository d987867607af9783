"""How Sphinx builds these pages into a site: `make docs-site`. Nothing on it is loaded from elsewhere."""

from __future__ import annotations

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

project = "Dateline"
author = "the Dateline project"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
#: Headings that a link may name: page.md#like-this, as on the forges that show these files.
myst_heading_anchors = 3
nitpicky = True
#: A fence without a language is shown as it stands.
highlight_language = "text"
html_theme = "furo"
html_title = "Dateline"
html_static_path = ["site"]
html_css_files = ["dateline.css"]
html_copy_source = False
html_show_sourcelink = False
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app: Sphinx) -> None:
    """Tables of commas are shown as they stand."""
    app.add_lexer("csv", TextLexer)
