package fr.predice.visio.signin.prosante;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.ReadOnlyOIDCProviderEndpointMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.platform.config.ProSante;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is said with the provider: the question that the person carries there, and the proof that they bring back. */
class Exchange {
    private static final Scope ALL = new Scope("openid", "scope_all");
    private static final String NATIONAL_IDENTIFIER = "SubjectNameID";

    /** Signed by the provider alone: with a secret that both hold, anybody who has ours could sign. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final ProSante site;
    private final ClientID client;
    private final Provider.Described provider;
    private final BackChannel channel;
    private final Optional<ClientCertificate> certificate;

    Exchange(ProSante site, Provider.Described provider, BackChannel channel, Optional<ClientCertificate> certificate) {
        this.site = site;
        this.client = new ClientID(site.client());
        this.provider = provider;
        this.channel = channel;
        this.certificate = certificate;
    }

    /** What belongs to one sign-in and no other. */
    record Secrets(State state, Nonce nonce, CodeVerifier verifier) {}

    /**
     * Where the person goes to be identified.
     *
     * @param anew whether it must be now: else a while ago will do, for this site or for another
     */
    URI question(Secrets secrets, URI back, boolean anew) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, ALL, client, back)
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(secrets.state())
                .nonce(secrets.nonce())
                .codeChallenge(secrets.verifier(), CodeChallengeMethod.S256)
                .acrValues(List.of(new ACR(site.level())))
                .maxAge((int) Person.BELIEVED.toSeconds())
                .prompt(anew ? new Prompt(Prompt.Type.LOGIN) : null)
                .build()
                .toURI();
    }

    /**
     * Who came back.
     *
     * @param answer the parameters that the person's browser brought; its state was looked at
     * @param back as in the question
     */
    Person identify(Map<String, List<String>> answer, Secrets secrets, URI back) throws Refused {
        try {
            var tokens = tokens(code(answer, back), secrets, back);
            var claims = validated(tokens.id(), secrets.nonce());
            if (claims.getACR() == null || !claims.getACR().getValue().equals(site.level())) {
                throw new Refused(Cause.LEVEL, "another level than " + site.level());
            }
            var at = Optional.ofNullable(claims.getAuthenticationTime()).map(Date::toInstant);
            return person(said(tokens.access(), claims), at, tokens.id());
        } catch (ParseException strange) {
            // What the library says of it may quote it.
            throw new Refused(Cause.INVALID, "an answer that cannot be read");
        } catch (IOException away) {
            throw new Refused(Cause.AWAY, String.valueOf(away.getMessage()));
        }
    }

    private AuthorizationCode code(Map<String, List<String>> answer, URI back) throws ParseException, Refused {
        // RFC 6749 §3.1
        if (answer.values().stream().anyMatch(values -> values.size() > 1)) {
            throw new Refused(Cause.INVALID, "an answer that says something twice");
        }
        var read = AuthenticationResponseParser.parse(back, answer);
        if (!answeredByIssuer(read.getIssuer())) {
            throw new Refused(Cause.INVALID, "answered by another issuer");
        }
        if (!read.indicatesSuccess()) {
            var error = read.toErrorResponse().getErrorObject().getCode();
            var away = List.of("server_error", "temporarily_unavailable").contains(error);
            throw new Refused(away ? Cause.AWAY : Cause.CANCELLED, "the provider's answer is an error");
        }
        var code = read.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw new Refused(Cause.INVALID, "no code");
        }
        return code;
    }

    /** RFC 9207: a provider that says that it names itself in its answers does so in each. */
    private boolean answeredByIssuer(Issuer named) {
        return named == null
                ? !provider.metadata().supportsAuthorizationResponseIssuerParam()
                : named.equals(new Issuer(site.issuer()));
    }

    private record Tokens(JWT id, AccessToken access) {}

    private Tokens tokens(AuthorizationCode code, Secrets secrets, URI back)
            throws IOException, ParseException, Refused {
        var grant = new AuthorizationCodeGrant(code, back, secrets.verifier());
        var request = new TokenRequest.Builder(endpoints().getTokenEndpointURI(), ourselves(), grant).build();
        var answer = request.toHTTPRequest().send(channel);
        if (answer.getStatusCode() >= 500) {
            throw new IOException("HTTP " + answer.getStatusCode());
        }
        var read = OIDCTokenResponseParser.parse(answer);
        if (!read.indicatesSuccess()) {
            var error = read.toErrorResponse().getErrorObject().getCode();
            // RFC 6749 §5.2: the code is over, or was taken before
            throw new Refused(
                    OAuth2Error.INVALID_GRANT.getCode().equals(error) ? Cause.LATE : Cause.INVALID,
                    "no token: " + error);
        }
        var tokens = read.toSuccessResponse().getTokens().toOIDCTokens();
        if (tokens.getIDToken() == null) {
            throw new Refused(Cause.INVALID, "no ID token");
        }
        return new Tokens(tokens.getIDToken(), tokens.getAccessToken());
    }

    private ClientAuthentication ourselves() {
        if (site.secret().isEmpty()) {
            return new PKITLSClientAuthentication(
                    client, certificate.orElseThrow().certificate());
        }
        var secret = new Secret(site.secret().get());
        var ways = provider.metadata().getTokenEndpointAuthMethods();
        return ways != null && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret);
    }

    /** Those for whoever shows a certificate may have addresses of their own (RFC 8705 §5). */
    private ReadOnlyOIDCProviderEndpointMetadata endpoints() {
        var aliases = provider.metadata().getReadOnlyMtlsEndpointAliases();
        return certificate.isPresent() && aliases != null && aliases.getTokenEndpointURI() != null
                ? aliases
                : provider.metadata();
    }

    /** Signature, issuer, audience, dates and nonce. */
    private IDTokenClaimsSet validated(JWT token, Nonce nonce) throws Refused {
        var keys = new JWSVerificationKeySelector<SecurityContext>(SIGNATURES, provider.keys());
        try {
            return new IDTokenValidator(new Issuer(site.issuer()), client, keys, null).validate(token, nonce);
        } catch (RateLimitReachedException unknownKey) {
            throw new Refused(Cause.INVALID, "signed with a key that was not there a moment ago");
        } catch (KeySourceException away) {
            throw new Refused(Cause.AWAY, "no keys");
        } catch (BadJOSEException | JOSEException wrong) {
            throw new Refused(Cause.INVALID, wrong.getMessage());
        }
    }

    private UserInfo said(AccessToken access, IDTokenClaimsSet of) throws IOException, ParseException, Refused {
        var aliases = endpoints().getUserInfoEndpointURI();
        var address = aliases == null ? provider.metadata().getUserInfoEndpointURI() : aliases;
        var answer = new UserInfoRequest(address, access).toHTTPRequest().send(channel);
        if (answer.getStatusCode() >= 500) {
            throw new IOException("HTTP " + answer.getStatusCode());
        }
        var read = UserInfoResponse.parse(answer);
        if (!read.indicatesSuccess() || read.toSuccessResponse().getUserInfo() == null) {
            throw new Refused(Cause.INVALID, "no word of the person");
        }
        var said = read.toSuccessResponse().getUserInfo();
        if (!of.getSubject().equals(said.getSubject())) {
            throw new Refused(Cause.INVALID, "word of another person");
        }
        return said;
    }

    private static Person person(UserInfo said, Optional<Instant> at, JWT token) throws Refused {
        var number = Optional.ofNullable(said.getStringClaim(NATIONAL_IDENTIFIER))
                .flatMap(ProfessionalNumber::ofNationalIdentifier)
                .orElseThrow(() -> new Refused(Cause.NUMBER, "no national number in " + NATIONAL_IDENTIFIER));
        return new Person(
                number,
                told(said.getGivenName()),
                told(said.getFamilyName()),
                Exercises.told(said.getClaim("SubjectRefPro")),
                at,
                token);
    }

    private static String told(String name) {
        return name == null ? "" : name.strip();
    }

    /** Where the person ends the provider's session too; nothing if it has no such place. */
    Optional<URI> farewell(JWT token, URI back) {
        return Optional.ofNullable(provider.metadata().getEndSessionEndpointURI())
                .filter(Provider::isProtected)
                .map(address -> new LogoutRequest(address, token, back, null).toURI());
    }
}
