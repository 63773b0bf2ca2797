"""Files that are there and cannot be used, whatever is in them."""

from __future__ import annotations

import errno

from generator.model.problem import N_, Location, Problem, problem
from generator.noticing import Noticed

UNREADABLE = {
    errno.EACCES: (
        N_("You may not read this file."),
        N_("Ask whoever owns it to let you, or copy it and put the copy here."),
    ),
    errno.ELOOP: (
        N_("This is a link that leads back to itself."),
        N_("Remove it and put the file itself here."),
    ),
    errno.EXDEV: (
        N_("This is a link to a file outside the site's folder."),
        N_("Put the file itself here: what is published must lie inside the site's folder."),
    ),
}
"""Why a file cannot be read -> what to say of it."""
OTHERWISE = (N_("The file cannot be read: {reason}"), N_("Check that it is a file and that you may read it."))


def file_problems(noticed: Noticed) -> list[Problem]:
    """Files that cannot be read, and pairs whose names differ only in how letters are composed."""
    unreadable = [
        problem(
            "unreadable",
            Location(path),
            *UNREADABLE.get(error.errno or 0, OTHERWISE),
            reason=error.strerror or str(error),
        )
        for path, error in sorted(noticed.unreadable.items())
    ]
    doubled = [
        problem(
            "name-twice",
            Location(path),
            N_("Two files have this name; one of them was written on a Mac, with accents as separate signs."),
            N_("Rename or delete one of them."),
        )
        for path in sorted(noticed.doubled)
    ]
    return unreadable + doubled
