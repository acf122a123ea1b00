package fr.predice.visio.platform.web;

import jakarta.el.MethodExpression;
import jakarta.el.ValueExpression;
import jakarta.faces.view.Location;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;

/** An attribute of a page with the application's path before its value. */
final class OwnAddress extends TagAttribute {
    private final TagAttribute written;
    private final String value;

    OwnAddress(TagAttribute written, String root) {
        this.written = written;
        this.value = root + written.getValue();
    }

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public boolean isLiteral() {
        return written.isLiteral();
    }

    @Override
    public String getValue(FaceletContext context) {
        return (String) getObject(context, String.class);
    }

    @Override
    public Object getObject(FaceletContext context) {
        return getObject(context, Object.class);
    }

    @Override
    public Object getObject(FaceletContext context, @SuppressWarnings("rawtypes") Class type) {
        return getValueExpression(context, type).getValue(context);
    }

    @Override
    public ValueExpression getValueExpression(FaceletContext context, @SuppressWarnings("rawtypes") Class type) {
        return context.getExpressionFactory().createValueExpression(context, value, type);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public MethodExpression getMethodExpression(FaceletContext context, Class type, Class[] parameters) {
        return context.getExpressionFactory().createMethodExpression(context, value, type, parameters);
    }

    @Override
    public boolean getBoolean(FaceletContext context) {
        return (Boolean) getObject(context, Boolean.class);
    }

    @Override
    public int getInt(FaceletContext context) {
        return (Integer) getObject(context, Integer.class);
    }

    @Override
    public String getLocalName() {
        return written.getLocalName();
    }

    @Override
    public Location getLocation() {
        return written.getLocation();
    }

    @Override
    public String getNamespace() {
        return written.getNamespace();
    }

    @Override
    public String getQName() {
        return written.getQName();
    }
}
