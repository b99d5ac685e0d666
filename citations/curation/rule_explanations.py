"""Explains to curators, in plain words, how the speaker of a proposal was found."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.extraction.syntax.lexicon import PRONOUNS
from citations.models import Proposal

# By the rules of `citations.extraction`, and those of proposals that are made in other ways.
EXPLANATIONS = {
    "after": gettext_lazy("The speaker is named right after the quotation."),
    "after-inverted": gettext_lazy("The speaker is named right after the quotation and its verb."),
    "after-japanese": gettext_lazy("The particle after the quotation leads to the speaker."),
    "before": gettext_lazy("The speaker and the verb lead up to the quotation."),
    "according-to": gettext_lazy("“According to” names the speaker."),
    "dash": gettext_lazy("The speaker is named after a dash."),
    "label": gettext_lazy("The speaker is named before a colon, like a label."),
    "colon": gettext_lazy("The sentence before the colon is about the speaker."),
    "owner": gettext_lazy("The quotation is called somebody’s answer, message or the like."),
    "announced": gettext_lazy("The sentence announces a statement of the speaker."),
    "credit": gettext_lazy("The speaker is credited behind or below the quotation."),
    "handle": gettext_lazy("The words were posted under this handle."),
    "caption": gettext_lazy("The words are the caption of a picture that the speaker posted."),
    "voice": gettext_lazy("The text says afterwards whose words they were."),
    "speech-noun": gettext_lazy("The words are called somebody’s claim, promise or the like."),
    "stance": gettext_lazy("The verb shows what the speaker wants, thanks for or speaks of."),
    "aside": gettext_lazy("The speaker is named in an aside or at the end of the sentence."),
    "agent": gettext_lazy("The words are what the speaker called it: “called … by”."),
    "is-how": gettext_lazy("The sentence says that this is how the speaker put it."),
    "wording": gettext_lazy("The sentence says who used this wording."),
    "sentence-before": gettext_lazy("The sentence before the quotation reports the speaker."),
    "subject-before": gettext_lazy("The sentence before the quotation is about the speaker."),
    "carried": gettext_lazy("The speaker of the quotation beside this one is assumed to go on."),
    "transcript": gettext_lazy("The line starts with the speaker’s name, as in a transcript."),
    "question-answer": gettext_lazy(
        "The words are a question or an answer; the text above says who asks and who answers."
    ),
    "byline": gettext_lazy(
        "The whole text is a speech or an account by the person named above it."
    ),
    "signature": gettext_lazy("The whole text is a letter by the person whose name ends it."),
    "unattributed": gettext_lazy("The text does not say who is speaking."),
    "any-verb": gettext_lazy("The speaker stands beside the quotation with an unusual verb."),
    "unknown-verb": gettext_lazy(
        "The speaker is named right after the quotation and a word that is taken for a verb."
    ),
    "dropped-subject": gettext_lazy(
        "The verb has no subject of its own; the person last named is taken for the speaker."
    ),
    "unsupported-language": gettext_lazy(
        "The speaker is not looked for, because the language of the text is not supported."
    ),
    "reworded": gettext_lazy("These words nearly match a quote from an older text of the article."),
    "added by hand": gettext_lazy("A curator selected these words."),
}


def explain_rule(rule: str) -> str:
    """One sentence; empty for a rule that is unknown here, as in records loaded from elsewhere."""
    return str(EXPLANATIONS.get(rule, ""))


def explain_attribution(proposal: Proposal) -> str:
    sentences = [explain_rule(proposal.rule)]
    if proposal.attribution.casefold() in PRONOUNS:
        names = {"pronoun": proposal.attribution, "name": proposal.named}
        if proposal.named:
            sentences.append(_("“%(pronoun)s” is taken to mean %(name)s.") % names)
        else:
            sentences.append(_("It is unclear whom “%(pronoun)s” means.") % names)
    return " ".join(filter(None, sentences))
