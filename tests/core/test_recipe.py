"""The recipe: one JSON, versioned, validated, the same after every round trip."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorstudio.core.adjust import Adjustments, HueBand
from colorstudio.core.errors import RecipeError
from colorstudio.core.hints import rasterize_hints
from colorstudio.core.recipe import Export, Hint, Master, Model, Recipe
from colorstudio.core.steering import Crop, Mask, MaskStroke, Palette, Patch

FRACTION = st.floats(0, 1)
HINTS = st.builds(
    Hint,
    points=st.lists(st.tuples(FRACTION, FRACTION), min_size=1, max_size=4).map(tuple),
    a=st.floats(-128, 128),
    b=st.floats(-128, 128),
    radius=st.floats(0.001, 0.5),
    evidence=st.text(max_size=20),
    source=st.text(max_size=20),
    author=st.text(max_size=20),
)
SHA = "ab" * 32
CORNERS = st.lists(st.tuples(FRACTION, FRACTION), min_size=3, max_size=5).map(tuple)
PATCHES = st.builds(
    Patch,
    points=CORNERS,
    model=st.none() | st.just(Model("books@2.0", SHA)),
    render_size=st.none() | st.integers(64, 2048),
    seed=st.none() | st.integers(0, 2**63 - 1),
    feather=FRACTION,
)
RECIPES = st.builds(
    Recipe,
    master=st.none() | st.just(Master("scan.tif", SHA, 2)),
    quarter_turns=st.integers(0, 3),
    model=st.none() | st.just(Model("photographs@1.0", SHA)),
    render_size=st.none() | st.integers(64, 2048),
    seed=st.none() | st.integers(0, 2**63 - 1),
    hints=st.lists(HINTS, max_size=3).map(tuple),
    patches=st.lists(PATCHES, max_size=3).map(tuple),
    mirrored=st.booleans(),
    crop=st.none() | st.just(Crop(0.1, 0.2, 0.7, 1.0)),
    guess_fade=st.none() | FRACTION,
    adjustments=st.builds(
        Adjustments,
        strength=FRACTION,
        saturation=st.floats(0, 3),
        tint=st.floats(-1, 1),
        hues=st.just((HueBand(0.5, 2.0), *[HueBand()] * 7)),
    ),
    export=st.none() | st.just(Export("tiff", 16)),
)


@given(RECIPES)
def test_a_recipe_survives_json(recipe: Recipe) -> None:
    assert Recipe.from_json(json.loads(json.dumps(recipe.to_json()))) == recipe


def test_the_document_shows_a_valid_recipe_and_names_every_field(repository: Path) -> None:
    text = (repository / "docs" / "recipe.md").read_text(encoding="utf-8")
    example = text.split("```json")[1].split("```")[0]
    data = json.loads(re.sub(r'"[0-9a-f]{4}…64 hexadecimal digits"', f'"{SHA}"', example))
    recipe = Recipe.from_json(data)
    assert data.keys() == recipe.to_json().keys()
    assert data["adjustments"].keys() == recipe.to_json()["adjustments"].keys()
    table = text.split("| field | meaning")[1]
    kinds = Recipe, Hint, Patch, Crop, Mask, MaskStroke, Palette, Adjustments, HueBand
    fields = {field.name for kind in kinds for field in dataclasses.fields(kind)}
    assert {name for name in fields if not re.search(rf"`(\w+[.\[\]]+)?{name}(\[\]|\.\w+)?`", table)} == set()


def test_an_empty_recipe_means_the_defaults() -> None:
    assert Recipe.from_json({"recipe": 1}) == Recipe()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([], "no recipe version"),
        ({"recipe": "1"}, "no recipe version"),
        ({"recipe": True}, "no recipe version"),
        ({"recipe": 0}, "no recipe version"),
        ({"recipe": -1}, "no recipe version"),
        ({"recipe": 2}, "newer Color Studio"),
        ({"recipe": 1, "strenght": 1}, "unknown field 'strenght'"),
        ({"recipe": 1, "adjustments": {"strenght": 1}}, "unknown field 'strenght'"),
        ({"recipe": 1, "hints": [{"points": [[0, 0]], "a": 1, "b": 2, "proof": "x"}]}, "unknown field 'proof'"),
        ({"recipe": 1, "hints": [{"points": [], "a": 1, "b": 2}]}, "points"),
        ({"recipe": 1, "hints": [{"points": [[0, 1.5]], "a": 1, "b": 2}]}, "points"),
        ({"recipe": 1, "render_size": 5}, "render_size"),
        ({"recipe": 1, "quarter_turns": 4}, "quarter_turns"),
        ({"recipe": 1, "luminance": {"mode": "ultraviolet"}}, "luminance"),
        ({"recipe": 1, "adjustments": {"strength": 7}}, "strength is 7"),
        ({"recipe": 1, "master": {"name": "x", "sha256": "short"}}, "sha256"),
    ],
)
def test_what_is_wrong_is_said(data: object, reason: str) -> None:
    with pytest.raises(RecipeError, match=reason) as error:
        Recipe.from_json(data, "wrong.json")
    assert "wrong.json" in str(error.value)


def test_recipes_are_read_from_files_and_from_sidecars(tmp_path: Path) -> None:
    recipe = Recipe(seed=4, adjustments=Adjustments(0.5))
    plain, sidecar, broken = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "c.json"
    plain.write_text(json.dumps(recipe.to_json()))
    sidecar.write_text(json.dumps({"sidecar": 1, "recipe": recipe.to_json()}))
    broken.write_text("{")
    assert Recipe.read(plain) == Recipe.read(sidecar) == recipe
    for path in (broken, tmp_path / "missing.json"):
        with pytest.raises(RecipeError, match=path.name):
            Recipe.read(path)


@pytest.mark.parametrize("content", [b"", b"{", b'{"recipe": 1, "seed": NaN}', b'{"recipe": "\xff"}', b"[" * 100_000])
def test_what_is_no_json_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    with pytest.raises(RecipeError, match=r"wrong\.json is not a usable recipe \(it is not readable JSON\)"):
        Recipe.read(path)


def test_hints_are_drawn_where_they_are_and_later_ones_cover() -> None:
    dot = Hint(((0.5, 0.25),), 30.0, -20.0, radius=0.1)
    stroke = Hint(((0.0, 0.8), (1.0, 0.8)), -5.0, 7.0, radius=0.05)
    planes = rasterize_hints([dot, stroke], width=80, height=40)
    assert planes[10, 40] == pytest.approx([30, -20, 1])
    assert planes[32, :, 2].all()
    assert planes[32, 5] == pytest.approx([-5, 7, 1])
    assert planes[20].max() == 0
    assert 36 <= planes[:20, :, 2].sum() <= 80


@given(FRACTION, FRACTION)
def test_the_smallest_hint_marks_its_pixel(x: float, y: float) -> None:
    planes = rasterize_hints([Hint(((x, y),), 10.0, 0.0, radius=1e-6)], width=31, height=17)
    rows, columns = np.nonzero(planes[..., 2])
    assert len(rows) >= 1
    assert abs(rows - min(y * 17, 16.999)).min() <= 1
    assert abs(columns - min(x * 31, 30.999)).min() <= 1
