"""Draw the application's icon into `resources/icons`: SVG, PNG, ICO (Windows) and ICNS (macOS).

    uv run tools/make_icon.py

A photographic print, wiped from grey to colour. The greys of the left half have the lightness of the
colours of the right half, as in every picture that the application makes.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PIL import Image

from colorstudio.core.color import lab_to_srgb, srgb_to_lab

ICONS_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
NAME = "colorstudio"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)

SKY, SUN, FAR, NEAR = "#6cb8ea", "#ffd04f", "#5e93b5", "#2f7f40"

# Cut by hand and not by clipPath, which Qt's renderer (SVG Tiny) does not know.
LEFT_HALF = """\
  <rect x="76" y="76" width="173" height="360" fill="{sky}"/>
  <path d="M249 134 A62 62 0 0 0 249 258 Z" fill="{sun}"/>
  <path d="M76 322 L168 214 L236 282 L249 267 V436 H76 Z" fill="{far}"/>
  <path d="M76 362 Q170 296 249 338 V436 H76 Z" fill="{near}"/>
"""
RIGHT_HALF = """\
  <rect x="263" y="76" width="173" height="360" fill="{sky}"/>
  <path d="M263 134 A62 62 0 0 1 263 258 Z" fill="{sun}"/>
  <path d="M263 250 L324 178 L436 306 V436 H263 Z" fill="{far}"/>
  <path d="M263 346 Q350 396 436 350 V436 H263 Z" fill="{near}"/>
"""
TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">
  <rect x="36" y="46" width="440" height="440" rx="40" fill="#000000" fill-opacity="0.22"/>
  <rect x="36" y="36" width="440" height="440" rx="40" fill="#fbfaf7"/>
  <rect x="37" y="37" width="438" height="438" rx="39" fill="none" stroke="#000000" stroke-opacity="0.14"/>
{before}{after}</svg>
"""


def grey_of(color: str) -> str:
    """The grey of the same CIELAB lightness as the sRGB `color` ("#rrggbb")."""
    rgb = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)]], np.uint8)
    lab = srgb_to_lab(rgb)
    lab[..., 1:] = 0
    red, green, blue = np.round(lab_to_srgb(lab)[0] * 255).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"


def drawing() -> str:
    """The icon as SVG."""
    colors = {"sky": SKY, "sun": SUN, "far": FAR, "near": NEAR}
    greys = {name: grey_of(color) for name, color in colors.items()}
    return TEMPLATE.format(before=LEFT_HALF.format(**greys), after=RIGHT_HALF.format(**colors))


def render(svg: str, size: int, path: Path) -> None:
    """Rasterise `svg` to a PNG of `size` x `size` pixels."""
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    image.save(str(path))


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    svg = drawing()
    ICONS_FOLDER.mkdir(parents=True, exist_ok=True)
    (ICONS_FOLDER / f"{NAME}.svg").write_text(svg, encoding="utf-8")
    rendered = {size: ICONS_FOLDER / f"{NAME}-{size}.png" for size in PNG_SIZES}
    for size, path in rendered.items():
        render(svg, size, path)
    pictures = {size: Image.open(path) for size, path in rendered.items()}
    others = [pictures[size] for size in ICO_SIZES]
    pictures[256].save(ICONS_FOLDER / f"{NAME}.ico", sizes=[(s, s) for s in ICO_SIZES], append_images=others)
    pictures[512].save(ICONS_FOLDER / f"{NAME}.icns", append_images=list(pictures.values()))


if __name__ == "__main__":
    main()
