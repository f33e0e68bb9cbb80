"""Every implementation of Whirlpool against the published vectors."""

import pytest

from fichier_gui.simulator import whirlpool
from fichier_gui.simulator.whirlpool_pure import PureWhirlpool

# ISO/IEC 10118-3 test vectors; the last one is what rclone #5421 shows for its 12-byte test.txt.
VECTORS = {
    b"": "19fa61d75522a4669b44e39c1d2e1726c530232130d407f89afee0964997f7a7"
    "3e83be698b288febcf88e3e03c4f0757ea8964e59b63d93708b138cc42a66eb3",
    b"a": "8aca2602792aec6f11a67206531fb7d7f0dff59413145e6973c45001d0087b42"
    "d11bc645413aeff63a42391a39145a591a92200d560195e53b478584fdae231a",
    b"abc": "4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c"
    "7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5",
    b"message digest": "378c84a4126e2dc6e56dcc7458377aac838d00032230f53ce1f5700c0ffb4d3b"
    "8421557659ef55c106b4b52ac5a4aaa692ed920052838f3362e86dbd37a8903e",
    b"abcdefghijklmnopqrstuvwxyz": "f1d754662636ffe92c82ebb9212a484a8d38631ead4238f5442ee13b8054e41b"
    "08bf2a9251c30b6a0b8aae86177ab4a6f68f673e7207865d5d9819a3dba4eb3b",
    b"Hello world\n": "0a894ff039da399d5a72116b3665cd952abc8a9ffe37bfae4eae4d5381c5102b"
    "237c27e88b03f71c516e08ffa1cc9de9eac55d7d3abd38ea56220018f006a2c5",
}


def _constructors() -> dict[str, object]:
    finders = {"openssl": whirlpool._openssl, "libgcrypt": whirlpool._gcrypt, "package": whirlpool._package}
    found = {name: find() for name, find in finders.items()}
    return {"python": PureWhirlpool} | {name: made for name, made in found.items() if made is not None}


@pytest.mark.parametrize("name", _constructors())
@pytest.mark.parametrize("text", VECTORS)
def test_vectors(name: str, text: bytes) -> None:
    digest = _constructors()[name]()
    digest.update(text)
    assert digest.hexdigest() == VECTORS[text]


@pytest.mark.parametrize("name", _constructors())
def test_pieces_of_any_length_give_the_same_sum(name: str) -> None:
    data = bytes(range(256)) * 3
    for cut in (0, 1, 31, 32, 33, 63, 64, 65, 500):
        digest = _constructors()[name]()
        digest.update(data[:cut])
        digest.hexdigest()  # Asking in between changes nothing.
        digest.update(memoryview(data)[cut:])
        whole = PureWhirlpool()
        whole.update(data)
        assert digest.hexdigest() == whole.hexdigest()
