"""Wanted searches in the admin."""

from datetime import date
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse

from citations.models import WantedSearch

WORDS = 'a <b> & "c"'


def test_each_wanted_search_links_to_the_public_search(root: Client) -> None:
    WantedSearch.objects.note(WORDS, date(2024, 2, 8))
    page = root.get(reverse("admin:citations_wantedsearch_changelist")).content.decode()
    address = f"{reverse('search')}?{urlencode({'q': WORDS})}"
    assert f'href="{address}"' in page
    assert 'aria-label="Search for a &lt;b&gt; &amp; &quot;c&quot;"' in page
