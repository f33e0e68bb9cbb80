"""Pasted links as a table: what is read, asked next, learnt, and never lost."""

from dataclasses import replace

from fichier_gui.domain import links, pasted
from fichier_gui.domain.errors import NetworkUnavailable, PasswordNeeded
from fichier_gui.domain.ids import FileUrl
from fichier_gui.domain.links import DOMAINS, FileLink
from fichier_gui.domain.pasted import FEW, MANY, Pasted, Standing


def text_of(count: int) -> str:
    return "\n".join(f"https://1fichier.com/?abcdefghij{n:05d}" for n in range(count))


def known(row: Pasted, name: str = "a.bin", size: int = 5) -> Pasted:
    return replace(row, standing=Standing.READY, name=name, size=size)


def test_every_domain_and_form_is_a_link_and_the_rest_stays_in_sight() -> None:
    forms = [f"https://{domain}/?abcdefghij&af=12" for domain in DOMAINS]
    forms += ["http://zyxwvutsrq.dfichiers.com/", "https://www.tenvoi.com/en/dir/AbCd1234."]
    foreign = [
        "https://other.example/file/1",
        "magnet:?xt=urn:btih:abc",
        "https://a-6.1fichier.com/p1058755667",
        "https://1fichier.com/remove/abcdefghij/code",
    ]
    rows = pasted.read("Take these: " + " ,\n".join(forms + foreign) + " and nothing@1fichier.com else")
    assert [row.text for row in rows] == [
        *(f"https://{domain}/?abcdefghij" for domain in DOMAINS),
        "https://dfichiers.com/?zyxwvutsrq",
        "https://tenvoi.com/dir/AbCd1234",
        *foreign,
    ]
    assert [row.standing for row in rows[-4:]] == [Standing.FOREIGN] * 4
    assert pasted.unusable(rows) == rows[-4:]


def test_a_link_inside_another_address_is_taken_once() -> None:
    rows = pasted.read("https://go.example/?to=https://1fichier.com/?abcdefghij 1fichier.com/?abcdefghij")
    assert [row.standing for row in rows] == [Standing.ASKING, Standing.DUPLICATE]


def test_hundreds_are_asked_by_the_hundred_and_a_few_one_by_one() -> None:
    rows = pasted.read(text_of(250) + " https://1fichier.com/dir/AbCd12")
    first = pasted.next_question(rows)
    assert first is not None and [row.is_folder for row in first.rows] == [True] and not first.is_mass
    sizes = []
    while (question := pasted.next_question(rows)) is not None:
        sizes.append(len(question.rows))
        rows = pasted.answered(rows, {row.text: (known(row, row.text),) for row in question.rows})
        rows = tuple(row for row in rows if not row.is_folder)
    assert sizes == [1, MANY, MANY, 50]
    few = pasted.next_question(pasted.read(text_of(FEW)))
    assert few is not None and len(few.rows) == 1 and not few.is_mass


def test_the_files_of_a_folder_take_its_place_and_what_is_there_twice_is_said() -> None:
    rows = pasted.read("https://1fichier.com/dir/AbCd12 https://1fichier.com/?abcdefghij")
    twin = Pasted("https://1fichier.com/?abcdefghij", links.parse("https://1fichier.com/?abcdefghij"))
    other = Pasted("https://1fichier.com/?zzzzzzzzzz", links.parse("https://1fichier.com/?zzzzzzzzzz"))
    rows = pasted.answered(rows, {rows[0].text: (known(twin), known(other))})
    assert [(row.text[-10:], row.standing) for row in rows] == [
        ("abcdefghij", Standing.READY),
        ("zzzzzzzzzz", Standing.READY),
        ("abcdefghij", Standing.DUPLICATE),
    ]


def test_one_file_under_two_domains_is_fetched_under_the_one_that_answers() -> None:
    rows = pasted.read("https://1fichier.com/?abcdefghij https://tenvoi.com/?abcdefghij")
    dead = replace(rows[0], standing=Standing.DEAD)
    bound = pasted.answered(rows, {rows[0].text: (dead,), rows[1].text: (known(rows[1]),)})
    assert [row.standing for row in bound] == [Standing.DEAD, Standing.READY]
    both = pasted.answered(rows, {row.text: (known(row),) for row in rows})
    assert [row.standing for row in both] == [Standing.READY, Standing.DUPLICATE]


def test_a_question_that_breaks_off_leaves_rows_that_can_be_fetched_and_asked_again() -> None:
    rows = pasted.read(text_of(3))
    rows = pasted.answered(rows, {rows[0].text: (known(rows[0]),)})
    broken = pasted.broken_off(rows, NetworkUnavailable())
    assert [row.standing for row in broken] == [Standing.READY, Standing.UNASKED, Standing.UNASKED]
    assert all(row.can_fetch and row.is_wanted for row in broken)
    assert pasted.next_question(broken) is None
    assert pasted.next_question(pasted.asked_again(broken)) is not None


def test_what_is_in_the_queue_or_on_the_disk_is_not_wanted_but_may_be_chosen() -> None:
    first, second, third = (known(row, f"{n}.bin") for n, row in enumerate(pasted.read(text_of(3))))
    rows = pasted.placed((first, second, third), {FileUrl(first.text)}, {"1.bin": 5, "2.bin": 6})
    assert [row.standing for row in rows] == [Standing.LISTED, Standing.HERE, Standing.READY]
    assert [row.is_wanted for row in rows] == [False, False, True] and all(row.can_fetch for row in rows)
    moved = pasted.placed(rows, set(), {})
    assert [row.standing for row in moved] == [Standing.READY] * 3


def test_nothing_is_lost_without_a_word() -> None:
    rows = pasted.read(text_of(4) + " https://1fichier.com/dir/AbCd12 https://other.example/x")
    locked = replace(rows[0], standing=Standing.LOCKED, reason=PasswordNeeded())
    dead = replace(rows[1], standing=Standing.DEAD)
    rows = pasted.answered(rows, {locked.text: (locked,), dead.text: (dead,)})
    chosen = [row for row in rows if row.is_wanted]
    assert [row.text[-5:] for row in chosen] == ["00002", "00003"]
    left = pasted.left_out(rows, chosen)
    assert [row.text for row in left] == [rows[0].text, rows[1].text, rows[4].text, rows[5].text]
    assert isinstance(rows[0].link, FileLink)
