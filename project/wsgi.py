"""The WSGI application: `project.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
application = get_wsgi_application()
# Everything loaded so far stays: exempt it from garbage collection.
gc.collect()
gc.freeze()
