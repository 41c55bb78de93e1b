"""What a screen reader says: every picture its title and figures, every table its heads, every choice its outcome."""

from browser_screen import BrowserScreen
from playwright.sync_api import expect

from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
SHADOWS = """const all = (root) => [...root.querySelectorAll('*')].flatMap((each) =>
  [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])])
const shown = (each) => each.checkVisibility({ visibilityProperty: true })"""
# Role, name and description of every picture that is shown, pictures within pictures apart.
PICTURES = f"""() => {{
  {SHADOWS}
  const told = (svg, name) => svg.getRootNode().getElementById(svg.getAttribute(name))?.textContent ?? ''
  const ours = (each) => each.localName === 'svg' && each.id
    && (each.getRootNode() !== document || each.closest('.sheet'))
  const drawn = all(document).filter((each) => ours(each) && shown(each))
  const plots = all(document).filter((each) => each.dataset.testid === 'stPlotlyChart' && shown(each))
  return [
    ...drawn.map((svg) => [svg.getAttribute('role'), told(svg, 'aria-labelledby'), told(svg, 'aria-describedby')]),
    ...plots.map((plot) => {{
      const named = plot.closest('[aria-label]') ?? plot.querySelector('[aria-label]')
      return [named?.getAttribute('role') ?? '', named?.getAttribute('aria-label') ?? '', '']
    }}),
  ]
}}"""
TABLES = """() => [...document.querySelectorAll('table')].filter((table) => table.checkVisibility())
  .map((table) => [...table.querySelectorAll('thead th')].map((each) => each.textContent.trim()))"""
# An address, and whether it shows pictures and tables.
SHOWN = [
    ("/", True, False),
    ("/sherbimet", True, False),
    ("/sherbimet?part=people", True, True),
    ("/qarku", True, False),
    ("/anketa?tab=chart", True, False),
    (f"{GIRLS}&tab=table", False, True),
    ("/te-dhenat", False, True),
    ("/programi", True, True),
]


def test_pictures_of_a_card_tell_their_figures(screen: BrowserScreen) -> None:
    for language, figure in (("sq", "73,7\u00a0%"), ("en", "73.7%")):
        area = words(language).area("AL-09")
        for tab in ("map", "chart"):
            screen.open(f"{GIRLS}&lang={language}&tab={tab}")
            pictures = screen.page.evaluate(PICTURES)
            assert len(pictures) == 2
            for role, name, description in pictures:
                assert role in ("group", "img", "figure")
                assert name
                # A map's counties are buttons and tell their figures themselves.
                assert role == "group" or (figure in name + description and area in name + description)


def test_every_picture_has_role_and_name_and_every_table_its_columns(screen: BrowserScreen) -> None:
    nameless = {}
    for address, pictured, tabled in SHOWN:
        screen.open(address)
        pictures, tables = screen.page.evaluate(PICTURES), screen.page.evaluate(TABLES)
        assert (bool(pictures), bool(tables)) == (pictured, tabled), address
        nameless[address] = [each for each in pictures if not (each[0] and each[1])]
        nameless[address] += [heads for heads in tables if not heads or "" in heads]
    assert {address: found for address, found in nameless.items() if found} == {}


def test_a_choice_far_away_is_told(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    screen.page.wait_for_timeout(1000)
    heard = screen.page.locator("body > .heard[role=status]")
    expect(heard).to_have_count(0)
    screen.pick("gender", words("sq")("gender.m"))
    expect(heard).to_contain_text(screen.page.locator(".st-key-card h2").inner_text())
    screen.go("/metodat")
    expect(heard).to_have_text(words("sq")("methods.title"))
