"""Other plausible colours for a picture: what a seed means to a generator that remembers hints.

A generator knows that a coat may be brown, green or grey; asked once, it answers with the middle of all. A seed
decides: a few places of which the generator is unsure, each of another thing, get a colour that real things of that
lightness and first guess have, as hints that the memory carries over the thing up to its edges. Places of which it is
sure are held by hints with the colours that they have. As all hints they lie at fractions of the picture: a seed names
the same variation at every render size.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from colorstudio.core.steering import Hint
from colorstudio.core.upsample import box_mean
from colorstudio.inference.card import ModelCard
from colorstudio.inference.real_colours import kind_of, real_colours
from colorstudio.inference.uncertainty import GuessMap, doubt_of, room_at

FloatArray = NDArray[np.float32]
Colour = tuple[float, float]
_Place = tuple[int, int]

_MOST_CHANGED, _MOST_HELD = 4, 10
_RADIUS = 0.006
"""Of a hint, as a fraction of the short side: the memory holds few cells, and small marks leave room for a person's."""

# Two places that differ by one of these are likely to show two things; the distance is in short sides.
_UNLIKE_LIGHTNESS, _UNLIKE_CHROMA, _UNLIKE_DISTANCE = 15.0, 10.0, 1.0
_TEXTURE = 8.0
"""L* deviation in a window at which a place counts half: a hint belongs inside a thing, not on its edge."""
_WINDOW, _MARGIN = 0.014, 0.04
"""Radius of the windows, and the border where no hint is put, as fractions of the short side."""
_MOST_AGAIN, _AGAIN_FROM = 4, 0.2
"""A large thing gets its colour at so many more places, about so far from each other, in short sides."""

_ALIKE = 0.4
"""How alike those places must look, 0 to 1."""

_LEAST_CHANGE, _LARGEST_CHANGE = 14.0, 22.0
"""a*, b* units between the first guess and another colour: less is not seen, more looks painted (in middle tones)."""
_RAREST, _RAREST_OF = 0.04, {"green": 0.08, "blue": 0.08}
"""Least share of a colour among real things; green and blue guesses say more of what it is: leaves, sky, water."""
_LEAST_SCORE = 0.2
"""Of a place, relative to the best one."""
_PALE = 3.0
"""Chroma that is added where strong colours are preferred: white is worth to be held, too."""
_SKIN_HUE, _SKIN_HUES, _SKIN_CHROMA, _SKIN_LIGHTNESS = 50.0, 12.0, (8.0, 16.0), (40.0, 55.0)
"""Hue of skin and its spread in degrees, chroma and L* between which a guess becomes skin: nobody wants a blue face."""
_SKIN_REACH = 5.0
"""Share of skin in a window, inverted, at which no colour is changed: not on the edge of a face either."""
_LEFT_ALONE = 0.25
"""Chance of a place, but for the most uncertain one, to keep its colours."""


def remembers_hints(card: ModelCard) -> bool:
    """Whether a generator carries a hint over all of the thing that it lies on."""
    return card.uses_hints and bool(card.arguments.get("hint_memory"))


def has_variations(card: ModelCard) -> bool:
    """Whether seeds make variations: by hints of their own, or else by the generator's noise."""
    return card.noise_channels > 0 or remembers_hints(card)


def variation_hints(lightness: FloatArray, guess: GuessMap, seed: int) -> tuple[Hint, ...]:
    """The hints that are a variation.

    Args:
        lightness: float32 (h, w), L* at the pack's render size.
        guess: what the generator answers there without a hint.
        seed: of the variation, 0 to 2^63 - 1.

    Returns:
        Those that hold sure places first, then those that change unsure ones; none where nothing is unsure.
    """
    scene = _Scene.of(lightness, guess)
    around_skin = np.minimum(_SKIN_REACH * _smooth(scene.skin, 2 * scene.radius), 1.0)
    unsure = _pick(scene.doubt * scene.inside * (1.0 - around_skin), scene.things, _MOST_CHANGED)
    if not unsure:
        return ()
    colours: list[tuple[_Place, Colour]] = []
    taken = list(unsure)
    for number, place in enumerate(unsure):
        places = [place, *_again(scene, place)]
        taken += places
        colour = _other_colour(scene.light[place], scene.ab[place], number, seed)
        colours += [(each, colour) for each in places if colour is not None]
    held = [(place, (float(scene.ab[place][0]), float(scene.ab[place][1]))) for place in _sure(scene, taken)]
    return tuple(_hint(place, colour, lightness.shape) for place, colour in (*held, *colours))


@dataclass(frozen=True)
class _Scene:
    """What is known about every place, smoothed over small windows.

    Attributes:
        radius: of the windows, in pixels.
        light, ab: float32 (h, w) and (h, w, 2), L* and the first guess.
        doubt: float32 (h, w), a*, b* units.
        inside: float32 (h, w), 1 amid a thing, less where there are edges, 0 at the border of the picture.
        skin: float32 (h, w), 0 to 1: how much the first guess looks like skin.
        things: float32 (h, w, 5): places a unit apart are likely to show different things; the last two are y and x.
    """

    radius: int
    light: FloatArray
    ab: FloatArray
    doubt: FloatArray
    inside: FloatArray
    skin: FloatArray
    things: FloatArray

    @classmethod
    def of(cls, lightness: FloatArray, guess: GuessMap) -> _Scene:
        """Look at a picture; the arguments are those of `variation_hints`."""
        radius = max(1, round(_WINDOW * min(lightness.shape)))
        light = _smooth(lightness, radius)
        ab = np.stack([_smooth(guess.samples[0][..., index], radius) for index in range(2)], axis=-1)
        texture = np.sqrt(np.maximum(box_mean(lightness**2, radius) - box_mean(lightness, radius) ** 2, 0.0))
        inside = (_amid(lightness.shape) / (1.0 + texture / _TEXTURE)).astype(np.float32)
        doubt = _smooth(doubt_of(lightness, guess.samples), radius)
        return cls(radius, light, ab, doubt, inside, _skin(light, ab), _things(light, ab))


def _smooth(plane: NDArray[np.floating], radius: int) -> FloatArray:
    return box_mean(box_mean(plane, radius), radius).astype(np.float32)


def _amid(shape: tuple[int, ...]) -> FloatArray:
    """float32 (h, w): 1 but for the border, where it is 0."""
    margin = round(_MARGIN * min(shape))
    amid = np.zeros(shape, np.float32)
    amid[margin : shape[0] - margin, margin : shape[1] - margin] = 1.0
    return amid


def _things(light: FloatArray, ab: FloatArray) -> FloatArray:
    """float32 (h, w, 5): places a unit apart are likely to show different things."""
    height, width = light.shape
    y, x = np.mgrid[:height, :width] / (_UNLIKE_DISTANCE * min(height, width))
    return np.dstack([light / _UNLIKE_LIGHTNESS, ab / _UNLIKE_CHROMA, y, x]).astype(np.float32)


def _skin(light: FloatArray, ab: FloatArray) -> FloatArray:
    hue = np.degrees(np.arctan2(ab[..., 1], ab[..., 0]))
    strong = np.interp(np.hypot(ab[..., 0], ab[..., 1]), _SKIN_CHROMA, (0.0, 1.0))
    strong *= np.interp(light, _SKIN_LIGHTNESS, (0.0, 1.0))
    return np.asarray(strong * np.exp(-0.5 * ((hue - _SKIN_HUE) / _SKIN_HUES) ** 2), np.float32)


def _pick(score: FloatArray, things: FloatArray, most: int) -> list[_Place]:
    """The places with the highest scores, each of another thing."""
    found: list[_Place] = []
    least = max(_LEAST_SCORE * float(score.max()), 1e-6)
    while len(found) < most:
        row, column = np.unravel_index(int(score.argmax()), score.shape)
        place = int(row), int(column)
        if score[place] <= least:
            break
        found.append(place)
        score = score * _unlike(things, place)
    return found


def _unlike(features: FloatArray, place: _Place) -> FloatArray:
    """How certain it is that places differ from one of them: float32 (h, w), 0 to 1."""
    return np.asarray(-np.expm1(-0.5 * ((features - features[place]) ** 2).sum(axis=-1)), np.float32)


def _sure(scene: _Scene, taken: list[_Place]) -> list[_Place]:
    """Places of other things than those taken, of whose colour the generator is sure: strong ones before pale ones."""
    typical = max(float(np.median(scene.doubt)), 1e-3)
    sure = np.maximum(np.exp(-scene.doubt / typical), scene.skin)
    score = (_PALE + np.hypot(scene.ab[..., 0], scene.ab[..., 1])) * sure * scene.inside
    for place in taken:
        score = score * _unlike(scene.things, place)
    return _pick(score, scene.things, _MOST_HELD)


def _again(scene: _Scene, place: _Place) -> list[_Place]:
    """More places of the thing at a place, which looks the same there, apart from each other but not far."""
    alike = scene.inside * (1.0 - _unlike(scene.things, place)) * (1.0 - _unlike(2.0 * scene.things[..., :3], place))
    near = scene.things[..., 3:] * np.float32(_UNLIKE_DISTANCE / _AGAIN_FROM)
    found = _pick(alike * _unlike(near, place), near, _MOST_AGAIN)
    return [each for each in found if alike[each] > _ALIKE]


def _other_colour(lightness: np.float32, guess: FloatArray, number: int, seed: int) -> Colour | None:
    """What a seed gives the `number`-th place instead of its first guess; None: it keeps its colours."""
    chance = _chance(seed, number)
    if number and chance < _LEFT_ALONE:
        return None
    chance = (chance - _LEFT_ALONE) / (1.0 - _LEFT_ALONE) if number else chance
    colours, shares = real_colours(float(lightness), float(guess[0]), float(guess[1]))
    apart = np.hypot(*(colours - guess).T)
    # The commoner a colour is, the likelier.
    rarest = _RAREST_OF.get(kind_of(float(guess[0]), float(guess[1])), _RAREST)
    others = apart >= _LEAST_CHANGE
    common = others & (shares >= rarest)
    weights = np.where(common if common.any() else others, shares, 0.0).cumsum()
    # In double precision: a chance of nearly 1 must not be rounded to 1, behind the last colour.
    chosen = int(np.searchsorted(weights, chance * float(weights[-1]), side="right"))
    largest = _LARGEST_CHANGE * room_at(lightness)
    a, b = guess + (colours[chosen] - guess) * min(1.0, largest / apart[chosen])
    return float(a), float(b)


# The additive recurrence of Roberts ("The unreasonable effectiveness of quasirandom sequences", 2018) in four
# dimensions: powers of the root of x^5 = x + 1. Neighbouring seeds lie as far apart as can be.
_STEPS = [round(2**64 / 1.1673039782614187**power) for power in range(1, _MOST_CHANGED + 1)]


def _chance(seed: int, number: int) -> float:
    """A number 0..1 for a seed and a place, in whole numbers until the last step: the same on every machine."""
    return ((seed * _STEPS[number] + 2**63) % 2**64) / 2**64


def _hint(place: _Place, colour: Colour, shape: tuple[int, ...]) -> Hint:
    (row, column), (height, width) = place, shape
    return Hint((((column + 0.5) / width, (row + 0.5) / height),), colour[0], colour[1], _RADIUS)
