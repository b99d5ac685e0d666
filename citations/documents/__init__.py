"""Readers: files and web pages to text, one module a format; `detection` chooses the reader."""
