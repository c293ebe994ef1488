from __future__ import annotations

from pathlib import Path

from toy_pack import write_toy_pack

from colorstudio.engine.model_summary import summarize


def test_a_card_becomes_rows(tmp_path: Path) -> None:
    pack = write_toy_pack(tmp_path, metrics={"pictures": 23, "result": {"psnr": 24.61, "delta_e2000": 8.93}})
    summary = summarize(pack)
    rows = dict(summary.details)
    assert (summary.id, summary.names["ko"], summary.render_size) == ("toy@1.0", "장난감", 128)
    assert rows["Version"] == "1.0"
    assert rows["PSNR (dB)"] == "24.61"
    assert rows["Mean colour error (ΔE2000)"] == "8.93"
    assert rows["File"] == pack.path.name


def test_a_card_without_figures_has_none(tmp_path: Path) -> None:
    assert "PSNR (dB)" not in dict(summarize(write_toy_pack(tmp_path)).details)
