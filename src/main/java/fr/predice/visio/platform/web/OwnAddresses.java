package fr.predice.visio.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.facelets.Tag;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagAttributes;
import jakarta.faces.view.facelets.TagDecorator;
import java.util.Arrays;
import java.util.Set;

/**
 * Lets pages write {@code href="/compte"} wherever a site has the application: when a page is compiled, the path of the
 * application goes before each address of ours in plain HTML. An address that is computed as a whole begins with
 * {@code #{request.contextPath}} instead.
 */
public class OwnAddresses implements TagDecorator {
    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final Set<String> NAMES = Set.of("href", "src", "action");

    @Override
    public Tag decorate(Tag tag) {
        var attributes = tag.getAttributes().getAll();
        if (!HTML.equals(tag.getNamespace()) || Arrays.stream(attributes).noneMatch(OwnAddresses::isOwn)) {
            return null;
        }
        var root = FacesContext.getCurrentInstance().getExternalContext().getApplicationContextPath();
        return new Tag(
                tag,
                new Attributes(Arrays.stream(attributes)
                        .map(attribute -> isOwn(attribute) ? new OwnAddress(attribute, root) : attribute)
                        .toArray(TagAttribute[]::new)));
    }

    private static boolean isOwn(TagAttribute attribute) {
        var value = attribute.getValue();
        return NAMES.contains(attribute.getQName()) && value.startsWith("/") && !value.startsWith("//");
    }

    private static final class Attributes extends TagAttributes {
        private final TagAttribute[] all;

        Attributes(TagAttribute... all) {
            this.all = all;
        }

        @Override
        public TagAttribute[] getAll() {
            return all.clone();
        }

        @Override
        public TagAttribute get(String localName) {
            return get("", localName);
        }

        @Override
        public TagAttribute get(String namespace, String localName) {
            return Arrays.stream(getAll(namespace))
                    .filter(attribute -> attribute.getLocalName().equals(localName))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public TagAttribute[] getAll(String namespace) {
            return Arrays.stream(all)
                    .filter(attribute -> attribute.getNamespace().equals(namespace))
                    .toArray(TagAttribute[]::new);
        }

        @Override
        public String[] getNamespaces() {
            return Arrays.stream(all).map(TagAttribute::getNamespace).distinct().toArray(String[]::new);
        }
    }
}
