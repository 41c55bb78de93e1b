"""How wide words are in Arial, and in Liberation Sans, which has the same widths: neither comes with this program."""

import unicodedata

# Advance widths in thousandths of the type size, as the typeface's own table has them.
REGULAR = {
    191: "'", 222: "ijl’‘", 260: "|", 278: " \u00a0!,./:;I[\\]ft", 333: "()-`r·“”", 334: "{}", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz", 549: "±", 556: "#$0123456789?L_abdeghnopqu«»–", 584: "+<=>~−", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "…‰←→—", 1015: "@",
}  # fmt: skip
BOLD = {
    238: "'", 278: " \u00a0,./I\\ijl’‘", 280: "|", 333: "!()-:;[]`ft·", 389: "*r{}", 474: '"', 500: "z“”", 549: "±",
    556: "#$0123456789J_aceksvxy«»–", 584: "+<=>^~−", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@", 1000: "…‰←→—",
}  # fmt: skip
WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, REGULAR), (True, BOLD))
}
WIDEST = 1000  # a letter that the table does not know
POINTS = 72  # in an inch


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in inches at `size` points; a letter with an accent is as wide as without."""
    table = WIDTHS[bold]
    letters = unicodedata.normalize("NFD", words)
    told = sum(table.get(letter, WIDEST) for letter in letters if not unicodedata.combining(letter))
    return told / 1000 * size / POINTS
