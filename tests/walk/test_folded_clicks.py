"""Clicks that arrive while a part runs reach the server folded into one, with the address from before the last: the
choice stands all the same. Spoken in Streamlit's own language, so that the order is the test's."""

import asyncio

from app_server import AppServer

from bench.reader import Reader
from i18n import words

GIRLS = "indicator=school_attendance_15_17"
WOMEN, MEN = (words("sq")(f"gender.{code}") for code in ("f", "m"))


async def folded(url: str) -> list[str]:
    """The address after women were chosen, and after the same request came once more with the address of before."""
    reader = await Reader.opened(url, "rreziku", GIRLS)
    before, shown = reader.query, []
    for address in (before, before):
        gender = reader.filters["gender"]
        reader.query = address
        await reader.run([gender.said(gender.options.index(WOMEN))], gender.fragment)
        shown.append(reader.query)
    gender = reader.filters["gender"]
    reader.query = before
    await reader.run([gender.said(gender.options.index(MEN))], gender.fragment)
    await reader.close()
    return [*shown, reader.query]


def test_a_request_with_an_earlier_address_undoes_no_choice(server: AppServer) -> None:
    first, again, then = asyncio.run(folded(server.url))
    assert "gender=f" in first
    assert "gender=f" in again, "it is shown again, as the browser's address says it not"
    assert "gender=m" in then
