"""What the fast reader sees of a sentence. `src/language/reader/features.rs` says the same in Rust; a test compares them."""

import pieces

MARKERS = set("""
although because but could despite few hardly however if instead lack less little may might more must never no nobody none
nor not nothing only ought over rather should since so than therefore though thus too unless until what when where whereas
whether which while who without would yet
""".split())
BREAKS = set(",;:()–—.?!…")
OFFSET, PRIME = 0x811C9DC5, 0x01000193


def fnv(text):
    """The 32-bit FNV-1a hash, which names a feature."""
    hashed = OFFSET
    for byte in text.encode():
        hashed = (hashed ^ byte) * PRIME & 0xFFFFFFFF
    return hashed


TOKENISER = pieces.tokeniser(512)


def words(text):
    """BERT's words, with every digit written as 0."""
    normal = TOKENISER._tokenizer.normalizer.normalize_str(text)
    found = [word for word, _ in TOKENISER._tokenizer.pre_tokenizer.pre_tokenize_str(normal)]
    return ["".join("0" if "0" <= letter <= "9" else letter for letter in word) for word in found]


def features(text):
    """The names of the features that hold, each once, in order of appearance."""
    own = words(text)
    found = [*ngrams(own), *pieces_of(own), *links(own), *patterns(text, own)]
    return list(dict.fromkeys(found))


def ngrams(own):
    framed = ["^", *own, "$"]
    yield from (f"w {word}" for word in own)
    yield from (f"b {a} {b}" for a, b in zip(framed, framed[1:]))
    yield from (f"s {a} {c}" for a, c in zip(framed, framed[2:]))


def pieces_of(own):
    """Runs of five letters, word ends included."""
    for word in own:
        framed = f"<{word}>"
        if len(word) > 3:
            yield from (f"c {framed[at:at + 5]}" for at in range(len(framed) - 4))


def links(own):
    """Each marker with the words that follow it in its clause, and each clause's first word."""
    marker, opens = None, True
    for word in own:
        if word in BREAKS:
            marker, opens = None, True
            continue
        if opens:
            yield f"k {word}"
        if marker:
            yield f"m {marker} {word}"
        marker, opens = (word if word in MARKERS else marker), False


def patterns(text, own):
    yield f"p length {min(len(own) // 5, 9)}"
    names = sum(1 for word in text.split(" ")[1:] if word and "A" <= word[0] <= "Z")
    yield f"p names {min(names, 4)}"
    for at, word in enumerate(own):
        if word == "0000":
            act = at > 0 and own[at - 1] in ("act", "regulations", "order", "measure")
            cited = at > 0 and own[at - 1] in (",", "(") or at + 1 < len(own) and own[at + 1] in (")", ",")
            yield "p act" if act else "p cited" if cited else "p year"
        elif word[0] == "0":
            yield "p number"
            yield f"p number {own[at + 1]}" if at + 1 < len(own) else "p number last"
    if own and own[-1] not in (".", "!", "?", ")"):
        yield "p open end"
