"""The groups into which the pages of the wizard are divided."""

from django.utils.translation import gettext_lazy as _

THE_REQUEST = _("The request")
THE_CASE = _("The case")
THE_ASSISTANCE = _("The assistance")
SENDING_IT = _("Sending it")
