"""Tells public IP addresses from private and reserved ones."""

from ipaddress import IPv4Address, IPv6Address, ip_network

# Ranges that embed an IPv4 address (RFC 6052, 8215, 2765, 4291), reach a relay (RFC 7526), or are
# reserved for sites and routers (RFC 3879, 9602). Python counts some of them as global.
_RESERVED = tuple(
    map(
        ip_network,
        "64:ff9b::/96 64:ff9b:1::/48 ::ffff:0:0:0/96 ::/96 fec0::/10 5f00::/16"
        " 192.88.99.0/24".split(),
    )
)

IpAddress = IPv4Address | IPv6Address


def is_public(address: IpAddress) -> bool:
    """Whether everybody can reach the address, and any address embedded in it."""
    if any(address in network for network in _RESERVED):
        return False
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo or (inner and not is_public(inner)):
            return False
        if address.ipv4_mapped:
            return True
    return address.is_global and not address.is_multicast
