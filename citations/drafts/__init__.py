"""Checks a draft's quotations against the record: the words, the speaker, the day, the office."""
