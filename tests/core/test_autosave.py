"""The journal: one for each window, found again when its process is gone, claimed by one other window only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from colorstudio.core.autosave import Journal, Unsaved, discard
from colorstudio.core.project_file import Project, ProjectScan
from colorstudio.core.recipe import Recipe

UNSAVED = Unsaved(Project((ProjectScan("/a.tif", Recipe(seed=3)),), 0), Path("/work/p.colorstudio"))

WRITE = """
import sys
from pathlib import Path
from colorstudio.core.autosave import Journal, Unsaved
from colorstudio.core.project_file import Project, ProjectScan
from colorstudio.core.recipe import Recipe
scan = ProjectScan("/a.tif", Recipe(seed=3))
Journal(Path(sys.argv[1])).write(Unsaved(Project((scan,), 0), Path("/work/p.colorstudio")))
"""


def leave_behind(folder: Path) -> None:
    """A process that writes a journal and ends without removing it."""
    subprocess.run([sys.executable, "-c", WRITE, str(folder)], check=True)


def test_a_journal_of_a_process_that_is_gone_is_found(tmp_path: Path) -> None:
    leave_behind(tmp_path)
    (left,) = Journal(tmp_path).left_behind()
    assert left.unsaved == UNSAVED


def test_journals_of_living_processes_are_left_alone(tmp_path: Path) -> None:
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.write(UNSAVED)
    second.write(UNSAVED)
    assert len(list(tmp_path.iterdir())) == 2
    assert first.left_behind() == []
    first.remove()
    assert [path.name for path in tmp_path.iterdir()] == [second.path.name]


def test_a_number_that_was_given_to_another_process_is_noticed(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(UNSAVED)
    journal.path.rename(tmp_path / f"{os.getpid()}-0123456789ab-1.journal")
    assert len(journal.left_behind()) == 1


def test_only_one_window_gets_a_journal(tmp_path: Path) -> None:
    leave_behind(tmp_path)
    one, other = Journal(tmp_path), Journal(tmp_path)
    (left,), (same,) = one.left_behind(), other.left_behind()
    claimed = one.claim(left)
    assert claimed is not None
    assert claimed.unsaved == UNSAVED
    assert other.claim(same) is None
    assert other.left_behind() == []  # it belongs to this process, which lives
    discard(claimed)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"journal": 2}', '{"journal": 1, "project": {}}', "[" * 100_000])
def test_a_damaged_journal_is_logged_and_left(tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture) -> None:
    leave_behind(tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_text(content)
    assert Journal(tmp_path).left_behind() == []
    assert path.exists()
    assert path.name in caplog.text


def test_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journals")
    assert journal.left_behind() == []
    journal.remove()
    journal.write(Unsaved(Project()))
    assert journal.path.exists()
