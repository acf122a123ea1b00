package fr.predice.visio.gallery;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A drawn person in front of a camera, as a Motion JPEG file that Chromium takes for a camera's picture. */
final class Film {
    private static final int FRAMES = 5;

    private final int width;
    private final int height;
    private final Color wall;
    private final Color hair;
    private final Color skin;
    private final Color clothes;

    private Film(int width, int height, int wall, int hair, int skin, int clothes) {
        this.width = width;
        this.height = height;
        this.wall = new Color(wall);
        this.hair = new Color(hair);
        this.skin = new Color(skin);
        this.clothes = new Color(clothes);
    }

    static Film ofAProfessional() {
        return new Film(1280, 720, 0xC3D3CF, 0x4A3328, 0xE3B08E, 0x0B5D6B);
    }

    static Film ofAPersonAtHome() {
        return new Film(1280, 720, 0xDCCBB4, 0xA9A49E, 0xD9A27E, 0x9C4F3A);
    }

    Path shot(Path file) {
        var frame = new ByteArrayOutputStream();
        try {
            ImageIO.write(draw(), "jpeg", frame);
            var frames = new ByteArrayOutputStream();
            for (var count = 0; count < FRAMES; count++) {
                frame.writeTo(frames);
            }
            Files.createDirectories(file.getParent());
            return Files.write(file, frames.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BufferedImage draw() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setPaint(new GradientPaint(0, 0, wall, width, height, wall.darker()));
        brush.fillRect(0, 0, width, height);
        drawRoom(brush);
        brush.translate(width / 2, height / 2);
        drawPerson(brush);
        brush.dispose();
        return image;
    }

    /** A window with the sky in it, and a shelf. */
    private void drawRoom(Graphics2D brush) {
        brush.setPaint(new Color(0xE6E1D6));
        brush.fill(new RoundRectangle2D.Double(70, 60, 250, 330, 12, 12));
        brush.setPaint(new GradientPaint(0, 60, new Color(0xA9C8DA), 0, 390, new Color(0xD3E0DF)));
        brush.fill(new RoundRectangle2D.Double(86, 76, 218, 298, 6, 6));
        brush.setPaint(new Color(0xE6E1D6));
        brush.fillRect(190, 76, 10, 298);
        brush.fillRect(86, 220, 218, 10);
        brush.setPaint(new Color(0x9A8468));
        brush.fillRect(960, 250, 240, 12);
        var books = new int[] {0x0B5D6B, 0xC7783F, 0x7C8F5A, 0x8C4A4A};
        for (var book = 0; book < books.length; book++) {
            brush.setPaint(new Color(books[book]));
            brush.fillRect(985 + book * 34, 150 + book % 2 * 22, 28, 100 - book % 2 * 22);
        }
    }

    /** Around the middle of the picture. */
    private void drawPerson(Graphics2D brush) {
        brush.setPaint(clothes);
        brush.fill(new RoundRectangle2D.Double(-260, 170, 520, 400, 240, 240));
        brush.setPaint(hair);
        brush.fill(new Ellipse2D.Double(-150, -225, 300, 330));
        brush.setPaint(new Color(0xBF8A68));
        brush.fill(new RoundRectangle2D.Double(-52, 80, 104, 130, 70, 70));
        brush.setPaint(skin);
        brush.fill(new Ellipse2D.Double(-118, -165, 236, 296));
        brush.setPaint(hair);
        brush.fill(new Arc2D.Double(-124, -190, 248, 170, 8, 164, Arc2D.CHORD));
        brush.setPaint(new Color(0x2E2A28));
        brush.fill(new Ellipse2D.Double(-58, -30, 18, 22));
        brush.fill(new Ellipse2D.Double(40, -30, 18, 22));
        brush.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(new Arc2D.Double(-46, 20, 92, 60, 200, 140, Arc2D.OPEN));
        brush.setPaint(new Color(0xC98A6B));
        brush.draw(new Arc2D.Double(-10, -10, 20, 40, 230, 100, Arc2D.OPEN));
    }
}
