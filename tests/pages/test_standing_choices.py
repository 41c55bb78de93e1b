"""What a link inside the app leaves as it is."""

from screen import Screen


def test_a_link_inside_the_app_keeps_published_only_and_the_agenda() -> None:
    screen = Screen().follow("risk", kind="published", agenda="risk.population", gender="f")
    screen.test.query_params.clear()
    screen.test.query_params.update({"indicator": "school_attendance_15_17", "lang": "en"})
    screen.test.run()
    assert screen.record() == {
        "indicator": "school_attendance_15_17",
        "lang": "en",
        "kind": "published",
        "agenda": "risk.population",
    }


def test_a_link_that_says_all_is_believed() -> None:
    screen = Screen().follow("risk", kind="published")
    screen.test.query_params.clear()
    screen.test.query_params.update({"indicator": "population", "kind": "all"})
    screen.test.run()
    assert screen.record()["kind"] == "all"
