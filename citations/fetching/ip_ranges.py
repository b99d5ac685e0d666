"""Which addresses of the Internet everybody can reach."""

from ipaddress import IPv4Address, IPv6Address, ip_network

# Addresses that stand for one of IPv4 (RFC 6052, 8215, 2765, 4291), lead to a relay (RFC 7526), or
# were set aside for sites and routers (RFC 3879, 9602): Python counts some of them as global.
_SET_ASIDE = tuple(
    map(
        ip_network,
        "64:ff9b::/96 64:ff9b:1::/48 ::ffff:0:0:0/96 ::/96 fec0::/10 5f00::/16"
        " 192.88.99.0/24".split(),
    )
)

Address = IPv4Address | IPv6Address


def is_public(address: Address) -> bool:
    """Whether everybody can reach it, also through what stands for another address in it."""
    if any(address in network for network in _SET_ASIDE):
        return False
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo or (inner and not is_public(inner)):
            return False
        if address.ipv4_mapped:
            return True
    return address.is_global and not address.is_multicast
