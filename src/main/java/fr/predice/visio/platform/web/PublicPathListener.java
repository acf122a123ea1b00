package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.SettingRefused;
import fr.predice.visio.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Stops the start where the links in messages would lead elsewhere than to the application. */
@WebListener
public class PublicPathListener implements ServletContextListener {
    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var served = event.getServletContext().getContextPath();
        if (!settings.publicAddress().getRawPath().equals(served)) {
            throw new SettingRefused(
                    "VISIO_PUBLIC_URL",
                    "its path must be the one that the server gives the application, \"" + served
                            + "/\" (VISIO_CONTEXT_PATH)");
        }
    }
}
