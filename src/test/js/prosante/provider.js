import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { claimsOf } from './people.js';

/** As in Pro Santé Connect, the issuer has a path. */
export const REALM = '/auth/realms/esante-wallet';

/** An RSA key as a JWK with this id. */
export function newKey(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

/** Everything is kept in this process, and the one client may change: its addresses are known once it has started. */
class Store {
  static kept = new Map();
  static client = {};

  constructor(model) {
    this.model = model;
  }

  async find(id) {
    if (this.model === 'Client') {
      return id === Store.client.client_id ? Store.client : undefined;
    }
    return Store.kept.get(this.model + id);
  }

  async findByUid(uid) {
    return [...Store.kept.entries()].find(([key, one]) => key.startsWith(this.model) && one.uid === uid)?.[1];
  }

  async upsert(id, values) {
    Store.kept.set(this.model + id, values);
  }

  async consume(id) {
    Store.kept.get(this.model + id).consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    Store.kept.delete(this.model + id);
  }

  async revokeByGrantId(grant) {
    for (const [key, one] of Store.kept) {
      if (one.grantId === grant) {
        Store.kept.delete(key);
      }
    }
  }
}

/** Each code was redeemed before by somebody else. */
export function spendCodes() {
  for (const [key, one] of Store.kept) {
    if (key.startsWith('AuthorizationCode')) {
      one.consumed = Math.floor(Date.now() / 1000);
    }
  }
}

/** Whoever signed in did so an hour earlier. */
export function ageSessions() {
  for (const [key, one] of Store.kept) {
    if (key.startsWith('Session')) {
      one.loginTs -= 3600;
    }
  }
}

/**
 * @param client { id, secret, subject }, the last as its certificate has it
 * @param where { redirect, afterSignOut, method }: the client's addresses, and how it tells the provider who it is
 */
export function register(client, { redirect, afterSignOut, method }) {
  Store.client = {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: redirect,
    post_logout_redirect_uris: afterSignOut,
    token_endpoint_auth_method: method,
    ...(method === 'tls_client_auth' ? { tls_client_auth_subject_dn: client.subject } : {}),
  };
}

/** Whoever signed in there agrees to all that the client asks for. */
async function agreed(ctx) {
  const { client, session, provider, params } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/** A provider set up as Pro Santé Connect describes itself. */
export function proSante(issuer, key) {
  const provider = new Provider(issuer, {
    adapter: Store,
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: ['openid', 'scope_all'],
    claims: {
      openid: ['sub'],
      acr: null,
      scope_all: ['SubjectNameID', 'preferred_username', 'given_name', 'family_name', 'SubjectRefPro'],
    },
    acrValues: ['eidas1'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'tls_client_auth'],
    interactions: { url: (ctx, interaction) => `${REALM}/signin/${interaction.uid}` },
    loadExistingGrant: agreed,
    findAccount: (ctx, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, IdToken: 300, AccessToken: 300, AuthorizationCode: 60 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut },
      mTLS: {
        enabled: true,
        tlsClientAuth: true,
        getCertificate: (ctx) => ctx.socket.getPeerX509Certificate?.()?.toString(),
        certificateAuthorized: (ctx) => ctx.socket.authorized,
        certificateSubjectMatches: (ctx, property, expected) =>
          ctx.socket.getPeerX509Certificate().subject === expected,
      },
    },
  });
  return provider;
}

/** Pro Santé Connect asks nothing once it knows whom it is about; a browser without scripts presses the button. */
async function askToSignOut(ctx, form) {
  ctx.body = `<!DOCTYPE html><html lang="fr"><title>Déconnexion</title><h1>Déconnexion</h1>${form}
    <button type="submit" form="op.logoutForm" name="logout" value="yes">Me déconnecter</button></html>`;
}
