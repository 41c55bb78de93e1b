"""The words of an XLSForm given to the columns of its answers, and several choices in one cell put into columns."""

from dataclasses import replace

import pandas as pd

from data.reading.raw_table import RawTable
from data.reading.select_multiple import split_choices
from data.reading.xlsform import Form

_SPLIT = "text of several choices: split into its 0/1 columns {} … {}"
_NOT_SPLIT = "several choices in one cell, and the form does not name all of them: give it 0/1 columns"


def labelled(table: RawTable, form: Form) -> RawTable:
    """The table with the form's words: for columns `q` and `group/q`, and for groups `q` with columns `q/choice`.

    Several choices that stand in one cell only become such columns, or are left out where that cannot be done.
    """
    table = _split(table, form)
    labels, value_labels, routing = dict(table.labels), dict(table.value_labels), dict(table.routing)
    english, english_values = dict(table.english), dict(table.english_values)
    for column in map(str, table.values.columns):
        path = column.split("/")
        name, parent = path[-1], path[-2] if len(path) > 1 else ""
        if name in form.choices.get(parent, {}):
            group = "/".join(path[:-1])
            labels[column] = form.choices[parent][name]
            labels |= {group: form.labels[parent]} if parent in form.labels else {}
            routing |= {group: form.relevant[parent]} if parent in form.relevant else {}
            english |= _only(column, form.english_choices.get(parent, {}).get(name, ""))
            english |= _only(group, form.english.get(parent, ""))
            continue
        labels |= {column: form.labels[name]} if name in form.labels else {}
        value_labels |= {column: form.choices[name]} if form.choices.get(name) else {}
        routing |= {column: form.relevant[name]} if name in form.relevant else {}
        english |= _only(column, form.english.get(name, ""))
        english_values |= {column: form.english_choices[name]} if form.english_choices.get(name) else {}
    return replace(
        table,
        labels=labels,
        value_labels=value_labels,
        routing=routing,
        english=english,
        english_values=english_values,
    )


def _split(table: RawTable, form: Form) -> RawTable:
    """The table without cells of several choices: 0/1 columns stand in their place, or `left_out` says why not."""
    columns = [str(column) for column in table.values]
    joined = [
        column
        for column in columns
        if column.split("/")[-1] in form.several and not any(each.startswith(f"{column}/") for each in columns)
    ]
    left_out = dict(table.left_out)
    parts: list[pd.Series | pd.DataFrame] = []
    for column in columns:
        cells = table.values[column]
        if column not in joined:
            parts.append(cells)
            continue
        choices = form.choices.get(column.split("/")[-1], {})
        made = split_choices(cells, choices) if choices else None
        if made is None:
            left_out[column] = _NOT_SPLIT
        else:
            made = made.add_prefix(f"{column}/")
            parts.append(made)
            left_out[column] = _SPLIT.format(made.columns[0], made.columns[-1])
    return replace(table, values=pd.concat(parts, axis=1), left_out=left_out) if joined else table


def _only(key: str, label: str) -> dict[str, str]:
    return {key: label} if label else {}
