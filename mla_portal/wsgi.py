"""The WSGI application. It refuses to start with settings that are unsafe in production."""

import os

from django.core.wsgi import get_wsgi_application

from requests_app.safeguards import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mla_portal.settings")

application = get_wsgi_application()
refuse_unsafe_start()
