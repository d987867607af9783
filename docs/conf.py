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


#: What the theme leaves undone for people without a mouse or without sight: what scrolls can be reached by keyboard,
#: and headings say of what level they are.
REACHABLE = (
    ('<div class="highlight"><pre>', '<div class="highlight"><pre tabindex="0">'),
    ('<div class="table-wrapper colwidths-auto', '<div tabindex="0" class="table-wrapper colwidths-auto'),
)


def reachable(app: Sphinx, page: str, template: str, context: dict[str, str], doctree: object) -> None:
    """Mends the page's body and its list of contents before they are put into the template."""
    for written, wanted in REACHABLE:
        context["body"] = context.get("body", "").replace(written, wanted)
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app: Sphinx) -> None:
    """Tables of commas are shown as they stand; pages are mended last."""
    app.add_lexer("csv", TextLexer)
    app.connect("html-page-context", reachable, priority=900)
