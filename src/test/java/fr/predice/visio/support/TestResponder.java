package fr.predice.visio.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What an authority offers on the web, on this machine: its OCSP responder at {@code /ocsp}, and its list of revoked
 * cards at {@code /cards.crl}.
 */
public final class TestResponder implements AutoCloseable {
    private final TestAuthority authority;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile TestAuthority signing;
    private volatile boolean silent;
    private volatile Instant from;
    private volatile Instant next;

    public TestResponder(TestAuthority authority) {
        this.authority = authority;
        this.signing = authority;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/ocsp", this::answer);
        server.createContext("/cards.crl", exchange -> send(exchange, "application/pkix-crl", authority.list()));
        server.setExecutor(threads);
        server.start();
    }

    public URI ocsp() {
        return at("/ocsp");
    }

    public URI list() {
        return at("/cards.crl");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** How many questions came, on both addresses. */
    public int asked() {
        return asked.get();
    }

    /** Takes questions from now on and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    /** Answers signed by another authority, from now on. */
    public void signAs(TestAuthority other) {
        signing = other;
    }

    /** Answers as of then, in place of now, until the next one is due. */
    public void says(Instant since, Instant nextUpdate) {
        from = since;
        next = nextUpdate;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            var since = from == null ? Instant.now() : from;
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var answer = new BasicOCSPRespBuilder(
                    SubjectPublicKeyInfo.getInstance(
                            authority.issuer().getPublicKey().getEncoded()),
                    digests.get(CertificateID.HASH_SHA1));
            for (var one : new OCSPReq(exchange.getRequestBody().readAllBytes()).getRequestList()) {
                var id = one.getCertID();
                var ours = id.matchesIssuer(
                        new X509CertificateHolder(authority.issuer().getEncoded()), digests);
                var status = authority.isRevoked(id.getSerialNumber())
                        ? new RevokedStatus(new Date(), CRLReason.keyCompromise)
                        : CertificateStatus.GOOD;
                if (ours) {
                    answer.addResponse(id, status, Date.from(since), next == null ? null : Date.from(next), null);
                }
            }
            var signed = answer.build(signing.signer(), new X509CertificateHolder[0], new Date());
            var whole = new OCSPRespBuilder().build(OCSPResponseStatus.SUCCESSFUL, signed);
            send(exchange, "application/ocsp-response", whole.getEncoded());
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        asked.incrementAndGet();
        if (silent) {
            await();
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        try (var body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
