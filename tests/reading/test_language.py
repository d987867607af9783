"""Languages told apart, crudely and honestly."""

from __future__ import annotations

import pytest

from dateline.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia launched 367 drones and missiles at the country.", "en"),
        ("Russia launched 367 drones.", "en"),
        ("KYIV: 367 drones, 45 missiles", "en"),
        ("Сили оборони збили 296 безпілотників із 728, повідомили в Києві.", "uk"),
        ("Россия выпустила 367 беспилотников по Украине за одну ночь.", "ru"),
        ("Russland hat in der Nacht die Ukraine mit 367 Drohnen angegriffen, und das war der größte Angriff.", "de"),
        ("La Russie a lancé 367 drones sur le pays dans la nuit, et les forces ont été la cible de missiles.", "fr"),
        (
            "Rosja wystrzeliła w nocy 367 dronów i rakiet, co jest największym atakiem od początku wojny.",
            "pl",
        ),
        ("أطلقت روسيا 367 طائرة مسيرة", "ar"),
        ("ロシアは367機の無人機を発射した", "ja"),
        ("俄罗斯发射了三百六十七架无人机", "zh"),
        ("367 45 12", "und"),
        ("xqz " * 60, "und"),
    ],
)
def test_detect(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_foreign_names_and_quotes_do_not_turn_a_report() -> None:
    text = (
        "Le Monde and Die Zeit reported that the raid on Kharkiv (Харків) was the largest of the war, with 367 drones."
    )
    assert detect_language(text) == "en"
