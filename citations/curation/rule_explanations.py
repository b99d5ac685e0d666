"""Explains to curators, in plain words, how a speaker was found, and how sure that is.

A proposal keeps rule and evidence in one column: `after+subject`.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.extraction.calibration import LEAST_CONFIDENCE
from citations.extraction.languages.lexicon_loading import load_language
from citations.extraction.quotation import Quotation
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


# What shows whom the printed words mean, by `citations.extraction.calibration.EVIDENCE`.
EVIDENCE = {
    "subject": gettext_lazy("This is the subject of the sentence before."),
    "far-subject": gettext_lazy("This is the subject of an earlier sentence."),
    "unknown-subject": gettext_lazy(
        "This is the subject of a sentence before; the text does not show the person’s gender."
    ),
    "speaker": gettext_lazy("This is the person who spoke last."),
    "only": gettext_lazy("This is the last person of that gender."),
    "unknown-only": gettext_lazy(
        "This is the last person named; the text does not show the person’s gender."
    ),
    "noun": gettext_lazy("The text calls nobody else that."),
    "body": gettext_lazy("This is the organisation named before."),
    "asked": gettext_lazy("This is the person who was asked."),
    "filled": gettext_lazy("The full name stands elsewhere in the text."),
    "several": gettext_lazy("The text has several people of this name."),
    "bare": gettext_lazy("The text gives no fuller name."),
    "organisation": gettext_lazy("The name is that of an organisation."),
    "word": gettext_lazy("Nothing else shows that this word is a name."),
    "words": gettext_lazy("Nothing else shows that this is the name of a person."),
}
# Where the reader of the language knows its pronouns, and not the lexicon.
_PRONOUNS = {
    "ar": frozenset(("هو", "هي", "هم")),
    "ko": frozenset(("그", "그녀", "그들", "본인")),
    "zh": frozenset(("他", "她", "它", "他们", "她们", "他們", "她們")),
}
# None says how likely a name is.
_WITHOUT_CONFIDENCE = frozenset({"unattributed", "unsupported-language", "reworded"})


def rule_with_evidence(quotation: Quotation) -> str:
    """What a proposal keeps as its rule."""
    has_words = quotation.evidence in EVIDENCE
    return f"{quotation.rule}+{quotation.evidence}" if has_words else quotation.rule


def explain_rule(rule: str) -> str:
    """One sentence; empty for a rule that is unknown here, as in records loaded from elsewhere."""
    return str(EXPLANATIONS.get(rule, ""))


def explain_attribution(proposal: Proposal, language: str = "en") -> str:
    """All that a curator should know; `language` is the code of that of the text."""
    rule, _plus, evidence = proposal.rule.partition("+")
    sentences = [explain_rule(rule), _explain_meaning(proposal, language)]
    if proposal.named or evidence == "several":
        sentences.append(str(EVIDENCE.get(evidence, "")))
    if rule in EXPLANATIONS and rule not in _WITHOUT_CONFIDENCE:
        sentences.append(_explain_confidence(proposal))
    return " ".join(filter(None, sentences))


def is_speaker_open(proposal: Proposal, language: str) -> bool:
    """Whether the text names nobody to record: a pronoun alone, or too unsure a name."""
    if proposal.named:
        return False
    is_pronoun = proposal.attribution.casefold() in _pronouns(language)
    return is_pronoun or _is_left_open(proposal) or proposal.rule.endswith("+several")


def _explain_meaning(proposal: Proposal, language: str) -> str:
    """Whom a pronoun or a role means, if it stands for a name."""
    names = {"words": proposal.attribution, "name": proposal.named}
    if proposal.named and not _share_words(proposal.attribution, proposal.named):
        return _("“%(words)s” is taken to mean %(name)s.") % names
    if not proposal.named and proposal.attribution.casefold() in _pronouns(language):
        return _("It is unclear whom “%(words)s” means.") % names
    return ""


def _share_words(printed: str, name: str) -> bool:
    """Also true where nothing is printed, as with a verb without a subject."""
    one, other = printed.casefold(), name.casefold()
    return one in other or other in one or bool(set(one.split()) & set(other.split()))


def _pronouns(language: str) -> frozenset[str]:
    if language in _PRONOUNS:
        return _PRONOUNS[language]
    lexicon = load_language(language)
    if lexicon is None:
        return PRONOUNS
    return lexicon.words(*(key for key in lexicon.lists if key.startswith("pronouns")))


def _is_left_open(proposal: Proposal) -> bool:
    """Whether somebody was found, but too unsure to be named."""
    has_several = proposal.rule.endswith("+several")
    is_unsure = proposal.confidence < LEAST_CONFIDENCE
    return bool(proposal.attribution) and is_unsure and not has_several


def _explain_confidence(proposal: Proposal) -> str:
    share = {"percent": round(100 * proposal.confidence)}
    if proposal.named:
        return _("About %(percent)d in 100 such proposals are right.") % share
    if _is_left_open(proposal):
        return (
            _("The speaker is left open: only about %(percent)d in 100 such names are right.")
            % share
        )
    return ""
