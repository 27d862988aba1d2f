"""Pages of OpenAPI Generator: html, html2 and dynamic HTML."""
