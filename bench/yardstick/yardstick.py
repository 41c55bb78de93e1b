"""The yardstick: the same figures on a plain Streamlit page with Plotly's own map, as anyone would first write it."""

import json
import sys
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[2]))

from data import COUNTIES, FOCUS, Release, open_release

ROOT = Path(__file__).parents[2]
CONFIG = {"topojsonURL": "./app/static/topojson/"}  # else the map asks the maker's server for one


@st.cache_resource
def atlas() -> Release:
    return open_release(ROOT / "data" / "release")


@st.cache_resource
def outlines() -> dict:
    return json.loads((ROOT / "geo" / "boundaries" / "counties.geojson").read_text(encoding="utf-8"))


def choropleth(rows: pd.DataFrame, title: str) -> go.Figure:
    id_field = next(key for key, value in outlines()["features"][0]["properties"].items() if value in COUNTIES)
    figure = go.Figure(
        go.Choropleth(
            geojson=outlines(),
            featureidkey=f"properties.{id_field}",
            locations=rows["area"],
            z=rows["value"],
            colorscale="Blues",
        )
    )
    figure.update_geos(fitbounds="locations", visible=False)
    return figure.update_layout(title=title, height=520)


def dots(rows: pd.DataFrame) -> go.Figure:
    error = {"array": rows["value_upp"] - rows["value"], "arrayminus": rows["value"] - rows["value_low"]}
    return go.Figure(go.Scatter(x=rows["value"], y=rows["area"], error_x=error, mode="markers"))


def choose(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    options = list(dict.fromkeys(rows[column]))
    return rows[rows[column].eq(st.sidebar.radio(column, options, key=f"pick_{column}"))]


st.set_page_config(layout="wide")
page = st.query_params.get("page", "risk")
release = atlas()
if page == "services":
    counts = release.services.counts
    rows = choose(counts[counts["service"].eq("all") & counts["gender"].eq("all") & counts["age"].eq("all")], "cycle")
    rows = rows.assign(value=rows["value"].astype("float64"), value_low=float("nan"), value_upp=float("nan"))
    st.table(release.services.presence.groupby(["service", "area"])["state"].first().unstack())
else:
    observations = release.observations if page == "risk" else release.survey.observations
    code = "school_attendance_15_17" if page == "risk" else "heard"
    rows = observations[observations["indicator"].eq(st.query_params.get("indicator", code))]
    if page == "survey":
        rows = rows[rows["population"].eq("all") & rows["answer"].eq("yes")]
    rows = choose(choose(choose(rows, "age"), "period"), "gender")
st.title(f"{page}: {', '.join(rows['gender'].unique())}")
st.plotly_chart(choropleth(rows[rows["area"].isin(COUNTIES)], page), config=CONFIG, key="map")
st.plotly_chart(dots(rows[rows["area"].isin(FOCUS)]), config=CONFIG, key="dots")
