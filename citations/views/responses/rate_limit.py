"""The rate limit: how often a minute one network address may ask for slow work."""

from hashlib import sha256
from time import time

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.translation import gettext as _

SECONDS = 60


def exceeds_rate_limit(request: HttpRequest, what: str) -> bool:
    """Count this request, and say whether it exceeds `CHECKS_A_MINUTE` for its address.

    Stores a hash, not the address. All processes of the server count together, but not exactly:
    two requests at the same moment may count as one.
    """
    counts = caches["shared"]
    minute = int(time()) // SECONDS
    caller = f"{settings.SECRET_KEY} {what} {request.META.get('REMOTE_ADDR', '')} {minute}"
    key = f"rate-limit-{sha256(caller.encode()).hexdigest()}"
    counts.add(key, 0, SECONDS)
    try:
        return bool(counts.incr(key) > settings.CHECKS_A_MINUTE)
    except ValueError:  # a busy cache has dropped the key
        return False


def seconds_until_reset() -> int:
    return SECONDS - int(time()) % SECONDS


def rate_limit_message() -> str:
    message = _(
        "Too many requests: one address may make %(limit)s a minute. Try again in %(seconds)s "
        "seconds."
    )
    return message % {"limit": settings.CHECKS_A_MINUTE, "seconds": seconds_until_reset()}
