
window.onload = function() {
  var url = window.location.search.match(/url=([^&]+)/);
  var options = {
  "swaggerDoc": {
  "openapi": "3.0.3",
  "info": {
    "title": "Pets",
    "version": "1"
  },
  "paths": {
    "/pets": {
      "get": {
        "operationId": "listPets",
        "responses": {
          "200": {
            "description": "ok"
          }
        }
      }
    }
  }
},
  "customOptions": {}
};
  url = options.swaggerUrl || url
  var spec1 = options.swaggerDoc
  SwaggerUIBundle({ spec: spec1 ? spec1 : url, url: url })
}
