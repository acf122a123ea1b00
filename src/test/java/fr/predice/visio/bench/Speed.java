package fr.predice.visio.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** What the phone's network lets through. */
enum Speed {
    LOOPBACK {
        @Override
        void limit(Page page) {
            // Nothing is in the way.
        }
    },
    /** As Chromium's own tools call it. */
    SLOW_4G {
        @Override
        void limit(Page page) {
            var conditions = new JsonObject();
            conditions.addProperty("offline", false);
            conditions.addProperty("latency", 150 * 3.75);
            conditions.addProperty("downloadThroughput", 1.6e6 / 8 * 0.9);
            conditions.addProperty("uploadThroughput", 750e3 / 8 * 0.9);
            var tools = page.context().newCDPSession(page);
            tools.send("Network.enable");
            tools.send("Network.emulateNetworkConditions", conditions);
        }
    };

    abstract void limit(Page page);
}
