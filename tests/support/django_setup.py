"""Sets up Django when imported: before the site's plugin, and before conftests that need it."""

import os
import warnings

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
with (
    warnings.catch_warnings()
):  # of every URLField in a form; pytest's filters are not in force yet
    warnings.filterwarnings("ignore", "The default scheme will be changed")
    django.setup()
