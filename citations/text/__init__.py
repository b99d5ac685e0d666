"""Text as it is: tokens, folding, spans, scripts. Pure: no Django, no database."""
