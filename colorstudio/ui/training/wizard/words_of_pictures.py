"""The words of the parameters about pictures, computer, and the model that comes out."""

from __future__ import annotations

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.ui.training.wizard.words import Group, Words

_AUTOMATIC = QT_TRANSLATE_NOOP("training", "Automatic")

HINTS = Group(
    "hints",
    QT_TRANSLATE_NOOP("training", "Colour hints"),
    {
        "hints.probability": Words(
            QT_TRANSLATE_NOOP("training", "Pictures with hints"),
            QT_TRANSLATE_NOOP("training", "How often a picture is shown with some of its colours given, 0 to 1."),
        ),
        "hints.rate": Words(
            QT_TRANSLATE_NOOP("training", "Few or many"),
            QT_TRANSLATE_NOOP("training", "One divided by the mean number of hints; used where the most hints are 0."),
        ),
        "hints.most": Words(
            QT_TRANSLATE_NOOP("training", "Most hints"),
            QT_TRANSLATE_NOOP("training", "Largest number of hints in a picture; one is as likely as dozens."),
        ),
        "hints.largest_patch": Words(
            QT_TRANSLATE_NOOP("training", "Largest hint (px)"),
            QT_TRANSLATE_NOOP("training", "Largest side of the patch whose colour is given."),
        ),
    },
)

AUGMENT = Group(
    "augment",
    QT_TRANSLATE_NOOP("training", "Variation of the pictures"),
    {
        "augment.scale_min": Words(
            QT_TRANSLATE_NOOP("training", "Smallest crop"),
            QT_TRANSLATE_NOOP("training", "Side of the smallest crops, as a share of the picture's short side."),
        ),
        "augment.scale_max": Words(
            QT_TRANSLATE_NOOP("training", "Largest crop"),
            QT_TRANSLATE_NOOP("training", "Side of the largest crops, as a share of the picture's short side."),
        ),
        "augment.flip": Words(
            QT_TRANSLATE_NOOP("training", "Mirror at random"),
            QT_TRANSLATE_NOOP("training", "Shows every second picture mirrored: it is as if there were more of them."),
        ),
        "augment.probability": Words(
            QT_TRANSLATE_NOOP("training", "Change tones"),
            QT_TRANSLATE_NOOP(
                "training", "How often gamma, contrast, grain and blur of the grey input are changed, 0 to 1."
            ),
        ),
        "augment.gamma": Words(
            QT_TRANSLATE_NOOP("training", "Most gamma"),
            QT_TRANSLATE_NOOP("training", "Largest change of gamma, as an exponent of 2."),
        ),
        "augment.contrast": Words(
            QT_TRANSLATE_NOOP("training", "Most contrast"),
            QT_TRANSLATE_NOOP("training", "Largest relative change of the contrast."),
        ),
        "augment.grain": Words(
            QT_TRANSLATE_NOOP("training", "Most grain"),
            QT_TRANSLATE_NOOP("training", "Largest strength of added grain, in L*."),
        ),
        "augment.blur": Words(
            QT_TRANSLATE_NOOP("training", "Most blur"),
            QT_TRANSLATE_NOOP("training", "Largest radius of blur, in pixels of the crop."),
        ),
        "augment.fading": Words(
            QT_TRANSLATE_NOOP("training", "Fading"),
            QT_TRANSLATE_NOOP("training", "How often the grey input is faded as an old print is, 0 to 1."),
        ),
        "augment.vignette": Words(
            QT_TRANSLATE_NOOP("training", "Vignettes"),
            QT_TRANSLATE_NOOP("training", "How often it gets darker or lighter towards the corners, 0 to 1."),
        ),
        "augment.halftone": Words(
            QT_TRANSLATE_NOOP("training", "Halftone"),
            QT_TRANSLATE_NOOP("training", "How often it gets the screen of a printed picture, 0 to 1."),
        ),
        "augment.borders": Words(
            QT_TRANSLATE_NOOP("training", "Film borders"),
            QT_TRANSLATE_NOOP("training", "How often it gets the border of a film or of paper, 0 to 1."),
        ),
        "augment.paper_tint": Words(
            QT_TRANSLATE_NOOP("training", "Other paper"),
            QT_TRANSLATE_NOOP(
                "training", "How often a plate gets paper of another tint, in colour and in grey, 0 to 1."
            ),
        ),
    },
)

DATA = Group(
    "data",
    QT_TRANSLATE_NOOP("training", "Pictures"),
    {
        "data.layout": Words(
            QT_TRANSLATE_NOOP("training", "Layout of the folders"),
            QT_TRANSLATE_NOOP("training", "Colour pictures alone, or pairs of a colour and a black-and-white picture."),
            (
                ("auto", _AUTOMATIC),
                ("colour", QT_TRANSLATE_NOOP("training", "Colour pictures")),
                ("paired", QT_TRANSLATE_NOOP("training", "Pairs")),
            ),
        ),
        "data.group": Words(
            QT_TRANSLATE_NOOP("training", "Held together"),
            QT_TRANSLATE_NOOP("training", "What is either all learned from or all set aside for measuring."),
            (
                ("auto", _AUTOMATIC),
                ("picture", QT_TRANSLATE_NOOP("training", "Nothing: each picture for itself")),
                ("folder", QT_TRANSLATE_NOOP("training", "The pictures of a folder")),
                ("name", QT_TRANSLATE_NOOP("training", "Files of the same name")),
            ),
        ),
        "data.held_out_every": Words(
            QT_TRANSLATE_NOOP("training", "Set aside one in"),
            QT_TRANSLATE_NOOP("training", "One group in so many is never learned from: it shows what was understood."),
        ),
        "data.join_duplicates": Words(
            QT_TRANSLATE_NOOP("training", "Hold look-alikes together"),
            QT_TRANSLATE_NOOP("training", "No picture is measured on whose twin was learned from."),
        ),
        "data.minimum_chroma": Words(
            QT_TRANSLATE_NOOP("training", "Least colour"),
            QT_TRANSLATE_NOOP(
                "training", "Pictures with less colour than this (Lab units) count as grey and are unused."
            ),
        ),
        "data.cache_size": Words(
            QT_TRANSLATE_NOOP("training", "Kept at (px)"),
            QT_TRANSLATE_NOOP("training", "Short side to which pictures are shrunk once, before the first step."),
        ),
        "data.cache_folder": Words(
            QT_TRANSLATE_NOOP("training", "Folder for shrunk pictures"),
            QT_TRANSLATE_NOOP("training", "Where they are kept; empty: where Color Studio keeps such things."),
        ),
        "data.weights": Words(
            QT_TRANSLATE_NOOP("training", "Weights of folders"),
            QT_TRANSLATE_NOOP(
                "training", "How often the pictures of a sub-folder are seen, as in “portraits=2, rooms=0.5”."
            ),
        ),
    },
)

VALIDATION = Group(
    "validation",
    QT_TRANSLATE_NOOP("training", "Measuring on the way"),
    {
        "validation.every": Words(
            QT_TRANSLATE_NOOP("training", "Measure every"),
            QT_TRANSLATE_NOOP(
                "training", "Steps between two measurements on pictures that were set aside; 0: at the end."
            ),
        ),
        "validation.pictures": Words(
            QT_TRANSLATE_NOOP("training", "Pictures measured"),
            QT_TRANSLATE_NOOP("training", "How many of the pictures that were set aside are measured on the way."),
        ),
        "validation.size": Words(
            QT_TRANSLATE_NOOP("training", "Measured at (px)"),
            QT_TRANSLATE_NOOP("training", "Side of the squares from the middle that are measured."),
        ),
        "validation.sample_every": Words(
            QT_TRANSLATE_NOOP("training", "Samples every"),
            QT_TRANSLATE_NOOP("training", "Steps between two rows of samples; 0: at the end."),
        ),
        "validation.samples": Words(
            QT_TRANSLATE_NOOP("training", "Samples"),
            QT_TRANSLATE_NOOP("training", "How many pictures are coloured again and again to look at."),
        ),
    },
)

MACHINE = Group(
    "machine",
    QT_TRANSLATE_NOOP("training", "Computer"),
    {
        "device": Words(
            QT_TRANSLATE_NOOP("training", "Compute device"),
            QT_TRANSLATE_NOOP(
                "training", "Where the training runs; automatic takes a graphics card when there is one."
            ),
            (
                ("auto", _AUTOMATIC),
                ("cpu", QT_TRANSLATE_NOOP("training", "Processor (CPU)")),
                ("cuda", QT_TRANSLATE_NOOP("training", "NVIDIA graphics card (CUDA)")),
                ("mps", QT_TRANSLATE_NOOP("training", "Apple graphics (MPS)")),
            ),
        ),
        "amp": Words(
            QT_TRANSLATE_NOOP("training", "Precision"),
            QT_TRANSLATE_NOOP("training", "Numbers of 16 bits are faster where the hardware has them."),
            (
                ("auto", _AUTOMATIC),
                ("off", QT_TRANSLATE_NOOP("training", "32 bit")),
                ("bf16", QT_TRANSLATE_NOOP("training", "16 bit (bfloat16)")),
            ),
        ),
        "threads": Words(
            QT_TRANSLATE_NOOP("training", "Processor threads"),
            QT_TRANSLATE_NOOP("training", "How many threads of the processor the training takes; 0: all of them."),
        ),
        "processes": Words(
            QT_TRANSLATE_NOOP("training", "Number of processes"),
            QT_TRANSLATE_NOOP("training", "One for each graphics card of this computer; they share every batch."),
        ),
        "tensorboard": Words(
            QT_TRANSLATE_NOOP("training", "TensorBoard files"),
            QT_TRANSLATE_NOOP("training", "Writes the curves for TensorBoard, too, if it is installed."),
        ),
    },
)

PACK = Group(
    "pack",
    QT_TRANSLATE_NOOP("training", "The model that comes out"),
    {
        "pack.id": Words(
            QT_TRANSLATE_NOOP("training", "Identifier"),
            QT_TRANSLATE_NOOP("training", "Short name in Latin letters by which exports name the model."),
        ),
        "pack.version": Words(
            QT_TRANSLATE_NOOP("training", "Version"),
            QT_TRANSLATE_NOOP(
                "training", "Belongs to the identifier: another training of the same model gets another one."
            ),
        ),
        "pack.description_en": Words(
            QT_TRANSLATE_NOOP("training", "Description (English)"),
            QT_TRANSLATE_NOOP("training", "What the model is good for, in a sentence or two."),
        ),
        "pack.description_ko": Words(
            QT_TRANSLATE_NOOP("training", "Description (Korean)"),
            QT_TRANSLATE_NOOP("training", "What the model is good for, in a sentence or two."),
        ),
        "pack.render_size": Words(
            QT_TRANSLATE_NOOP("training", "Render size (px)"),
            QT_TRANSLATE_NOOP(
                "training", "Short side at which the model sees a scan, unless the user chooses another."
            ),
        ),
        "pack.chroma_ratio": Words(
            QT_TRANSLATE_NOOP("training", "Colour strength aimed at"),
            QT_TRANSLATE_NOOP("training", "Results are made stronger until they have this share of the true chroma."),
        ),
        "pack.colorfulness": Words(
            QT_TRANSLATE_NOOP("training", "Least colorfulness"),
            QT_TRANSLATE_NOOP(
                "training", "The results are made stronger until they are this colourful, 1 for the truth; 0: any."
            ),
        ),
        "pack.gain_max": Words(
            QT_TRANSLATE_NOOP("training", "Most strengthening"),
            QT_TRANSLATE_NOOP("training", "Largest factor by which colours are made stronger at the end."),
        ),
        "pack.gain_cost": Words(
            QT_TRANSLATE_NOOP("training", "Price of strengthening"),
            QT_TRANSLATE_NOOP("training", "Share by which the error may grow for stronger colours."),
        ),
        "pack.noise_steps": Words(
            QT_TRANSLATE_NOOP("training", "Noise layers of proposals"),
            QT_TRANSLATE_NOOP("training", "In how many decoder steps noise makes colour proposals; 0: as in training."),
        ),
        "pack.noise_rate": Words(
            QT_TRANSLATE_NOOP("training", "Noise of proposals"),
            QT_TRANSLATE_NOOP("training", "Share of channels that noise silences for colour proposals."),
        ),
        "pack.hint_caution": Words(
            QT_TRANSLATE_NOOP("training", "Caution with hints"),
            QT_TRANSLATE_NOOP("training", "How much surer the model must be before a hint colours other places, too."),
        ),
    },
)
