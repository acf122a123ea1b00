package fr.predice.visio.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;

/** Tells {@link RequestTimer} which method of ours a request found, by the template that this is written with. */
@Provider
public class ApiRoute implements ContainerRequestFilter {
    private static final String ATTRIBUTE = ApiRoute.class.getName();

    @Context
    private HttpServletRequest request;

    @Context
    private ResourceInfo found;

    @Override
    public void filter(ContainerRequestContext context) {
        request.setAttribute(ATTRIBUTE, template(found.getResourceClass(), found.getResourceMethod()));
    }

    /** Nothing for a page, or where no method was found. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    /** {@code /api/pro/rooms/{invitation}/ticket}, whichever room it is. */
    static String template(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        return "/api/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    }
}
