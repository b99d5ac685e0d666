"""Users and groups: Django's own pages, with the times that Django records read-only."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from citations.admin.base.record_admin import CheckedAdmin

if TYPE_CHECKING:
    Accounts = UserAdmin[User]
else:
    Accounts = UserAdmin

admin.site.unregister((User, Group))


@admin.register(User)
class AccountAdmin(CheckedAdmin, Accounts):
    sortable_by = None
    readonly_fields = ("last_login", "date_joined")


@admin.register(Group)
class AccountGroupAdmin(CheckedAdmin, GroupAdmin):
    sortable_by = None
