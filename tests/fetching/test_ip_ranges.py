"""Private and reserved addresses are told from public ones, however they are written."""

from ipaddress import ip_address

import pytest

from citations.fetching.ip_ranges import is_public

PRIVATE = (
    "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.1.1 172.16.0.1 192.168.1.1 192.0.2.1 224.0.0.1"
    " 255.255.255.255 :: ::1 fe80::1 fc00::1 ff02::1 ::ffff:10.0.0.1 2002:a00:1:: 64:ff9b::a00:1"
    " 64:ff9b:1::1 ::127.0.0.1 ::ffff:0:10.0.0.1 fec0::1 5f00::1 192.88.99.1 2001::1"
    " 2001:db8::1"
)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private_and_reserved_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14", "2002:5db8:d70e::"]
)
def test_addresses_that_everybody_reaches_are_public(address: str) -> None:
    assert is_public(ip_address(address))
