"""Minutes in words: meetings, moments, and the facts about a decision."""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from i18n import Text
from minutes import Entry, Meeting

PLACE = "Europe/Tirane"


def meeting_name(t: Text, meeting: Meeting) -> str:
    """`4 mars 2025 · Komiteti rajonal, Dibër`."""
    return t("minutes.meeting", date=t.date(meeting.date), title=meeting.title)


def facts(t: Text, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(label, text): owner, due date, state, who wrote it and when."""
    due = t.date(entry.due) if entry.due else t("minutes.no_due")
    return (
        (t("minutes.field.owner"), entry.owner),
        (t("minutes.field.due"), due),
        (t("minutes.field.state"), t(f"minutes.state.{entry.state}")),
        (t("minutes.field.author"), author(t, entry)),
    )


def author(t: Text, entry: Entry) -> str:
    """Who wrote it, whether that is proved, and when."""
    moment = moment_text(t, entry.made)
    if entry.signed_in:
        return t("minutes.written_signed", name=entry.author, moment=moment)
    return t("minutes.written", name=entry.author, moment=moment)


def moment_text(t: Text, moment: datetime.datetime) -> str:
    """Day and time in Albania; in UTC, and said so, on a machine that does not know its clock."""
    try:
        local, zone = moment.astimezone(ZoneInfo(PLACE)), ""
    except ZoneInfoNotFoundError:
        local, zone = moment, " UTC"
    return f"{t.date(local.date())}, {local:%H:%M}{zone}"
