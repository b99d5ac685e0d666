from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@pytest.fixture
def editor(seed: None) -> "User":
    from django.contrib.auth.models import User  # once Django is set up

    return User.objects.create_user("editor")
