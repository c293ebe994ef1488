"""All parameters of a training that a person may set, with their words."""

from __future__ import annotations

from colorstudio.ui.training.wizard.words_of_learning import DISCRIMINATOR, GENERATOR, LENGTH, LOSS, OPTIMIZER
from colorstudio.ui.training.wizard.words_of_pictures import AUGMENT, DATA, HINTS, MACHINE, PACK, VALIDATION

GROUPS = (LENGTH, LOSS, OPTIMIZER, GENERATOR, DISCRIMINATOR, HINTS, AUGMENT, DATA, VALIDATION, MACHINE, PACK)
"""In the order of the page."""

ASKED_ELSEWHERE = frozenset(
    {
        "recipe",
        "steps",
        "data.folders",
        "data.left_out",
        "generator.arguments",
        "generator.init_from",
        "generator.mean_of",
        "pack.name_en",
        "pack.name_ko",
        "pack.licence",
        "pack.training_data",
        "pack.sources",
        "pack.failures",
    }
)
"""Parameters that other pages ask for."""
