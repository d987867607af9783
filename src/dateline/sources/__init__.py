"""Publishers' files to records: one module and one description (`.yml`) a source, no module knows another.

A source reads a file in its publisher's own format and gives an `Intake`: the rows it could read, and by name and
reason everything it put aside. It neither writes nor judges.
"""

#: Every source, in the order in which it was added: a module and a description of the same name.
SOURCES = (
    "deepstate", "airforce", "hrmmu", "mapped_area", "talks", "officials", "gaza",
    "ucdp_ged", "ucdp_candidate", "acled", "own_csv",
)  # fmt: skip
#: What the sources share: opening and reading files, spans of days and amounts as publishers write them, places,
#: polygons; and fetching files: where they are, over which line, within which limits, and what is kept beside them.
SHARED = (
    "intake", "spans", "amounts", "description", "opening", "tables", "documents", "regions", "ucdp",
    "polygons", "plain_geojson",
    "addresses", "connection", "download", "receipts",
)  # fmt: skip
