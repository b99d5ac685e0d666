"""Permanent keys: eight random characters of Crockford's base 32, never reused."""

import hashlib
import secrets

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# Crockford's alphabet leaves out I, L, O (read as 1, 1, 0) and U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8

validate_key = RegexValidator(
    rf"\A[{ALPHABET}]{{{LENGTH}}}\Z",
    _("A key has eight characters: digits and capital letters without I, L, O and U."),
)


def new_key() -> str:
    """A random key out of 32**8; the unique column would catch the unlikely duplicate."""
    return "".join(secrets.choice(ALPHABET) for _each in range(LENGTH))


def derived_key(text: str) -> str:
    """A key computed from a text, for choosing a record at random; never the name of one."""
    return "".join(
        ALPHABET[byte % len(ALPHABET)] for byte in hashlib.sha256(text.encode()).digest()[:LENGTH]
    )
