"""What can be wrong with a file that is handed back to us."""

from typing import Final, Literal

from components.exports.provenance.model import Provenance

Reason = Literal["too_large", "unknown_kind", "no_provenance", "damaged", "other_format", "edited"]
REASONS: Final[tuple[Reason, ...]] = (
    "too_large",
    "unknown_kind",
    "no_provenance",
    "damaged",
    "other_format",
    "edited",
)


class ProvenanceProblem(Exception):
    """No provenance to rely on; `reason` is one of REASONS, `found` what an edited file says all the same."""

    def __init__(self, reason: Reason, found: Provenance | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.found = found
