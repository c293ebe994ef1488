"""Settings on their way from one scan to another."""

from __future__ import annotations

import json

import pytest

from colorstudio.core.adjust import Adjustments
from colorstudio.core.errors import RecipeError
from colorstudio.core.recipe import Recipe
from colorstudio.core.steering import Crop, Hint, Look, Mask, MaskStroke, Model, Palette, PaletteCell
from colorstudio.engine.messages import ChromaChoice
from colorstudio.ui.edit import Edit, Orientation
from colorstudio.ui.settings_transfer import (
    Part,
    parts_of,
    read_settings,
    setting_of,
    settings_text,
    with_settings,
)

HINT = Hint(((0.25, 0.5),), 20.0, 30.0, evidence="catalogue", source="no. 123", author="Kim")
MASK = Mask(0.0, (MaskStroke("brush", ((0.1, 0.2), (0.3, 0.4))),))
PALETTE = Palette("album.jpg", (PaletteCell(50.0, 0.5, 10.0, -5.0, 2.0, 3.0, 1.0),))
FULL = Edit(
    ChromaChoice("illustrations", 384, 7, (HINT,)),
    Orientation(1, True),
    Crop(0.1, 0.1, 0.9, 0.9),
    Look(Adjustments(saturation=1.5), MASK, PALETTE, 0.4),
)
PLAIN = Edit(ChromaChoice("photographs", 256), Orientation(2), Crop(0.0, 0.0, 0.5, 0.5))


def test_copied_settings_are_read_back_whole() -> None:
    pasted = with_settings(PLAIN, read_settings(settings_text(FULL)), tuple(Part))
    assert pasted.look == FULL.look
    assert pasted.choice == FULL.choice


def test_turns_and_crop_belong_to_the_scan() -> None:
    pasted = with_settings(PLAIN, read_settings(settings_text(FULL)), tuple(Part))
    assert (pasted.orientation, pasted.crop) == (PLAIN.orientation, PLAIN.crop)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part.ADJUSTMENTS, PLAIN.with_look(adjustments=FULL.look.adjustments)),
        (Part.PALETTE, PLAIN.with_look(palette=PALETTE)),
        (Part.GUESS_FADE, PLAIN.with_look(guess_fade=0.4)),
        (Part.MASK, PLAIN.with_look(mask=MASK)),
        (Part.MODEL, PLAIN.with_choice(model="illustrations", render_size=384, seed=7)),
        (Part.HINTS, PLAIN.with_choice(hints=(HINT,))),
    ],
)
def test_each_part_goes_alone(part: Part, expected: Edit) -> None:
    assert with_settings(PLAIN, read_settings(settings_text(FULL)), [part]) == expected


def test_no_part_changes_nothing() -> None:
    assert with_settings(PLAIN, read_settings(settings_text(FULL)), []) == PLAIN


def test_a_recipe_and_a_sidecar_can_be_pasted_too() -> None:
    recipe = Recipe(model=Model("illustrations@1.0", "0" * 64), adjustments=Adjustments(tint=0.5))
    for content in (recipe.to_json(), {"recipe": recipe.to_json(), "master": {}}):
        copied = read_settings(json.dumps(content))
        assert copied.recipe == recipe
        assert copied.model == "illustrations@1.0"


def test_the_text_is_a_recipe_file(tmp_path: object) -> None:
    path = tmp_path / "settings.json"  # type: ignore[operator]
    path.write_text(settings_text(FULL), encoding="utf-8")
    assert Recipe.read(path).hints == (HINT,)


@pytest.mark.parametrize("text", ["", "a letter", "[1]", '{"a": 1}', '{"recipe": true}', '{"recipe": {"recipe": 0}}'])
def test_what_holds_no_settings_is_refused(text: str) -> None:
    with pytest.raises(RecipeError):
        read_settings(text)


def test_parts_are_remembered_by_name() -> None:
    assert parts_of(setting_of(tuple(Part))) == tuple(Part)
    assert parts_of("hints nonsense adjustments") == (Part.ADJUSTMENTS, Part.HINTS)
    assert parts_of("") == ()
