package fr.predice.visio.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A browser without a window: keeps cookies, reads forms, follows nothing by itself. Safe to use from many threads. */
public final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]* type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final String address;
    private final String languages;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> always = new ConcurrentHashMap<>();

    public Visitor(String address) {
        this(address, "fr");
    }

    /** @param languages as in Accept-Language */
    public Visitor(String address, String languages) {
        this(address, languages, HttpClient.newBuilder());
    }

    /** @param trusting whose certificate the visitor believes */
    public Visitor(String address, SSLContext trusting) {
        this(address, "fr", HttpClient.newBuilder().sslContext(trusting));
    }

    private Visitor(String address, String languages, HttpClient.Builder client) {
        this.address = address;
        this.languages = languages;
        this.client = client.version(HttpClient.Version.HTTP_1_1).build();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Sends a form as the page holds it, with these fields filled and this button pressed. */
    public HttpResponse<String> submit(
            String path, String page, String form, String button, Map<String, String> fields) {
        return post(path, filled(page, form, button, fields));
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a file as the only field of a form. */
    public HttpResponse<String> upload(String path, String field, byte[] file, String... headers) {
        var edge = "edge-of-a-part";
        var head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"liste.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        var parts = List.of(head.getBytes(StandardCharsets.UTF_8), file, ("\r\n--" + edge + "--\r\n").getBytes());
        return send(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofByteArrays(parts)));
    }

    /** The body that {@link #submit} sends. */
    public static String filled(String page, String form, String button, Map<String, String> fields) {
        var body = new LinkedHashMap<String, String>();
        var start = page.indexOf("<form id=\"" + form + "\"");
        var hidden = HIDDEN.matcher(page.substring(start, page.indexOf("</form>", start)));
        while (hidden.find()) {
            var value = VALUE.matcher(hidden.group());
            var name = NAME.matcher(hidden.group());
            if (name.find() && value.find()) {
                body.put(name.group(1), value.group(1).replace("&amp;", "&"));
            }
        }
        body.put(button, button);
        body.putAll(fields);
        return body.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends this with each request. */
    public void always(String header, String value) {
        always.put(header, value);
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    public Map<String, String> cookies() {
        return new HashMap<>(cookies);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .timeout(PATIENCE)
                .header("Accept-Language", languages);
        if (!cookies.isEmpty()) {
            var sent = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            request.header("Cookie", sent);
        }
        always.forEach(request::header);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
