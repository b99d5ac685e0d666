"""How often one address may ask for what takes long."""

from hashlib import sha256
from time import time

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

SECONDS = 60
TOO_OFTEN = "More than {} a minute are too many from one address: come back in {} seconds."


def is_too_often(request: HttpRequest, what: str) -> bool:
    """Whether this is one call too many of this minute: `CHECKS_A_MINUTE` from one address.

    The address itself is not kept. Counted by all processes of the server together, and not
    always to the last one: two at the same moment may count as one.
    """
    counts = caches["shared"]
    minute = int(time()) // SECONDS
    asked = f"{settings.SECRET_KEY} {what} {request.META.get('REMOTE_ADDR', '')} {minute}"
    key = f"often-{sha256(asked.encode()).hexdigest()}"
    counts.add(key, 0, SECONDS)
    try:
        return bool(counts.incr(key) > settings.CHECKS_A_MINUTE)
    except ValueError:  # dropped meanwhile, where many ask
        return False


def seconds_left() -> int:
    """Until the next minute begins."""
    return SECONDS - int(time()) % SECONDS


def told() -> str:
    return TOO_OFTEN.format(settings.CHECKS_A_MINUTE, seconds_left())
