"""PyInstaller runtime hook: on Windows, torch's c10.dll has to be loaded before Qt."""

from colorstudio._bootstrap import prepare

prepare()
