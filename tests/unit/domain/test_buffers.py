"""Buffers of transfers: their memory does not stay with the threads that used it."""

import threading

import psutil
import pytest

from fichier_gui.domain.buffers import FROM_SYSTEM, make_buffer

MEBIBYTE = 1 << 20


@pytest.mark.parametrize("size", [0, 1, 1000, FROM_SYSTEM - 1, FROM_SYSTEM, MEBIBYTE, 3 * MEBIBYTE + 1])
def test_a_buffer_is_writable_zeros_of_its_size(size: int) -> None:
    buffer = make_buffer(size)
    assert (len(buffer), buffer.nbytes, buffer.format, buffer.readonly) == (size, size, "B", False)
    assert not any(buffer)
    if size:
        buffer[-1:] = b"\xff"
        assert buffer[-1] == 255
        assert bytes(buffer[: size - 1]) == bytes(size - 1)


def _use_in_threads(count: int) -> None:
    """Each thread has buffers of several sizes, all at once, and touches every page."""
    together = threading.Barrier(count)

    def work() -> None:
        buffers = [make_buffer(size) for size in (MEBIBYTE, MEBIBYTE // 2, MEBIBYTE, MEBIBYTE - 5000)]
        for buffer in buffers:
            buffer[:] = b"\1" * len(buffer)
        together.wait(20)

    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_what_many_threads_used_goes_back_to_the_system() -> None:
    process = psutil.Process()
    _use_in_threads(24)
    before = process.memory_info().rss
    for _ in range(3):
        _use_in_threads(24)
    # 84 MiB were in use at once, three times.
    assert process.memory_info().rss - before < 12 * MEBIBYTE
