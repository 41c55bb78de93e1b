"""The curated files about services: which kinds, who gives them, where sources attest them, who refers whom."""
