"""The WSGI application: `project.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
application = get_wsgi_application()
# What is loaded by now stays: no collection needs to look through it again.
gc.collect()
gc.freeze()
