"""Names of the register beside the fields that take the name of a provider."""

import difflib
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from requests_app.models import MLARequest
from requests_app.sections import form_context

# The id of the list of names on the page.
LIST = "registered-providers"
_ALIKE = 0.75


def offer(form: forms.BaseForm, mla: MLARequest, name: str, typed: str) -> None:
    """Offer the registered names while typing, and ask about a name that nearly is a registered one."""
    field = form.fields[name]
    field.widget.attrs |= {"list": LIST, "autocomplete": "off"}
    found = alike(typed, form_context.of(mla).providers)
    if found:
        field.help_text = _("The register knows “%(name)s”. Is it the same?") % {"name": found}


def alike(typed: str, registered: dict[str, str]) -> str:
    """Return the registered name that the typed one resembles; "" when it is registered, or resembles
    none.
    """
    if not typed or typed in registered:
        return ""
    lowered = {name.casefold(): name for name in registered}
    close = difflib.get_close_matches(typed.casefold(), lowered, n=1, cutoff=_ALIKE)
    return lowered[close[0]] if close else ""


def fill_state(values: dict[str, Any], mla: MLARequest) -> None:
    """Fill in the State of a registered provider that was chosen; a State that an officer has chosen
    stays.
    """
    known = form_context.of(mla).providers.get(values.get("provider") or "")
    if known and not values.get("provider_state"):
        values["provider_state"] = known
