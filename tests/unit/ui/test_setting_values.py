"""Values of settings in words, as the table of an import shows them."""

from fichier_gui.domain.week import Pace, Week
from fichier_gui.ui.wording.setting_values import value_words

WEEK = "schedule"


def test_a_week_says_how_many_of_its_hours_are_limited() -> None:
    week = Week().painted([(0, hour) for hour in range(6)], Pace.LIMITED)
    assert value_words(WEEK, week.text) == "6 h slow, 0 h off"
    week = week.painted([(6, 23)], Pace.OFF)
    assert value_words(WEEK, week.text) == "6 h slow, 1 h off"
    assert value_words(WEEK, Week().text) == "Full speed all week"
