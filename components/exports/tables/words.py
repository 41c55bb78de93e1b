"""The keys of the fixed words that the formats need (section `file` of the words; none of them takes arguments)."""

from typing import Final

SHEETS: Final = (
    "sheet_data",
    "sheet_chart",
    "sheet_about",
    "sheet_measures",
    "sheet_columns",
    "sheet_sources",
    "sheet_states",
)
ABOUT: Final = (
    "title",
    "caption",
    "filters",
    "rows",
    "release",
    "version",
    "made",
    "method",
    "citation",
    "licence",
    "address",
)
MEASURE: Final = (
    "code",
    "label",
    "definition",
    "universe",
    "unit",
    "decimals",
    "direction",
    "method",
    "interval",
    "comparability",
)
SOURCE: Final = ("source", "source_citation", "address")
STATE: Final = ("code", "state", "meaning")
COLUMN: Final = ("column", "heading", "meaning")
CHART: Final = (
    "chart_row",
    "chart_value",
    "chart_low",
    "chart_upp",
    "chart_minus",
    "chart_plus",
    "chart_only",
    "chart_first",
    "chart_interval",
    "chart_hidden",
    "chart_unreliable",
    "chart_made_up",
    "sources_there",
)
README: Final = (
    "readme_files",
    "readme_query",
    "readme_states",
    "readme_hidden",
    "readme_codes",
    "readme_cite",
    "readme_licence",
    "readme_check",
    "about_csv",
    "about_csv_semicolon",
    "about_xlsx",
    "about_parquet",
    "about_json",
    "about_sdmx",
    "about_codebook",
    "about_measures",
    "about_sources",
    "about_citation",
    "about_licence",
    "about_provenance",
    "about_datapackage",
    "about_pictures",
)
WORDS: Final = tuple(
    dict.fromkeys(
        (
            "product",
            "demonstration",
            "demonstration_long",
            *SHEETS,
            *ABOUT,
            *MEASURE,
            *SOURCE,
            *STATE,
            *COLUMN,
            *CHART,
            *README,
        )
    )
)
