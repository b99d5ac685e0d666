"""The site's addresses: the public pages and the admin."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("citations.urls")),
    path("admin/", admin.site.urls),
]
