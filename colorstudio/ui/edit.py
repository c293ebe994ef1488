"""The parameters of an open scan, and how they turn into a recipe and back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from colorstudio.core.geometry import (
    Orientation,
    PointMap,
    mirroring,
    moved_crop,
    moved_hints,
    moved_mask,
    moved_patches,
    turning,
)
from colorstudio.core.steering import Crop, Look
from colorstudio.engine.messages import ChromaChoice

if TYPE_CHECKING:
    from colorstudio.core.recipe import Recipe


@dataclass(frozen=True)
class Edit:
    """All parameters of a result; pixels are derived from them.

    Attributes:
        choice: what decides the predicted chroma.
        orientation: of the picture; all places in the parameters are those of the picture so turned.
        crop: the part that is exported; None: all.
        look: what is done to the chroma.
    """

    choice: ChromaChoice
    orientation: Orientation = field(default_factory=Orientation)
    crop: Crop | None = None
    look: Look = field(default_factory=Look)

    def to_recipe(self) -> Recipe:
        """Return the recipe; its master, model and export are filled in by whoever knows them."""
        from colorstudio.core.recipe import Recipe

        return Recipe(
            quarter_turns=self.orientation.quarter_turns,
            mirrored=self.orientation.mirrored,
            crop=self.crop,
            render_size=self.choice.render_size or None,
            seed=self.choice.seed,
            hints=self.choice.hints,
            patches=self.choice.patches,
            adjustments=self.look.adjustments,
            mask=self.look.mask,
            palette=self.look.palette,
            guess_fade=self.look.guess_fade,
        )

    @classmethod
    def from_recipe(cls, recipe: Recipe, model: str) -> Edit:
        """Return the parameters of a recipe.

        Args:
            recipe: any.
            model: the pack for a recipe that names none.
        """
        reference = recipe.model.reference if recipe.model else model
        choice = ChromaChoice(reference, recipe.render_size or 0, recipe.seed, recipe.hints, recipe.patches)
        return cls(choice, Orientation(recipe.quarter_turns, recipe.mirrored), recipe.crop, recipe.look)

    def turned(self, quarter_turns: int) -> Edit:
        """Return this edit with the picture, as it is seen, turned further clockwise."""
        orientation = self.orientation
        turns = orientation.quarter_turns + (-quarter_turns if orientation.mirrored else quarter_turns)
        return self._moved(replace(orientation, quarter_turns=turns % 4), turning(quarter_turns))

    def mirrored(self) -> Edit:
        """Return this edit with left and right of the picture, as it is seen, exchanged."""
        return self._moved(replace(self.orientation, mirrored=not self.orientation.mirrored), mirroring)

    def flipped(self) -> Edit:
        """Return this edit with top and bottom of the picture, as it is seen, exchanged: half a turn of its mirror."""
        return self.mirrored().turned(2)

    def _moved(self, orientation: Orientation, place: PointMap) -> Edit:
        choice = replace(
            self.choice,
            hints=moved_hints(self.choice.hints, place),
            patches=moved_patches(self.choice.patches, place),
        )
        look = replace(self.look, mask=moved_mask(self.look.mask, place))
        return replace(self, choice=choice, orientation=orientation, crop=moved_crop(self.crop, place), look=look)

    def with_look(self, **fields: Any) -> Edit:
        """Return this edit with fields of its look replaced."""
        return replace(self, look=replace(self.look, **fields))

    def with_choice(self, **fields: Any) -> Edit:
        """Return this edit with fields of its choice replaced."""
        return replace(self, choice=replace(self.choice, **fields))
