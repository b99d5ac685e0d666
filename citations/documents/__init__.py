"""Readers that turn files and web pages into text, one module per format."""
