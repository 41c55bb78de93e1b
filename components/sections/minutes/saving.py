"""What the buttons of the forms do: they run before the page, with the entry that the reader saw."""

from collections.abc import Callable
from dataclasses import replace

from components.sections.minutes import drafts
from components.sections.minutes.drafts import signed
from components.sections.minutes.standing import desk, standing, trouble
from components.sections.minutes.unsaved import empty
from i18n import Text
from minutes import LIMITS, BadEntry, Entry, Meeting, NewerStore, Problem, Store, StoreDown
from minutes.model import now

CHANGING = "minutes_changing"
CHANGED = "minutes_changed"
AUTHOR = "minutes_author"
MEETING = "minutes_meeting_now"
Told = tuple[str, tuple[str, ...]]  # whether it went well (`good`, `bad`), and the sentences


def save_new(t: Text, form: str, draft: Entry, *, is_new_meeting: bool) -> None:
    """Keep what was written in the form of a card; on success the form is empty again."""

    def keep(store: Store) -> str:
        entry = written(form, draft)
        if is_new_meeting:
            entry = replace(entry, meeting=Meeting(text_in(form, "title"), drafts.entered(f"{form}_date")))
        kept = store.add(entry)
        drafts.leave(MEETING, kept.meeting)
        drafts.take(f"{form}_id")
        empty(form)
        return t("minutes.saved")

    attempt(t, form, keep, told_at=form)


def save_change(t: Text, form: str, base: Entry) -> None:
    """Keep a change of the entry that the reader saw when the form was opened."""

    def keep(store: Store) -> str:
        changed = replace(written(form, base), revision=base.revision + 1, state=drafts.entered(f"{form}_state"))
        overtaken = store.revise(replace(changed, made=now())).overtaken_by
        stop_changing(form)
        return t("minutes.overtaken") if overtaken else t("minutes.saved")

    attempt(t, form, keep, told_at=CHANGED)


def attempt(t: Text, form: str, keep: Callable[[Store], str], *, told_at: str) -> None:
    """Save, where the reader may at this moment; what went wrong is left for the form to say, success for `told_at`."""
    try:
        store = desk(standing())
        if store is None or not standing().may_write:
            tell(form, "bad", t("minutes.not_allowed"))
        else:
            tell(told_at, "good", keep(store))
    except BadEntry as fault:
        tell(form, "bad", *(problem_text(t, problem) for problem in fault.problems))
    except (StoreDown, NewerStore) as fault:
        tell(form, "bad", trouble(t, fault), t("minutes.not_saved"))


def written(form: str, entry: Entry) -> Entry:
    """The entry with what stands in the form's fields."""
    told = replace(
        entry,
        decision=text_in(form, "decision"),
        owner=text_in(form, "owner"),
        due=drafts.entered(f"{form}_due"),
    )
    drafts.leave(AUTHOR, text_in(form, "author"))
    return signed(told, standing(), text_in(form, "author"))


def text_in(form: str, name: str) -> str:
    """What stands in a field."""
    return str(drafts.entered(f"{form}_{name}") or "")


def problem_text(t: Text, problem: Problem) -> str:
    """What is wrong with a field."""
    return t(
        f"minutes.problem.{problem.reason}",
        field=t(f"minutes.field.{problem.field}"),
        limit=t.number(LIMITS.get(problem.field, 0)),
    )


def start_changing(entry: Entry) -> None:
    """Open the form that changes an entry."""
    drafts.leave(CHANGING, entry)


def stop_changing(form: str) -> None:
    """Close it; what was typed there and not saved is given up."""
    drafts.take(CHANGING)
    empty(form)


def tell(form: str, kind: str, *sentences: str) -> None:
    """Leave what became of a save for the form to say in the next run."""
    drafts.leave(f"{form}_told", (kind, sentences))
