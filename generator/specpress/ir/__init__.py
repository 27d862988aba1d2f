"""The intermediate model: frozen data between the description and the code."""
