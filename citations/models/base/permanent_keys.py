"""Permanent keys: eight random characters of Crockford's base 32, never reused."""

import hashlib
import secrets

from django.core.validators import RegexValidator

# Crockford's alphabet leaves out I, L, O (read as 1, 1, 0) and U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8

validate_key = RegexValidator(
    rf"\A[{ALPHABET}]{{{LENGTH}}}\Z",
    "A key is eight digits and capital letters without I, L, O and U.",
)


def new_key() -> str:
    """A fresh key: one of 32**8, so that a clash is caught by the unique column, not expected."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def key_of(text: str) -> str:
    """The key a text leads to, always the same one: for choosing, never for naming a record."""
    return "".join(
        ALPHABET[byte % len(ALPHABET)] for byte in hashlib.sha256(text.encode()).digest()[:LENGTH]
    )
