package fr.predice.visio.demo;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** {@code [{"channel":"sms|mail","to":"…","text":"…","sentAt":"…"}]}, newest first. */
@WebServlet("/demo/messages")
public class DemoMessages extends HttpServlet {
    @Inject
    private DemoMailbox mailbox;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        mailbox.newestFirst()
                .forEach(message -> messages.add(Json.createObjectBuilder()
                        .add("channel", message.channel().name().toLowerCase(Locale.ROOT))
                        .add("to", message.to())
                        .add("text", message.text())
                        .add("sentAt", message.sentAt().toString())));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(messages.build());
    }
}
