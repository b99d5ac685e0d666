"""Accounts in the admin."""

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.support.curating import admin_address


def test_the_times_that_django_records_cannot_be_edited(root: Client) -> None:
    user = User.objects.get(username="root")
    page = root.get(admin_address(user)).content.decode()
    assert 'name="username"' in page
    assert 'name="last_login_0"' not in page
    assert 'name="date_joined_0"' not in page


def test_short_lists_of_accounts_can_be_ordered_by_each_column(root: Client) -> None:
    User.objects.create(username="a-first")
    address = reverse("admin:auth_user_changelist")
    rows = root.get(address, {"o": "-1"}).context["cl"].result_list
    assert [user.username for user in rows] == ["root", "a-first"]
