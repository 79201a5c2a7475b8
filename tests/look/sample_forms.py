"""Forms of every kind of field, for the sample pages."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms

KINDS = [("email", "E-mail account"), ("phone", "Telephone number"), ("ip", "IP address")]
STATES = [("", "Choose"), ("GBR", "United Kingdom"), ("ESP", "Spain")]
YES_NO = [("yes", "Yes"), ("no", "No"), ("", "Not answered yet")]


class DraftForm(forms.Form):
    optional: frozenset[str] = frozenset()

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(Fieldset("Who asks", *self.fields))
        return helper


class AuthorityForm(DraftForm):
    optional = frozenset({"email"})
    office = forms.CharField(label="Requesting office", help_text="As it signs its letters.")
    email = forms.EmailField(label="E-mail", required=False)
    nature = forms.CharField(
        label="Nature of the case", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    stage = forms.ChoiceField(label="Stage", choices=STATES, required=False)
    urgent = forms.BooleanField(label="Execution may not wait", required=False, help_text="Say why below.")
    wanted = forms.ChoiceField(
        label="Keep it confidential", choices=YES_NO, widget=forms.RadioSelect, required=False
    )


class BasisForm(DraftForm):
    scope = forms.ChoiceField(
        label="Is the offence transnational?",
        choices=YES_NO,
        widget=forms.RadioSelect,
        required=False,
        help_text="Some treaties ask for it.",
    )


class RowForm(DraftForm):
    type = forms.ChoiceField(label="Kind of identifier", choices=KINDS)
    identifier = forms.CharField(label="Identifier")
    start = forms.CharField(label="From")
    end = forms.DateTimeField(label="To")
    zone = forms.ChoiceField(label="Time zone of the log", choices=[("", "Choose"), ("UTC", "UTC")])
    provider = forms.CharField(label="Provider")
    relevance = forms.CharField(
        label="How the data bear on the offence", widget=forms.Textarea, required=False
    )


class NewForm(forms.Form):
    requested = forms.ChoiceField(
        label="Which State holds the evidence?",
        choices=STATES,
        help_text="Where the provider can be ordered to act.",
    )
    kinds = forms.MultipleChoiceField(
        label="What do you need from it?", help_text="Choose all that apply.", choices=KINDS
    )
    title = forms.CharField(label="Title of the request", required=False)


class NoteForm(forms.Form):
    note = forms.CharField(
        label="Note to the supervisor", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}))


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=[("approve", "Approve"), ("return", "Return with reasons")],
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label="Reasons",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The drafter reads them.",
        required=False,
    )


class DispatchForm(forms.Form):
    route = forms.ChoiceField(label="Channel", choices=STATES)
    recipient = forms.CharField(label="Recipient")
    sent_on = forms.DateField(label="Sent on", help_text="Year, month, day: 2026-06-14")
    receipt = forms.CharField(label="Receipt or tracking number", required=False)


class OfficerForm(forms.Form):
    username = forms.CharField(label="User name")
    role = forms.ChoiceField(label="Role", choices=STATES)
    active = forms.BooleanField(label="May sign in", required=False)


class LoginForm(forms.Form):
    username = forms.CharField(
        label="User name", widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
