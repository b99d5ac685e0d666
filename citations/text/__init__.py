"""Pure text work: folding, locating, comparing, dates. Knows neither Django nor the database."""
