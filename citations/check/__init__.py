"""A draft's quotations against the quotes on record: are these the words, and who said them."""
