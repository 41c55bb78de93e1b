"""What the server adds to Streamlit's answers."""
