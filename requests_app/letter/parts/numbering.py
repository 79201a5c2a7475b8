"""Letters that number annexes and clauses."""


def annex_letter(index: int) -> str:
    """Return the letter of an annex: A to Z, then AA, AB, as columns of a spreadsheet are named."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
