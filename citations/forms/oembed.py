"""The parameters of an oEmbed request (oembed.com, 1.0, section 2.2)."""

from django import forms


class OembedForm(forms.Form):
    """The address of a quote's page, the format, and the largest size in pixels."""

    url = forms.CharField(max_length=2000)
    format = forms.CharField(required=False, max_length=20)
    maxwidth = forms.IntegerField(required=False, min_value=1)
    maxheight = forms.IntegerField(required=False, min_value=1)
