"""Text itself: folding, tokens, spans, scripts, languages. Without Django or a database."""
