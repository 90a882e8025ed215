package org.goldenthread.app.api;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API, which tells of no one and is open to all. */
@RestController
class OpenApiResource {

    private final OpenApi openApi;

    OpenApiResource(OpenApi openApi) {
        this.openApi = openApi;
    }

    @GetMapping(value = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String show() {
        return openApi.json();
    }
}
