"""A framed picture with everything in it, for the tests of pictures."""

from typing import Any

MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" id="map">'
    "<style>#map .c{fill:red}</style>"
    '<defs><pattern id="h" width="4" height="4"><path d="M0 0h4"/></pattern></defs>'
    '<rect id="AL-09" class="c" width="400" height="500" fill="url(#h)"/><use href="#AL-09"/></svg>'
)
METADATA = {"Title": "Ndjekja e shkollës ]]> <ë>", "Release": "2026-11-23-a41f"}
FRAME: dict[str, Any] = {
    "product": "Harta TQNJ",
    "title": "Në Dibër dhe Kukës më pak vajza 15–17 vjeç ndjekin shkollën se në Tiranë dhe Shkodër",
    "caption": "Përqindja që ndjek shkollën · vajza 15–17 vjeç · katër qarqet · 2017–18 · baza për çdo qark",
    "pills": [
        "Vajza",
        "15–17 vjeç",
        "Para programit",
        "Katër qarqet",
        "Dymbëdhjetë qarqet",
        "Krahasim: vajza dhe djem",
    ],
    "legend": [("ok", "vlerë e botuar"), ("unreliable", "(vlerë) e pasigurt"), ("suppressed", "fshehur: <5")],
    "notes": [
        "Mes Dibrës dhe Kukësit nuk mund të themi se ka dallim; të dy janë më poshtë se Tirana dhe Shkodra. " * 2
    ],
    "source_lines": [
        "Burimi: Global Data Lab, Area Database, baza n 532, botimi 2026-11-23-a41f. " * 3,
        "Licenca: CC BY 4.0",
    ],
    "metadata": METADATA,
}
