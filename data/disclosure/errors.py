"""The one way disclosure control fails: nothing may be published."""


class DisclosureError(Exception):
    """The counts cannot be published safely, or not be proven to be. The message never tells a count."""
