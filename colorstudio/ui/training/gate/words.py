"""What is said about a new model, in words that need no training in statistics."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from colorstudio.core.ballot import Advice, Ballot, Tally, advise
from colorstudio.core.gate import CHROMA, COLOUR, PIXELS, VIVIDNESS, Finding, Judgement, Outcome, Verdict
from colorstudio.engine.training.gate_reader import GateResult
from colorstudio.ui.i18n import current_language

_SURE = 0.001


def base_name(result: GateResult) -> str:
    """What the new model is compared with."""
    report = result.report
    if not report.base:
        return QCoreApplication.translate("gate", "no colour")
    return report.base_names.get(current_language()) or report.base_names.get("en") or report.base


def headline(result: GateResult, model: str) -> str:
    """The advice in a sentence."""
    advice, base = advise(result.verdict, result.ballot), base_name(result)
    return _headline(result.verdict.finding, advice).format(model=model, base=base)


def _headline(finding: Finding, advice: Advice) -> str:
    if advice is Advice.USE:
        return QCoreApplication.translate("gate", "“{model}” is better than “{base}”. It is recommended.")
    if advice is Advice.USE_BY_EYE:
        return QCoreApplication.translate("gate", "You prefer “{model}” to “{base}”. It is recommended.")
    if advice is Advice.KEEP_BY_EYE:
        return QCoreApplication.translate(
            "gate", "The figures speak for “{model}”, but you prefer “{base}”. Keep that."
        )
    return _against(finding)


def _against(finding: Finding) -> str:
    if finding is Finding.LOSES:
        return QCoreApplication.translate("gate", "“{base}” is better than “{model}”. Keep that.")
    if finding is Finding.PALER:
        return QCoreApplication.translate(
            "gate", "“{model}” is closer to the truth only by being paler. Keep “{base}”."
        )
    if finding is Finding.UNDECIDED:
        return QCoreApplication.translate("gate", "“{model}” is no better than “{base}”, as far as can be shown.")
    if finding is Finding.WORSE_THAN_GREY:
        return QCoreApplication.translate("gate", "“{model}” is farther from the truth than no colour at all.")
    if finding is Finding.TOO_FEW:
        return QCoreApplication.translate("gate", "Too few pictures were set aside to say which model is better.")
    return QCoreApplication.translate("gate", "No picture was set aside, so nothing is known about “{model}”.")


def what_to_do(result: GateResult) -> str:
    """What to do next, for an advice that does not say it; '' if it does."""
    advice, finding = advise(result.verdict, result.ballot), result.verdict.finding
    if advice.recommends or finding is Finding.WINS:
        return ""
    if finding in (Finding.UNDECIDED, Finding.TOO_FEW, Finding.PALER) and result.report.pairs:
        if result.ballot.is_complete:
            return QCoreApplication.translate("gate", "Your comparison did not show a preference either.")
        return QCoreApplication.translate("gate", "Compare them blind below: your eyes may see what figures do not.")
    if finding is Finding.UNMEASURED:
        return QCoreApplication.translate("gate", "Train with more pictures, so that some can be set aside.")
    return QCoreApplication.translate(
        "gate", "More pictures of the same kind, or a longer training that begins with a shipped model, may help."
    )


def evidence(verdict: Verdict, model: str) -> str:
    """On how many pictures the verdict about the model with that name rests, and how sure it is."""
    if not verdict.judgements:
        return ""
    decisive = verdict.decisive
    text = QCoreApplication.translate(
        "gate",
        "“{model}” coloured {pictures} pictures that it never saw: {nearer} closer to the truth, {farther} farther.",
    ).format(model=model, pictures=verdict.pictures, nearer=decisive.nearer, farther=decisive.farther)
    if decisive.outcome in (Outcome.BETTER, Outcome.WORSE):
        text += " " + _odds(decisive.chance)
    return text


def _odds(chance: float) -> str:
    if chance < _SURE:
        return QCoreApplication.translate("gate", "Chance would give that less than once in 1,000 times.")
    return QCoreApplication.translate("gate", "Chance would give that {times} times in 1,000.").format(
        times=round(1000 * chance)
    )


def notes(result: GateResult) -> list[tuple[bool, str]]:
    """What should be known besides, each with whether it is a warning."""
    return [note for note in (_rolls(result.verdict), _overfitting(result.verdict)) if note]


def _rolls(verdict: Verdict) -> tuple[bool, str] | None:
    if not verdict.judgements or verdict.rolls == verdict.pictures:
        return None
    if verdict.by_roll:
        text = QCoreApplication.translate(
            "gate", "The pictures come from {rolls} rolls or books; each of these counts as one witness."
        )
        return False, text.format(rolls=verdict.rolls)
    text = QCoreApplication.translate(
        "gate", "The pictures come from only {rolls} rolls or books; with others the result may be another."
    )
    return True, text.format(rolls=verdict.rolls)


def _overfitting(verdict: Verdict) -> tuple[bool, str] | None:
    found = verdict.overfitting
    if found is None:
        return None
    if not found.is_named:
        return False, QCoreApplication.translate("gate", "It has not learned its pictures by heart.")
    text = QCoreApplication.translate(
        "gate",
        "It has learned its pictures by heart: on those it learned from it gains {learned}, on others {others} "
        "(ΔE2000). More pictures or a shorter training help.",
    )
    return True, text.format(learned=f"{found.gain_learned:.1f}", others=f"{found.gain_held_out:.1f}")


# The figures


def measure_name(judgement: Judgement) -> str:
    """What a measure is called."""
    return {
        COLOUR: QCoreApplication.translate("gate", "Colour error as the eye sees it"),
        CHROMA: QCoreApplication.translate("gate", "Error of hue and strength"),
        VIVIDNESS: QCoreApplication.translate("gate", "Strength of the colours"),
        PIXELS: QCoreApplication.translate("gate", "Likeness of the pixels"),
    }[judgement.measure]


def measure_hint(judgement: Judgement) -> str:
    """What a measure is, for those who know it."""
    return {
        COLOUR: QCoreApplication.translate(
            "gate", "ΔE2000; less is better. About 1 is just visible. This one decides."
        ),
        CHROMA: QCoreApplication.translate("gate", "Distance in a* and b*; less is better."),
        VIVIDNESS: QCoreApplication.translate("gate", "100 % is as in the true colours; less is paler."),
        PIXELS: QCoreApplication.translate("gate", "PSNR in dB; more is better."),
    }[judgement.measure]


def figure(judgement: Judgement, value: float) -> str:
    """A figure of a measure with its unit."""
    locale = QLocale()
    if judgement.measure == VIVIDNESS:
        return f"{locale.toString(100 * value, 'f', 0)} %"
    if judgement.measure == PIXELS:
        return f"{locale.toString(value, 'f', 1)} dB"
    return locale.toString(value, "f", 2)


def outcome_name(outcome: Outcome) -> str:
    """What a measure says about the new model."""
    return {
        Outcome.BETTER: QCoreApplication.translate("gate", "better"),
        Outcome.WORSE: QCoreApplication.translate("gate", "worse"),
        Outcome.SAME: QCoreApplication.translate("gate", "no clear difference"),
        Outcome.UNKNOWN: QCoreApplication.translate("gate", "too few to say"),
    }[outcome]


def finding_name(finding: str, base: str) -> str:
    """The finding of a gate in a line, for the card of a model; '' for one that is not known."""
    names = {
        Finding.WINS.value: QCoreApplication.translate("gate", "Better than {base} on pictures that were set aside"),
        Finding.PALER.value: QCoreApplication.translate(
            "gate", "Closer to the truth than {base}, but only by being paler"
        ),
        Finding.UNDECIDED.value: QCoreApplication.translate("gate", "No better than {base}, as far as could be shown"),
        Finding.LOSES.value: QCoreApplication.translate(
            "gate", "Not as good as {base} on pictures that were set aside"
        ),
        Finding.WORSE_THAN_GREY.value: QCoreApplication.translate("gate", "Farther from the truth than no colour"),
        Finding.TOO_FEW.value: QCoreApplication.translate(
            "gate", "Too few pictures were set aside to compare it with {base}"
        ),
    }
    return names.get(finding, "").format(base=base)


# The blind comparison


def ballot_text(ballot: Ballot, tally: Tally, model: str, base: str) -> str:
    """What came of the blind comparison."""
    if not ballot.is_complete:
        text = QCoreApplication.translate("gate", "{done} of {total} pairs are judged.")
        return text.format(done=ballot.at, total=len(ballot.papers))
    text = QCoreApplication.translate(
        "gate", "You preferred “{model}” {for_model} times, “{base}” {for_base} times; {ties} were alike to you."
    ).format(model=model, base=base, for_model=tally.for_model, for_base=tally.for_base, ties=tally.ties)
    return f"{text} {_ballot_certainty(tally, model)}"


def _ballot_certainty(tally: Tally, model: str) -> str:
    if tally.is_certain:
        text = QCoreApplication.translate(
            "gate",
            "That is more than chance: of many pictures like these it would be {low} to {high} of 100 for “{model}”.",
        )
    elif tally.for_model + tally.for_base:
        text = QCoreApplication.translate(
            "gate", "That may be chance: of many pictures like these it could be {low} to {high} of 100 for “{model}”."
        )
    else:
        return QCoreApplication.translate("gate", "They look alike to you.")
    return text.format(model=model, low=round(100 * tally.low), high=round(100 * tally.high))
