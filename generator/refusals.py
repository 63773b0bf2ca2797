"""What the system refused, in words that help: an OSError or SQLite's complaint becomes one sentence."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable

from generator.incremental.store import StoreBusyError
from generator.model.problem import N_
from generator.noticing import SourceChangedError

REASONS = {
    errno.ENOSPC: N_("the disk is full. Make room and try again."),
    errno.EDQUOT: N_("your share of the disk is used up. Make room and try again."),
    errno.EACCES: N_("permission is missing. Check who owns it and who may write there."),
    errno.EPERM: N_("permission is missing. Check who owns it and who may write there."),
    errno.EROFS: N_("this disk can only be read."),
    errno.EISDIR: N_("a folder stands where a file should be. Move it away."),
    errno.ENOTDIR: N_("a file stands where a folder should be. Move it away."),
    errno.EEXIST: N_("a file stands where a folder should be. Move it away."),
    errno.ENOTEMPTY: N_("a folder stands where a file should be. Move it away."),
    errno.ENOENT: N_("it is not there any more. Try again."),
    errno.ELOOP: N_("a link leads back to itself. Remove it."),
    errno.ENAMETOOLONG: N_("the name is too long for this disk."),
    errno.EMFILE: N_("too many files are open at once."),
    errno.EIO: N_("the disk does not answer as it should. It may be damaged."),
}
"""What the system answered -> what that means and what to do."""
_SQLITE = {
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_READONLY": errno.EACCES,
    "SQLITE_PERM": errno.EACCES,
    "SQLITE_IOERR": errno.EIO,
}


def refusal(error: BaseException, store: str) -> tuple[str, dict[str, str]] | None:
    """A message and its values; the value `reason` is a message too. None for what is a bug of ours.

    `store` is the file that SQLite's complaints are about.
    """
    if isinstance(error, StoreBusyError):
        return N_("Another build is at work here. Try again when it is done."), {}
    if isinstance(error, SourceChangedError):
        return N_("{path} changes while it is read. Try again when it is saved."), {"path": error.path}
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "")
        for known, number in _SQLITE.items():
            if name.startswith(known):
                return N_("This did not work: {path}: {reason}"), {"path": store, "reason": REASONS[number]}
        if name.startswith("SQLITE_CANTOPEN"):
            reason = N_("it cannot be opened. Remove what stands there, and check who may write there.")
            return N_("This did not work: {path}: {reason}"), {"path": store, "reason": reason}
        return N_("This did not work: {path}: {reason}"), {"path": store, "reason": str(error)}
    if isinstance(error, OSError):
        # Where a file could not be renamed, the name it should have got says more.
        path = error.filename2 or error.filename or (store if error.errno else "build")
        reason = REASONS.get(error.errno or 0, error.strerror or str(error))
        return N_("This did not work: {path}: {reason}"), {"path": str(path), "reason": reason}
    return None


def told(error: BaseException, store: str, translate: Callable[[str], str]) -> str | None:
    """The sentence for people; None for what is a bug of ours."""
    found = refusal(error, store)
    if found is None:
        return None
    message, values = found
    return translate(message).format_map({name: translate(value) for name, value in values.items()})
