"""The draft check: whether a draft's quotations are the words on record, and who said them."""
