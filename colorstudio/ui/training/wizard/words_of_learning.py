"""The words of the parameters that say how a network learns."""

from __future__ import annotations

from colorstudio.core.errors import QT_TRANSLATE_NOOP
from colorstudio.ui.training.wizard.words import Group, Words

_BATCH = QT_TRANSLATE_NOOP("training", "Batch")
_INSTANCE = QT_TRANSLATE_NOOP("training", "Instance")

LENGTH = Group(
    "length",
    QT_TRANSLATE_NOOP("training", "Steps and crops"),
    {
        "epochs": Words(
            QT_TRANSLATE_NOOP("training", "Epochs"),
            QT_TRANSLATE_NOOP("training", "How often every picture is seen; the length on the page before follows it."),
        ),
        "batch_size": Words(
            QT_TRANSLATE_NOOP("training", "Batch size"),
            QT_TRANSLATE_NOOP("training", "Pictures in a step: more make calmer steps, and need more memory."),
        ),
        "micro_batch": Words(
            QT_TRANSLATE_NOOP("training", "Pictures at once"),
            QT_TRANSLATE_NOOP(
                "training",
                "How many pictures of a batch are in memory together; gradients are added up. 0: the whole batch.",
            ),
        ),
        "crop": Words(
            QT_TRANSLATE_NOOP("training", "Crop (px)"),
            QT_TRANSLATE_NOOP("training", "Side of the squares that are cut out of the pictures and learned from."),
        ),
        "late_crop": Words(
            QT_TRANSLATE_NOOP("training", "Late crop (px)"),
            QT_TRANSLATE_NOOP("training", "Side of the crops towards the end; 0: as at the beginning."),
        ),
        "late_from": Words(
            QT_TRANSLATE_NOOP("training", "Late crops from"),
            QT_TRANSLATE_NOOP("training", "Share of the steps after which the late crop holds, 0 to 1."),
        ),
        "seed": Words(
            QT_TRANSLATE_NOOP("training", "Seed"),
            QT_TRANSLATE_NOOP("training", "The same seed gives the same training again on the same processor."),
        ),
        "checkpoint_every": Words(
            QT_TRANSLATE_NOOP("training", "Checkpoint every"),
            QT_TRANSLATE_NOOP("training", "Steps between two checkpoints; what comes after the last one can be lost."),
        ),
        "keep_checkpoints": Words(
            QT_TRANSLATE_NOOP("training", "Checkpoints kept"),
            QT_TRANSLATE_NOOP("training", "How many of the newest checkpoints stay on the disk."),
        ),
    },
)

LOSS = Group(
    "loss",
    QT_TRANSLATE_NOOP("training", "Loss (what counts as wrong)"),
    {
        "loss.gan_mode": Words(
            QT_TRANSLATE_NOOP("training", "GAN loss"),
            QT_TRANSLATE_NOOP("training", "How the two networks play against each other."),
            (
                ("vanilla", QT_TRANSLATE_NOOP("training", "Vanilla (2014, non-saturating)")),
                ("saturating", QT_TRANSLATE_NOOP("training", "Original minimax (saturating)")),
                ("lsgan", QT_TRANSLATE_NOOP("training", "Least squares (LSGAN)")),
                ("hinge", QT_TRANSLATE_NOOP("training", "Hinge")),
            ),
        ),
        "loss.lambda_L1": Words(
            QT_TRANSLATE_NOOP("training", "Weight of the pixels (lambda_L1)"),
            QT_TRANSLATE_NOOP("training", "How much it counts that every pixel is near the true colour."),
        ),
        "loss.lambda_GAN": Words(
            QT_TRANSLATE_NOOP("training", "Weight of the judge (lambda_GAN)"),
            QT_TRANSLATE_NOOP(
                "training", "How much it counts that the discriminator believes the colours; 0: no judge."
            ),
        ),
        "loss.smooth": Words(
            QT_TRANSLATE_NOOP("training", "Leniency"),
            QT_TRANSLATE_NOOP(
                "training", "Differences below this (Lab units) count less than in proportion; 0: plain L1."
            ),
        ),
        "loss.compression": Words(
            QT_TRANSLATE_NOOP("training", "As the eye sees"),
            QT_TRANSLATE_NOOP(
                "training", "Lets differences between strong colours count less, as they do to the eye; 0: off."
            ),
        ),
        "loss.vividness": Words(
            QT_TRANSLATE_NOOP("training", "Vividness"),
            QT_TRANSLATE_NOOP(
                "training", "Moves results from the middle of what is likely towards its colourful part."
            ),
        ),
        "loss.warm_up": Words(
            QT_TRANSLATE_NOOP("training", "Alone at first"),
            QT_TRANSLATE_NOOP("training", "Share of the steps before the discriminator comes in, 0 to 1."),
        ),
        "loss.ramp": Words(
            QT_TRANSLATE_NOOP("training", "Judge comes in over"),
            QT_TRANSLATE_NOOP("training", "Steps over which its weight then rises from nothing."),
        ),
    },
)

OPTIMIZER = Group(
    "optimizer",
    QT_TRANSLATE_NOOP("training", "Optimiser (how it learns)"),
    {
        "optimizer.name": Words(
            QT_TRANSLATE_NOOP("training", "Optimiser"),
            QT_TRANSLATE_NOOP("training", "Adam as in the paper, or AdamW, which holds large weights back."),
            (("adam", "Adam"), ("adamw", "AdamW")),
        ),
        "optimizer.lr": Words(
            QT_TRANSLATE_NOOP("training", "Learning rate"),
            QT_TRANSLATE_NOOP("training", "How far a step goes: too high never settles, too low never arrives."),
        ),
        "optimizer.encoder_lr": Words(
            QT_TRANSLATE_NOOP("training", "Learning rate of the encoder"),
            QT_TRANSLATE_NOOP("training", "Lower where the encoder knows much already; 0: as the rest."),
        ),
        "optimizer.lr_D": Words(
            QT_TRANSLATE_NOOP("training", "Learning rate of the judge"),
            QT_TRANSLATE_NOOP("training", "Lower it when the discriminator wins all the time."),
        ),
        "optimizer.d_steps": Words(
            QT_TRANSLATE_NOOP("training", "Judge's steps"),
            QT_TRANSLATE_NOOP("training", "Steps of the discriminator for each step of the generator."),
        ),
        "optimizer.beta1": Words(
            QT_TRANSLATE_NOOP("training", "Beta 1"),
            QT_TRANSLATE_NOOP("training", "How long Adam remembers the direction of its steps; pix2pix takes 0.5."),
        ),
        "optimizer.beta2": Words(
            QT_TRANSLATE_NOOP("training", "Beta 2"),
            QT_TRANSLATE_NOOP("training", "How long Adam remembers the size of its steps."),
        ),
        "optimizer.weight_decay": Words(
            QT_TRANSLATE_NOOP("training", "Weight decay"),
            QT_TRANSLATE_NOOP("training", "Pulls weights towards zero, against learning by heart; for AdamW."),
        ),
        "optimizer.schedule": Words(
            QT_TRANSLATE_NOOP("training", "Course of the rate"),
            QT_TRANSLATE_NOOP("training", "How the learning rate falls over the training."),
            (
                ("linear", QT_TRANSLATE_NOOP("training", "Falls in the second half")),
                ("cosine", QT_TRANSLATE_NOOP("training", "Cosine")),
                ("constant", QT_TRANSLATE_NOOP("training", "Stays the same")),
            ),
        ),
        "optimizer.warm_up_steps": Words(
            QT_TRANSLATE_NOOP("training", "Warm-up steps"),
            QT_TRANSLATE_NOOP(
                "training", "Steps over which the rate rises from zero, so that nothing is spoilt at first."
            ),
        ),
        "optimizer.floor": Words(
            QT_TRANSLATE_NOOP("training", "Lowest rate"),
            QT_TRANSLATE_NOOP("training", "Share of the rate that a cosine does not fall below."),
        ),
        "optimizer.freeze_encoder_norm": Words(
            QT_TRANSLATE_NOOP("training", "Keep the encoder's statistics"),
            QT_TRANSLATE_NOOP("training", "Better for small batches and few pictures."),
        ),
        "optimizer.ema": Words(
            QT_TRANSLATE_NOOP("training", "Averaging of weights"),
            QT_TRANSLATE_NOOP("training", "The model is the average over about 1 / (1 − value) steps; 0: off."),
        ),
    },
)

GENERATOR = Group(
    "generator",
    QT_TRANSLATE_NOOP("training", "Generator (the network that colours)"),
    {
        "generator.architecture": Words(
            QT_TRANSLATE_NOOP("training", "Network"),
            QT_TRANSLATE_NOOP("training", "Used where the training begins from nothing; a model brings its own."),
            (
                ("efficient_unet", QT_TRANSLATE_NOOP("training", "EfficientNet with a U-Net decoder")),
                ("unet", QT_TRANSLATE_NOOP("training", "U-Net of pix2pix")),
            ),
        ),
        "generator.init": Words(
            QT_TRANSLATE_NOOP("training", "Weights at the beginning"),
            QT_TRANSLATE_NOOP("training", "Random ones, or an encoder that knows objects already (ImageNet)."),
            (
                ("random", QT_TRANSLATE_NOOP("training", "Random")),
                ("imagenet", QT_TRANSLATE_NOOP("training", "ImageNet encoder")),
            ),
        ),
        "generator.arguments.ngf": Words(
            QT_TRANSLATE_NOOP("training", "Width (ngf)"),
            QT_TRANSLATE_NOOP("training", "Filters of the first layer: more can learn more, and take longer."),
        ),
        "generator.arguments.num_downs": Words(
            QT_TRANSLATE_NOOP("training", "Depth (num_downs)"),
            QT_TRANSLATE_NOOP("training", "How often the picture is halved: 8 for crops of 256 px, 7 for 128 px."),
        ),
        "generator.arguments.norm": Words(
            QT_TRANSLATE_NOOP("training", "Normalisation"),
            QT_TRANSLATE_NOOP("training", "Evens out the layers over a batch of pictures or for each picture."),
            (("batch", _BATCH), ("instance", _INSTANCE)),
        ),
        "generator.arguments.norm_mode": Words(
            QT_TRANSLATE_NOOP("training", "Statistics when used"),
            QT_TRANSLATE_NOOP(
                "training", "Those of the picture itself, as pix2pix has it, or those kept from training."
            ),
            (
                ("batch", QT_TRANSLATE_NOOP("training", "Of the picture")),
                ("running", QT_TRANSLATE_NOOP("training", "Kept from training")),
            ),
        ),
        "generator.arguments.uses_hints": Words(
            QT_TRANSLATE_NOOP("training", "Understands hints"),
            QT_TRANSLATE_NOOP("training", "Whether the model can be told colours at single places."),
        ),
        "generator.arguments.noise_rate": Words(
            QT_TRANSLATE_NOOP("training", "Noise (dropout)"),
            QT_TRANSLATE_NOOP(
                "training", "Share of channels that noise silences: what makes one proposal unlike the next."
            ),
        ),
    },
)

DISCRIMINATOR = Group(
    "discriminator",
    QT_TRANSLATE_NOOP("training", "Discriminator (the network that judges)"),
    {
        "discriminator.ndf": Words(
            QT_TRANSLATE_NOOP("training", "Width (ndf)"),
            QT_TRANSLATE_NOOP("training", "Filters of its first layer: more judge more finely, and take longer."),
        ),
        "discriminator.n_layers": Words(
            QT_TRANSLATE_NOOP("training", "PatchGAN layers"),
            QT_TRANSLATE_NOOP(
                "training", "3 layers judge patches of 70 × 70 pixels; more layers judge larger patches."
            ),
        ),
        "discriminator.norm": Words(
            QT_TRANSLATE_NOOP("training", "Normalisation"),
            QT_TRANSLATE_NOOP("training", "Evens out the layers over a batch of pictures or for each picture."),
            (("batch", _BATCH), ("instance", _INSTANCE)),
        ),
    },
)
