"""The pages and where each stands."""

# File stem -> address. A stem must never be its page's address: Streamlit would run the file without the frame.
PAGES = {
    "overview": "",
    "risk": "rreziku",
    "services": "sherbimet",
    "survey": "anketa",
    "county": "qarku",
    "meeting": "takimi",
    "data": "te-dhenat",
    "programme": "programi",
    "methods": "metodat",
}
