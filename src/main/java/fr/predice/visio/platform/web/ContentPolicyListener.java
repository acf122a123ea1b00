package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Gives PrimeFaces our policy, so that it only has to add its nonce. */
@WebListener
public class ContentPolicyListener implements ServletContextListener {
    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setInitParameter("primefaces.CSP_POLICY", ContentPolicy.of(settings));
    }
}
