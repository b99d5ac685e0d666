"""A pronoun, a surname or a role means the one person it can mean, or nobody."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("de", "Anna Berg und Karl Braun kamen. „Wir gehen“, sagte er.", "Karl Braun"),
        ("de", "Xaro Berg und Karl Braun kamen. „Wir gehen“, sagte er.", ""),
        ("de", "Anna Berg kam gegen den Rat der Ärzte. „Wir gehen“, sagte sie.", "Anna Berg"),
        ("de", "Als Anna Berg den Laden betrat, schwieg sie. „Wir gehen“, sagte sie.", "Anna Berg"),
        ("it", "Anna Berti è qui. «Andiamo», ha detto l'allenatrice.", ""),
        ("es", "Pedro Holt fue operado. «Está bien», dijo el médico.", ""),
        ("de", "Dann sprach Freude aus ihr. „Wir gehen“, sagte sie.", ""),
        ("de", "Die Köchin Anna Berg und der Koch Kai Braun gingen. „Ja“, sagte er.", "Kai Braun"),
        ("de", "Ärztin Anna Berg kam. „Wir gehen“, sagte die Ärztin.", "Anna Berg"),
        ("de", "Anna Berg kam. „Wir gehen“, sagte Berg.", "Anna Berg"),
        ("de", "Anna Berg und Karl Berg kamen. „Wir gehen“, sagte Berg.", ""),
        ("fr", "Le maire et le curé sont venus. « Non », dit-il.", ""),
        ("es", "Ana Duarte y Eva Ruiz llegaron. «Nos vamos», añadió.", ""),
        ("pl", "Ewa Lipska i Jan Kos przyszli. „Idziemy” – dodała.", "Ewa Lipska"),
        ("ru", "С Иваном Косовым вошла Ева. «Идём», — сказал Косов. Иван Косов сел.",
         "Иван Косов"),
    ],
)  # fmt: skip
def test_whom_it_means(code: str, text: str, speaker: str) -> None:
    assert find_quotations(text, "", code)[0].speaker == speaker
