"""Which addresses of the Internet everybody can reach."""

from ipaddress import IPv4Address, IPv6Address, ip_network

# Addresses that stand for one of IPv4 (RFC 6052, RFC 8215).
_TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))

Address = IPv4Address | IPv6Address


def is_public(address: Address) -> bool:
    """Whether everybody can reach it, also through what stands for another address in it."""
    if isinstance(address, IPv6Address):
        if any(address in network for network in _TRANSLATED):
            return False
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo or (inner and not is_public(inner)):
            return False
        if address.ipv4_mapped:
            return True
    return address.is_global and not address.is_multicast
